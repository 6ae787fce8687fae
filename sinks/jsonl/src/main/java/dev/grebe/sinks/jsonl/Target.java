package dev.grebe.sinks.jsonl;

import dev.grebe.plan.Ticks;
import dev.grebe.plugin.Window;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The file of a run. */
final class Target {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Target() {}

    /** The path itself, or in a directory {@code findings-<from>-<to>.jsonl}: a file for each window. */
    static String of(String path, Window window) {
        return path.endsWith("/")
                ? path + "findings-" + bound(window.start()) + "-" + bound(window.end()) + ".jsonl"
                : path;
    }

    // Whole seconds as a rule; a fraction is written out, since two windows must not share a file.
    private static String bound(Optional<Instant> bound) {
        return bound.map(instant -> SECOND.format(instant) + fraction(Ticks.of(instant)) + "Z")
                .orElse("all");
    }

    private static String fraction(long ticks) {
        long fraction = Math.floorMod(ticks, Ticks.PER_SECOND);
        return fraction == 0
                ? ""
                : "." + Long.toString(Ticks.PER_SECOND + fraction).substring(1);
    }
}
