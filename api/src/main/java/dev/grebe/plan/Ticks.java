package dev.grebe.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and spans as 100-ns ticks, Kusto's own resolution: milli- and microseconds are exact, nanoseconds floored. */
public final class Ticks {
    /** Ticks of a second. */
    public static final long PER_SECOND = 10_000_000;
    /** Ticks of a millisecond. */
    public static final long PER_MILLISECOND = 10_000;
    /** Ticks of 24 hours. */
    public static final long PER_DAY = 86_400 * PER_SECOND;
    /** 0001-01-01T00:00:00Z, the least time that is written with four digits of year; the origin of {@code bin}. */
    public static final long YEAR_ONE = -719_162 * PER_DAY;
    /** 10000-01-01T00:00:00Z, the first tick beyond the greatest time that is written with four digits of year. */
    public static final long YEAR_TEN_THOUSAND = 2_932_897 * PER_DAY;

    private static final int NANOS_PER_TICK = 100;
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Ticks() {}

    /**
     * Ticks since 1970, floored.
     *
     * @throws ArithmeticException outside about 29,000 years of 1970
     */
    public static long of(Instant instant) {
        return of(instant.getEpochSecond(), instant.getNano());
    }

    /**
     * Ticks of a span, floored.
     *
     * @throws ArithmeticException beyond about 29,000 years
     */
    public static long of(Duration duration) {
        return of(duration.getSeconds(), duration.getNano());
    }

    /** Ticks later by others, at the end of what a {@code long} holds where it would lie beyond. */
    public static long plus(long ticks, long by) {
        long moved = ticks + by;
        boolean overflows = ((ticks ^ moved) & (by ^ moved)) < 0;
        return overflows ? (by < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : moved;
    }

    private static long of(long seconds, int nanos) {
        // From the second above where negative: that below the least tick does not fit.
        long whole = seconds < 0 ? seconds + 1 : seconds;
        long rest = nanos / NANOS_PER_TICK - (seconds < 0 ? PER_SECOND : 0);
        return Math.addExact(Math.multiplyExact(whole, PER_SECOND), rest);
    }

    /** The instant of these ticks since 1970. */
    public static Instant instant(long ticks) {
        return Instant.ofEpochSecond(
                Math.floorDiv(ticks, PER_SECOND), Math.floorMod(ticks, PER_SECOND) * NANOS_PER_TICK);
    }

    /** {@code 2017-10-15T12:00:00.0000000Z}: ISO 8601 in UTC, always seven digits. */
    public static String format(long ticks) {
        return SECONDS.format(instant(ticks)) + "." + sevenDigits(Math.floorMod(ticks, PER_SECOND)) + "Z";
    }

    /** {@code [-][d.]hh:mm:ss[.fffffff]}, as Kusto prints a timespan. */
    public static String formatSpan(long ticks) {
        if (ticks < 0) {
            // The least long has no positive counterpart: its digits are known.
            return ticks == Long.MIN_VALUE ? "-10675199.02:48:05.4775808" : "-" + formatSpan(-ticks);
        }
        long days = ticks / PER_DAY;
        long seconds = ticks / PER_SECOND % 86_400;
        long fraction = ticks % PER_SECOND;
        String clock = twoDigits(seconds / 3_600) + ":" + twoDigits(seconds / 60 % 60) + ":" + twoDigits(seconds % 60);
        return (days == 0 ? "" : days + ".") + clock + (fraction == 0 ? "" : "." + sevenDigits(fraction));
    }

    private static String twoDigits(long value) {
        return value < 10 ? "0" + value : Long.toString(value);
    }

    private static String sevenDigits(long value) {
        return Long.toString(PER_SECOND + value).substring(1);
    }
}
