package dev.grebe.pipeline;

import dev.grebe.plugins.Quoted;
import java.util.Optional;

/** Numbers of workers as people write them. */
public final class Threads {
    private static final int MOST = 1024;

    private Threads() {}

    /** The number in a text, empty if that is no number of workers. */
    public static Optional<Integer> parse(String text) {
        boolean digits = !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Integer.parseInt(text)).filter(Threads::isCount) : Optional.empty();
    }

    /** What is wrong with a text that is no number of workers. */
    public static String expected(String found) {
        return "expected a number from 1 to %d, or 0 for one per processor, found %s".formatted(MOST, Quoted.of(found));
    }

    static boolean isCount(long count) {
        return count >= 0 && count <= MOST;
    }
}
