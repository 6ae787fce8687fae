package dev.grebe.engine.expr;

import dev.grebe.data.Column;
import dev.grebe.plan.Function;
import dev.grebe.plan.Ticks;

/** {@code todatetime} and {@code totimespan}: reads from left to right, each part by its first characters. */
final class TimeReader {
    private static final String[] MONTHS = {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
    };
    private static final String[] DAYS = {
        "mon", "tue", "wed", "thu", "fri", "sat", "sun",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
    };
    private static final int FRACTION_DIGITS = 7;
    private static final int MOST_ZONE_MINUTES = 14 * 60;
    private static final long MOST_DAYS = Long.MAX_VALUE / Ticks.PER_DAY;

    private byte[] bytes = {};
    private int at;
    private int end;
    private long year;
    private long month;
    private long day;
    private long ofDay;
    private long zone;
    private long ticks;

    /** {@link Function#TO_DATETIME}. */
    static Evaluator times(Operand text) {
        TimeReader reader = new TimeReader();
        return evaluator(text, reader, reader::readTime);
    }

    /** {@link Function#TO_TIMESPAN}. */
    static Evaluator spans(Operand text) {
        TimeReader reader = new TimeReader();
        return evaluator(text, reader, reader::readSpan);
    }

    private interface Reading {
        boolean read(byte[] text, int start, int length);
    }

    private static Evaluator evaluator(Operand text, TimeReader reader, Reading reading) {
        LongResults results = new LongResults();
        return (batch, rows) -> {
            Column.Bytes texts = text.bytes(batch, rows);
            results.begin(texts.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                if (reading.read(texts.bytes(), texts.starts()[row], texts.lengths()[row])) {
                    results.set(row, reader.ticks);
                } else {
                    results.setNull(row);
                }
            }
            return results.column();
        };
    }

    private void begin(byte[] text, int start, int length) {
        bytes = text;
        at = start;
        end = start + length;
        ofDay = 0;
        zone = 0;
    }

    private boolean readTime(byte[] text, int start, int length) {
        begin(text, start, length);
        boolean isRead =
                isNumberNext(4) && isNextAfter(4, '-') ? readIso() : isLetterNext() ? readNamed() : readOther();
        if (!isRead || at < end || !Times.isDate(year, month, day)) {
            return false;
        }
        ticks = Times.day(year, month, day) * Ticks.PER_DAY + ofDay - zone;
        return ticks >= Ticks.YEAR_ONE && ticks < Ticks.YEAR_TEN_THOUSAND;
    }

    /** {@code yyyy-M-d[(T| )time]}. */
    private boolean readIso() {
        year = number(4);
        isNext('-');
        month = number(2);
        boolean isDate = month >= 0 && isNext('-') && (day = number(2)) >= 0;
        return isDate && (at == end || (isNext('T') || isNext(' ')) && readTimeOfDay());
    }

    /** The date begins with its day of the week, which is not compared with it. */
    private boolean readNamed() {
        return readName(DAYS) >= 0 && isNext(',') && isNext(' ') && readOther();
    }

    /** {@code d MMM yy time}, {@code d-MMM-yy time}, {@code M/d/yyyy[ time]} or {@code M-d-yyyy[ time]}. */
    private boolean readOther() {
        long first = number(2);
        if (first < 0 || at == end) {
            return false;
        }
        byte separator = bytes[at++];
        if (isLetterNext()) {
            day = first;
            month = readName(MONTHS) + 1L;
            boolean isDate = (separator == ' ' || separator == '-') && month > 0 && isNext((char) separator);
            return isDate && readShortYear() && isNext(' ') && readTimeOfDay();
        }
        month = first;
        day = number(2);
        boolean isDate = (separator == '/' || separator == '-') && day >= 0 && isNext((char) separator);
        if (!isDate || !isNumberNext(4)) {
            return false;
        }
        year = number(4);
        return at == end || isNext(' ') && readTimeOfDay();
    }

    /** Two digits are 1970 to 2069. */
    private boolean readShortYear() {
        if (isNumberNext(4)) {
            year = number(4);
            return true;
        }
        boolean isYear = isNumberNext(2);
        year = isYear ? number(2) : 0;
        year += year < 70 ? 2_000 : 1_900;
        return isYear;
    }

