package dev.grebe.cli;

import dev.grebe.plugins.Durations;
import dev.grebe.plugins.Instants;
import java.time.Duration;
import java.time.Instant;

/** Times and spans as arguments: as in pipeline files, refused before one is opened. */
final class Moments {
    private Moments() {}

    /**
     * {@code 2020-09-20} or {@code 2020-09-20T10:00:00+02:00}.
     *
     * @throws IllegalArgumentException if it is no time
     */
    static Instant time(String text) {
        return Instants.parse(text)
                .orElseThrow(() ->
                        new IllegalArgumentException("'%s' is no time such as 2020-09-20 or 2020-09-20T10:00:00Z.%s"
                                .formatted(text, Instants.hint(text))));
    }

    /**
     * {@code 90s}, {@code 15m}, {@code 24h} or {@code 7d}.
     *
     * @throws IllegalArgumentException if it is no length of time, or nothing long
     */
    static Duration span(String text) {
        return Durations.parse(text)
                .filter(span -> !span.isZero() && !span.isNegative())
                .orElseThrow(() ->
                        new IllegalArgumentException("'%s' is no span such as 90s, 15m, 24h or 7d".formatted(text)));
    }
}
