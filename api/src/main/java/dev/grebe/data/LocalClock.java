package dev.grebe.data;

import dev.grebe.plan.Ticks;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * What clocks in a zone show, as offsets from UTC in ticks. Times of a file lie close together, so the span between two
 * changes of the clocks is kept: within it nothing is looked up.
 */
final class LocalClock {
    private final ZoneRules rules;
    /** The kept offset holds for local times from here .. */
    private long from = 1;
    /** .. to here, exclusive. */
    private long to;

    private long kept;
    private long offset;
    private boolean isAmbiguous;

    LocalClock(ZoneId zone) {
        rules = zone.getRules();
    }

    /** Finds the offset of a local time; false if clocks never showed it. */
    boolean find(long local) {
        if (local >= from && local < to) {
            offset = kept;
            isAmbiguous = false;
            return true;
        }
        LocalDateTime time = LocalDateTime.ofInstant(Ticks.instant(local), ZoneOffset.UTC);
        ZoneOffsetTransition change = rules.getTransition(time);
        if (change != null) {
            isAmbiguous = change.isOverlap();
            offset = ticks(change.getOffsetBefore());
            return isAmbiguous;
        }
        isAmbiguous = false;
        ZoneOffset found = rules.getOffset(time);
        offset = ticks(found);
        keep(time.toInstant(found));
        return true;
    }

    /** Keeps the offset for the local times between the changes around an instant that were shown once. */
    private void keep(Instant instant) {
        ZoneOffsetTransition before = rules.previousTransition(instant.plusNanos(1));
        ZoneOffsetTransition after = rules.nextTransition(instant);
        from = before == null
                ? Long.MIN_VALUE
                : Math.max(ticks(before.getDateTimeBefore()), ticks(before.getDateTimeAfter()));
        to = after == null
                ? Long.MAX_VALUE
                : Math.min(ticks(after.getDateTimeBefore()), ticks(after.getDateTimeAfter()));
        kept = offset;
    }

    private static long ticks(LocalDateTime time) {
        return Ticks.of(time.toInstant(ZoneOffset.UTC));
    }

    private static long ticks(ZoneOffset offset) {
        return offset.getTotalSeconds() * Ticks.PER_SECOND;
    }

    /** What the time that was found last is ahead of UTC. */
    long offset() {
        return offset;
    }

    /** Whether clocks showed it twice; the offset is that of the first time. */
    boolean isAmbiguous() {
        return isAmbiguous;
    }
}
