package dev.grebe.data;

import dev.grebe.plan.Ticks;

/**
 * Reads ISO 8601 times from UTF-8 bytes, without making objects.
 *
 * <p>{@code yyyy-MM-dd}, then {@code T}, {@code t} or a space, {@code HH:mm}, optionally {@code :ss} and a fraction
 * of any number of digits ({@code .} or {@code ,}; cut after the seventh), optionally {@code Z}, {@code z},
 * {@code ±hh:mm}, {@code ±hhmm} or {@code ±hh}; without an offset the time is UTC. A date alone is its midnight. Years
 * are 0001 to 9999, also after the offset is taken away. {@code 24:00} and leap seconds are no times.
 */
public final class IsoTime {
    /** The answer where the bytes are no time; itself beyond the years that can be written. */
    public static final long NONE = Long.MIN_VALUE;

    private static final int DATE_LENGTH = 10;
    private static final int[] DAYS_BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final int[] DAYS_IN = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private IsoTime() {}

    /** Ticks since 1970 of the time that {@code length} bytes from {@code start} hold and nothing else, or {@link #NONE}. */
    public static long parse(byte[] bytes, int start, int length) {
        if (length < DATE_LENGTH || bytes[start + 4] != '-' || bytes[start + 7] != '-') {
            return NONE;
        }
        long days = days(digits(bytes, start, 4), two(bytes, start + 5), two(bytes, start + 8));
        if (days == NONE || length == DATE_LENGTH) {
            return days == NONE ? NONE : days * Ticks.PER_DAY;
        }
        int separator = bytes[start + DATE_LENGTH];
        if (separator != 'T' && separator != ' ' && separator != 't') {
            return NONE;
        }
        return clock(bytes, start + DATE_LENGTH + 1, start + length, days * Ticks.PER_DAY);
    }

    /** Whether bytes that {@link #parse} takes for a time say which offset it has; without one it was read as UTC. */
    public static boolean hasOffset(byte[] bytes, int start, int length) {
        int last = bytes[start + length - 1];
        return last == 'Z'
                || last == 'z'
                || isSign(bytes, start, length, 3)
                || isSign(bytes, start, length, 5)
                || isSign(bytes, start, length, 6);
    }

    private static boolean isSign(byte[] bytes, int start, int length, int fromEnd) {
        if (length - fromEnd <= DATE_LENGTH) {
            return false;
        }
        int value = bytes[start + length - fromEnd];
        return value == '+' || value == '-';
    }

    private static long clock(byte[] bytes, int start, int end, long midnight) {
        int hour = end - start < 5 ? -1 : two(bytes, start);
        int minute = hour < 0 || bytes[start + 2] != ':' ? -1 : two(bytes, start + 3);
        if (hour > 23 || minute < 0 || minute > 59) {
            return NONE;
        }
        long time = midnight + (hour * 60L + minute) * 60 * Ticks.PER_SECOND;
        int at = start + 5;
        if (at == end || bytes[at] != ':') {
            return offset(bytes, at, end, time);
        }
        int second = end - at < 3 ? -1 : two(bytes, at + 1);
        return second < 0 || second > 59 ? NONE : fraction(bytes, at + 3, end, time + second * Ticks.PER_SECOND);
    }

    private static long fraction(byte[] bytes, int start, int end, long time) {
        if (start == end || (bytes[start] != '.' && bytes[start] != ',')) {
            return offset(bytes, start, end, time);
        }
        long unit = Ticks.PER_SECOND / 10;
        long ticks = 0;
        int at = start + 1;
        for (; at < end && isDigit(bytes[at]); at++) {
            ticks += (bytes[at] - '0') * unit; // The unit is 0 behind the seventh digit.
            unit /= 10;
        }
        return at == start + 1 ? NONE : offset(bytes, at, end, time + ticks);
    }

    private static long offset(byte[] bytes, int start, int end, long time) {
        int length = end - start;
        if (length == 0) {
            return time;
        }
        int sign = bytes[start];
        if (sign == 'Z' || sign == 'z') {
            return length == 1 ? time : NONE;
        }
        boolean colon = length == 6 && bytes[start + 3] == ':';
        if ((sign != '+' && sign != '-') || !(colon || length == 5 || length == 3)) {
            return NONE;
        }
        int hours = two(bytes, start + 1);
        int minutes = length == 3 ? 0 : two(bytes, end - 2);
        if (hours < 0 || minutes < 0 || minutes > 59 || hours * 60 + minutes > 18 * 60) {
            return NONE;
        }
        long ticks = (hours * 60L + minutes) * 60 * Ticks.PER_SECOND;
        long utc = sign == '+' ? time - ticks : time + ticks;
        return utc < Ticks.YEAR_ONE || utc >= Ticks.YEAR_TEN_THOUSAND ? NONE : utc;
    }

    /** Days since 1970, or {@link #NONE} if there is no such day. */
    static long days(int year, int month, int day) {
        if (year < 1 || month < 1 || month > 12 || day < 1) {
            return NONE;
        }
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        if (day > DAYS_IN[month - 1] + (leap && month == 2 ? 1 : 0)) {
            return NONE;
        }
        int before = year - 1;
        long days = before * 365L + before / 4 - before / 100 + before / 400;
        return days + DAYS_BEFORE[month - 1] + (leap && month > 2 ? 1 : 0) + day - 1 + Ticks.YEAR_ONE / Ticks.PER_DAY;
    }

    private static int two(byte[] bytes, int start) {
        return digits(bytes, start, 2);
    }

    /** The number, or -1 if a byte is no digit. */
    private static int digits(byte[] bytes, int start, int count) {
        int number = 0;
        for (int i = start; i < start + count; i++) {
            if (!isDigit(bytes[i])) {
                return -1;
            }
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    private static boolean isDigit(byte value) {
        return value >= '0' && value <= '9';
    }
}
