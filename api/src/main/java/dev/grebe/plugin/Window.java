package dev.grebe.plugin;

import dev.grebe.plan.Ticks;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time that a run covers: {@code [from, to)} in ticks; null is open.
 */
public record Window(@Nullable Long from, @Nullable Long to) {
    /** All the lake has. */
    public static final Window ALL = new Window(null, null);

    /** @throws IllegalArgumentException if the end is not after the start */
    public Window {
        if (from != null && to != null && from >= to) {
            throw new IllegalArgumentException(
                    "the window from %s to %s is empty".formatted(Ticks.format(from), Ticks.format(to)));
        }
    }

    /** The start, if there is one. */
    public Optional<Instant> start() {
        return Optional.ofNullable(from).map(Ticks::instant);
    }

    /** The end, if there is one. */
    public Optional<Instant> end() {
        return Optional.ofNullable(to).map(Ticks::instant);
    }
}
