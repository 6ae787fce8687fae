package dev.grebe.data;

import java.nio.charset.StandardCharsets;

/** Reads numbers from UTF-8 bytes: digits with an optional minus, never rounded, wrapped or guessed. */
public final class NumberText {
    /** Longer text is no number: to read millions of digits takes minutes. */
    private static final int LONGEST = 1_000;

    /** So many digits always fit. */
    private static final int SAFE_DIGITS = 18;

    /** Text without an exponent of so many characters is less than the greatest DOUBLE. */
    private static final int SURELY_FINITE = 300;

    /** Whole numbers and powers of ten up to here are exact as doubles, and so is their quotient when rounded once. */
    private static final int EXACT_DIGITS = 15;

    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private NumberText() {}

    /**
     * Whether {@code length} bytes from {@code start} are a LONG: {@code 7}, {@code -7}, {@code 007}, and {@code 7.0},
     * as some writers print whole columns with nulls. No plus, exponent, hexadecimal or space.
     */
    public static boolean isWhole(byte[] bytes, int start, int length) {
        int from = length > 0 && bytes[start] == '-' ? start + 1 : start;
        int end = start + length;
        int point = skipDigits(bytes, from, end);
        if (point == from || (point < end && !isZeroFraction(bytes, point, end))) {
            return false;
        }
        while (from < point && bytes[from] == '0') {
            from++;
        }
        return point - from <= SAFE_DIGITS
                || (point - from == SAFE_DIGITS + 1 && fits(bytes, from, point, from > start));
    }

    /** The value of bytes that are a LONG. */
    public static long whole(byte[] bytes, int start, int length) {
        boolean negative = bytes[start] == '-';
        long value = 0; // Negative: the least LONG has no positive counterpart.
        for (int i = negative ? start + 1 : start; i < start + length && bytes[i] != '.'; i++) {
            value = value * 10 - (bytes[i] - '0');
        }
        return negative ? value : -value;
    }

    private static boolean isZeroFraction(byte[] bytes, int point, int end) {
        if (bytes[point] != '.' || point + 1 == end) {
            return false;
        }
        for (int i = point + 1; i < end; i++) {
            if (bytes[i] != '0') {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(byte[] bytes, int start, int end, boolean mayBeLeast) {
        long tens = whole(bytes, start, end - 1 - start);
        int last = bytes[end - 1] - '0';
        long most = Long.MAX_VALUE / 10;
        int room = (int) (Long.MAX_VALUE % 10) + (mayBeLeast && bytes[start - 1] == '-' ? 1 : 0);
        return tens < most || (tens == most && last <= room);
    }

    /**
     * Whether bytes are a DOUBLE: digits with an optional minus, fraction and exponent, no larger than a DOUBLE can be,
     * or what {@link #isNamed}.
     */
    public static boolean isNumber(byte[] bytes, int start, int length) {
        if (isNamed(bytes, start, length)) {
            return true;
        }
        int end = start + length;
        int from = length > 0 && bytes[start] == '-' ? start + 1 : start;
        int at = skipDigits(bytes, from, end);
        if (at == from || length > LONGEST) {
            return false;
        }
        if (at < end && bytes[at] == '.') {
            int fraction = at + 1;
            at = skipDigits(bytes, fraction, end);
            if (at == fraction) {
                return false;
            }
        }
        if (at == end) {
            return length <= SURELY_FINITE || Double.isFinite(parse(bytes, start, length));
        }
        return isExponent(bytes, at, end) && Double.isFinite(parse(bytes, start, length));
    }

    private static boolean isExponent(byte[] bytes, int start, int end) {
        if (bytes[start] != 'e' && bytes[start] != 'E') {
            return false;
        }
        int digits = start + 1 < end && (bytes[start + 1] == '+' || bytes[start + 1] == '-') ? start + 2 : start + 1;
        return digits < end && skipDigits(bytes, digits, end) == end;
    }

    /** The value of bytes that are a DOUBLE: the nearest there is. */
    public static double number(byte[] bytes, int start, int length) {
        if (isNamed(bytes, start, length)) {
            return bytes[start] == 'N'
                    ? Double.NaN
                    : bytes[start] == '+' ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        boolean negative = bytes[start] == '-';
        long digits = 0;
        int fraction = -1;
        int at = negative ? start + 1 : start;
        if (length > EXACT_DIGITS + (negative ? 1 : 0)) {
            return parse(bytes, start, length);
        }
        for (; at < start + length; at++) {
            if (bytes[at] == '.') {
                fraction = 0;
            } else if (bytes[at] >= '0' && bytes[at] <= '9') {
                digits = digits * 10 + bytes[at] - '0';
                fraction += fraction < 0 ? 0 : 1;
            } else {
                return parse(bytes, start, length);
            }
        }
        double value = digits / POWERS[Math.max(fraction, 0)];
        return negative ? -value : value;
    }

    /** Whether bytes are the text of a DOUBLE that no digits are: {@code NaN}, {@code +inf}, {@code -inf}. */
    public static boolean isNamed(byte[] bytes, int start, int length) {
        return (length == 3 && bytes[start] == 'N' && bytes[start + 1] == 'a' && bytes[start + 2] == 'N')
                || (length == 4
                        && (bytes[start] == '+' || bytes[start] == '-')
                        && bytes[start + 1] == 'i'
                        && bytes[start + 2] == 'n'
                        && bytes[start + 3] == 'f');
    }

    private static double parse(byte[] bytes, int start, int length) {
        return Double.parseDouble(new String(bytes, start, length, StandardCharsets.ISO_8859_1));
    }

    private static int skipDigits(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }
}
