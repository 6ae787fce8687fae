package dev.grebe.sources.parquet;

import dev.grebe.data.IsoTime;
import dev.grebe.plan.Ticks;

/** Times of files as ticks. */
final class Times {
    /** Stands for a time outside years 1 to 9999, or for text that is no time: no tick of ours. */
    static final long BAD = IsoTime.NONE;

    /** Stands for the time in an empty text: missing text is missing time. */
    static final long MISSING = Long.MIN_VALUE + 1;

    private static final long UNIX_EPOCH_JULIAN_DAY = 2_440_588;
    private static final long NANOS_PER_TICK = 100;
    private static final long NANOS_PER_DAY = Ticks.PER_DAY * NANOS_PER_TICK;

    private Times() {}

    /** Ticks of a count of units of whole ticks. */
    static long scaled(long units, long ticksPerUnit) {
        if (units < Ticks.YEAR_ONE / ticksPerUnit || units >= Ticks.YEAR_TEN_THOUSAND / ticksPerUnit) {
            return BAD;
        }
        return units * ticksPerUnit;
    }

    static long nanos(long nanos) {
        return Math.floorDiv(nanos, NANOS_PER_TICK);
    }

    /** Ticks since midnight of a count of units of whole ticks. */
    static long ofDay(long units, long ticksPerUnit) {
        return units < 0 || units >= Ticks.PER_DAY / ticksPerUnit ? BAD : units * ticksPerUnit;
    }

    static long nanosOfDay(long nanos) {
        return nanos < 0 || nanos >= NANOS_PER_DAY ? BAD : nanos / NANOS_PER_TICK;
    }

    /** ISO 8601 text. */
    static long iso(byte[] text, int from, int length) {
        return length == 0 ? MISSING : IsoTime.parse(text, from, length);
    }

    static long int96(long nanosOfDay, int julianDay) {
        if (nanosOfDay < 0 || nanosOfDay >= NANOS_PER_DAY) {
            return BAD;
        }
        long midnight = scaled(Integer.toUnsignedLong(julianDay) - UNIX_EPOCH_JULIAN_DAY, Ticks.PER_DAY);
        return midnight == BAD ? BAD : midnight + nanosOfDay / NANOS_PER_TICK;
    }
}
