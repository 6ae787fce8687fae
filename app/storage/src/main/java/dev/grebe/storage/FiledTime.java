package dev.grebe.storage;

import dev.grebe.plan.Ticks;
import dev.grebe.plugin.Window;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When files of a folder were filed, as far as the path says by now.
 *
 * @param start of the time, in UTC; what is not stated is at its least
 * @param finest the last field that is known, and all before it are; null if nothing is
 * @param missing whether a folder says that it does not know: what is below may have been filed at any time
 */
record FiledTime(LocalDateTime start, @Nullable TimeField finest, boolean missing) {
    static final FiledTime UNSTATED = new FiledTime(LocalDateTime.of(1, 1, 1, 0, 0), null, false);

    FiledTime unknown() {
        return new FiledTime(start, finest, true);
    }

    /** With one more field; empty if there is no such time, or it contradicts what a folder above says. */
    Optional<FiledTime> with(TimeField field, int value) {
        if (missing) {
            return Optional.of(this);
        }
        if (finest != null && field.compareTo(finest) <= 0) {
            return field.of(start) == value ? Optional.of(this) : Optional.empty();
        }
        return field.set(start, value).map(set -> new FiledTime(set, field, false));
    }

    /** Whether {@code [start, start + unit)} and a window have an instant in common. */
    boolean overlaps(Window window) {
        if (missing || finest == null) {
            return true;
        }
        LocalDateTime end = finest.next(start);
        return (window.to() == null || ticks(start) < window.to())
                && (window.from() == null || ticks(end) > window.from());
    }

    private static long ticks(LocalDateTime time) {
        return Ticks.of(time.toInstant(ZoneOffset.UTC));
    }
}
