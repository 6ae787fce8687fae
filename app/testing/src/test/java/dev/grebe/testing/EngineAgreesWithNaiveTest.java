package dev.grebe.testing;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Random plans over random tables give on the engine what they mean, for any number of threads, size of batches, layout
 * and coding. {@code -Dgrebe.random.seconds=600} looks longer, {@code -Dgrebe.random.from=1000000} elsewhere;
 * {@code -Dgrebe.seed=17} repeats one case.
 */
class EngineAgreesWithNaiveTest {
    private static final Duration SHRINKING = Duration.ofSeconds(60);
    private static final int FEWEST = 1_000;

    @Test
    void onRandomPlans() {
        Long one = Long.getLong("grebe.seed");
        if (one != null) {
            check(one);
            return;
        }
        long first = Long.getLong("grebe.random.from", 0);
        long end = System.nanoTime()
                + Duration.ofSeconds(Long.getLong("grebe.random.seconds", 40)).toNanos();
        for (long seed = first; seed < first + FEWEST || System.nanoTime() < end; seed++) {
            check(seed);
        }
    }

    private static void check(long seed) {
        Case random = RandomPlans.of(seed);
        if (random.difference().isPresent()) {
            Case smallest = Shrink.smallest(random, c -> c.difference().isPresent(), SHRINKING);
            // A race may not show itself again.
            Optional<String> difference = smallest.difference().or(random::difference);
            throw new AssertionError("-Dgrebe.seed=%d: %s\n%s"
                    .formatted(seed, difference.orElse("gone when it was run again"), smallest));
        }
    }
}