    /** {@code H:mm[:ss[.f]]} and a zone. */
    private boolean readTimeOfDay() {
        long hour = number(2);
        if (hour < 0 || hour > 23 || !isNext(':') || !readMinutes(hour)) {
            return false;
        }
        if (isNext(':') && !readSeconds()) {
            return false;
        }
        return at == end || readZone();
    }

    private boolean readMinutes(long hour) {
        long minute = isNumberNext(2) ? number(2) : 60;
        ofDay = (hour * 60 + minute) * 60 * Ticks.PER_SECOND;
        return minute < 60;
    }

    private boolean readSeconds() {
        long second = isNumberNext(2) ? number(2) : 60;
        ofDay += second * Ticks.PER_SECOND;
        return second < 60 && (!isNext('.') || readFraction());
    }

    /** Digits beyond the seventh are cut. */
    private boolean readFraction() {
        int start = at;
        long unit = Ticks.PER_SECOND;
        while (isDigitNext()) {
            unit /= at - start < FRACTION_DIGITS ? 10 : 1;
            ofDay += at - start < FRACTION_DIGITS ? (bytes[at] - '0') * unit : 0;
            at++;
        }
        return at > start;
    }

    private boolean readZone() {
        if (isNext(' ')) {
            return isNext('G') && isNext('M') && isNext('T');
        } else if (isNext('Z')) {
            return true;
        }
        boolean isEast = isNext('+');
        if (!isEast && !isNext('-') || !isNumberNext(2)) {
            return false;
        }
        long hours = number(2);
        if (!isNext(':') || !isNumberNext(2)) {
            return false;
        }
        long minutes = number(2);
        zone = (hours * 60 + minutes) * 60 * Ticks.PER_SECOND * (isEast ? 1 : -1);
        return minutes < 60 && hours * 60 + minutes <= MOST_ZONE_MINUTES;
    }

    /** {@code [-][d.]hh:mm:ss[.f]}. */
    private boolean readSpan(byte[] text, int start, int length) {
        begin(text, start, length);
        boolean isNegative = isNext('-');
        long days = 0;
        if (isDayNext()) {
            days = number(Integer.MAX_VALUE);
            at++;
        }
        long hour = number(2);
        boolean isClock = hour >= 0 && hour < 24 && isNext(':') && readMinutes(hour) && isNext(':') && readSeconds();
        if (!isClock || at < end || days > MOST_DAYS) {
            return false;
        }
        // Below 0 there is one tick more.
        long negative = -days * Ticks.PER_DAY - ofDay;
        ticks = isNegative ? negative : -negative;
        return negative <= 0 && (isNegative || negative != Long.MIN_VALUE);
    }

    /** Whether digits and a point come before the hours. */
    private boolean isDayNext() {
        int point = at;
        while (point < end && isDigit(bytes[point])) {
            point++;
        }
        return point > at && point < end && bytes[point] == '.';
    }

    /** A number of at most so many digits, -1 if none is next; beyond what fits {@link #MOST_DAYS} it stays there. */
    private long number(int most) {
        if (!isDigitNext()) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < most && isDigitNext(); i++) {
            value = Math.min(value * 10 + bytes[at++] - '0', MOST_DAYS + 1);
        }
        return value;
    }

    /** Whether exactly so many digits are next, or more. */
    private boolean isNumberNext(int digits) {
        for (int i = 0; i < digits; i++) {
            if (at + i >= end || !isDigit(bytes[at + i])) {
                return false;
            }
        }
        return true;
    }

    private boolean isDigitNext() {
        return at < end && isDigit(bytes[at]);
    }

    private boolean isNextAfter(int count, char c) {
        return at + count < end && bytes[at + count] == c;
    }

    private boolean isLetterNext() {
        return at < end && Folding.lower(bytes[at]) >= 'a' && Folding.lower(bytes[at]) <= 'z';
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private boolean isNext(char c) {
        boolean found = at < end && bytes[at] == c;
        at += found ? 1 : 0;
        return found;
    }

    /** Index of the name that the letters which are next are; -1 if they are none. */
    private int readName(String[] names) {
        int start = at;
        while (isLetterNext()) {
            at++;
        }
        for (int i = 0; i < names.length; i++) {
            if (Scalars.isWord(names[i], bytes, start, at - start)) {
                return i;
            }
        }
        return -1;
    }
}
