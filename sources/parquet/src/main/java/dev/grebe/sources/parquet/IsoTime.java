package dev.grebe.sources.parquet;

import dev.grebe.plan.Ticks;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Reads ISO 8601 times from text without making objects of it: {@code 2020-09-20T19:45:37.1234567Z}. The date alone is
 * midnight; {@code T} may be a space; seconds and their fraction may be missing; digits beyond the seventh are cut off;
 * the zone is {@code Z} or {@code ±hh:mm}, {@code ±hhmm}, {@code ±hh}, and UTC where there is none.
 */
final class IsoTime {
    private static final int TICK_DIGITS = 7;

    private final byte[] text;
    private final int end;
    private int at;
    private boolean isGood = true;

    private IsoTime(byte[] text, int from, int end) {
        this.text = text;
        this.end = end;
        at = from;
    }

    /** Ticks, or {@link Times#BAD} if the text is no time of years 1 to 9999. */
    static long parse(byte[] text, int from, int length) {
        // Escape analysis removes this object in hot code; it never outlives the call.
        return new IsoTime(text, from, from + length).parse();
    }

    private long parse() {
        int year = digits(4);
        take('-');
        int month = digits(2);
        take('-');
        int day = digits(2);
        if (!isGood || year < 1 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
            return Times.BAD;
        }
        long ticks = LocalDate.of(year, month, day).toEpochDay() * Ticks.PER_DAY;
        if (at < end) {
            ticks += clock() - zone();
        }
        boolean inRange = ticks >= Ticks.YEAR_ONE && ticks < Ticks.YEAR_TEN_THOUSAND;
        return isGood && at == end && inRange ? ticks : Times.BAD;
    }

    private static int daysOf(int year, int month) {
        return YearMonth.of(year, month).lengthOfMonth();
    }

    private long clock() {
        isGood &= text[at] == 'T' || text[at] == 't' || text[at] == ' ';
        at++;
        int hours = digits(2);
        take(':');
        int minutes = digits(2);
        int seconds = 0;
        long fraction = 0;
        if (is(':')) {
            at++;
            seconds = digits(2);
            fraction = is('.') || is(',') ? fraction() : 0;
        }
        isGood &= hours < 24 && minutes < 60 && seconds < 60;
        return ((hours * 60L + minutes) * 60 + seconds) * Ticks.PER_SECOND + fraction;
    }

    private long fraction() {
        at++;
        long ticks = 0;
        int digits = 0;
        for (; at < end && isDigit(text[at]); at++) {
            if (digits < TICK_DIGITS) {
                ticks = ticks * 10 + text[at] - '0';
            }
            digits++;
        }
        isGood &= digits > 0;
        for (; digits < TICK_DIGITS; digits++) {
            ticks *= 10;
        }
        return ticks;
    }

    private long zone() {
        if (is('Z') || is('z')) {
            at++;
            return 0;
        } else if (!is('+') && !is('-')) {
            return 0;
        }
        int sign = text[at++] == '-' ? -1 : 1;
        int hours = digits(2);
        int minutes = 0;
        if (at < end) {
            at += is(':') ? 1 : 0;
            minutes = digits(2);
        }
        isGood &= hours <= 18 && minutes < 60;
        return sign * (hours * 60L + minutes) * 60 * Ticks.PER_SECOND;
    }

    private boolean is(char wanted) {
        return at < end && text[at] == wanted;
    }

    private void take(char wanted) {
        isGood &= is(wanted);
        at++;
    }

    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++, at++) {
            if (at >= end || !isDigit(text[at])) {
                isGood = false;
                return 0;
            }
            value = value * 10 + text[at] - '0';
        }
        return value;
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }
}
