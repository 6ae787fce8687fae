package dev.grebe.data;

import dev.grebe.plan.Ticks;

/**
 * Reads spans of time from UTF-8 bytes, without making objects: {@code [-][d.]hh:mm:ss[.fffffff]}, as
 * {@link Ticks#formatSpan} writes them.
 */
public final class TimeSpan {
    /** The answer where the bytes are no span. */
    public static final long NONE = Long.MIN_VALUE;

    private static final int FRACTION_DIGITS = 7;
    private static final int MOST_DIGITS = 8;

    private TimeSpan() {}

    /** Ticks of the span that {@code length} bytes from {@code start} hold and nothing else, or {@link #NONE}. */
    public static long parse(byte[] bytes, int start, int length) {
        int end = start + length;
        boolean negative = start < end && bytes[start] == '-';
        int at = negative ? start + 1 : start;
        int colon = indexOf(bytes, at, end, ':');
        int dot = indexOf(bytes, at, colon, '.');
        long days = dot < colon ? digits(bytes, at, dot) : 0;
        int clock = dot < colon ? dot + 1 : at;
        int fraction = indexOf(bytes, clock, end, '.');
        if (fraction - clock != 8 || bytes[clock + 2] != ':' || bytes[clock + 5] != ':' || days < 0) {
            return NONE;
        }
        long hours = digits(bytes, clock, clock + 2);
        long minutes = digits(bytes, clock + 3, clock + 5);
        long seconds = digits(bytes, clock + 6, clock + 8);
        long ticks = fraction == end ? 0 : fraction(bytes, fraction + 1, end);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59 || ticks < 0) {
            return NONE;
        }
        long whole = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
        if (whole > Long.MAX_VALUE / Ticks.PER_SECOND - 1) {
            return NONE;
        }
        long span = whole * Ticks.PER_SECOND + ticks;
        return negative ? -span : span;
    }

    private static long fraction(byte[] bytes, int start, int end) {
        long ticks = end - start > FRACTION_DIGITS ? -1 : digits(bytes, start, end);
        for (int i = end - start; i < FRACTION_DIGITS; i++) {
            ticks *= 10;
        }
        return ticks;
    }

    /** The number, or -1 where there is none of few digits. */
    private static long digits(byte[] bytes, int start, int end) {
        if (start >= end || end - start > MOST_DIGITS) {
            return -1;
        }
        long number = 0;
        for (int i = start; i < end; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    /** Where a byte stands, {@code end} if nowhere. */
    private static int indexOf(byte[] bytes, int start, int end, char wanted) {
        int at = start;
        while (at < end && bytes[at] != wanted) {
            at++;
        }
        return at;
    }
}
