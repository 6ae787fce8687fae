package dev.grebe.engine.expr;

import java.nio.charset.StandardCharsets;

/** Reads numbers from ASCII text; for one worker: the number read stays here until the next is. */
final class Numerals {
    /** Powers of ten that doubles hold exactly. */
    private static final double[] TENS = new double[23];

    private static final long MOST_EXACT = 1L << 53;
    private static final int MOST_DIGITS = 18;
    private static final int MOST_EXPONENT = 100_000;

    static {
        for (int i = 0; i < TENS.length; i++) {
            TENS[i] = Double.parseDouble("1e" + i);
        }
    }

    private long whole;
    private double real;
    /** What the text in hand says: a sign, up to 18 leading digits as a number, and the power of ten they are scaled by. */
    private boolean isNegative;

    private long digits;
    private int digitCount;
    private int scale;
    private boolean isLong;

    /** The number that was read as a whole one. */
    long whole() {
        return whole;
    }

    /** The number that was read as a double. */
    double real() {
        return real;
    }

    /** Reads an optional sign and decimal digits that fit 64 bits; false if this is nothing of the kind. */
    boolean readWhole(byte[] bytes, int start, int length) {
        int end = start + length;
        int at = start + (isSign(bytes, start, end) ? 1 : 0);
        if (at == end) {
            return false;
        }
        boolean negative = bytes[start] == '-';
        // Counts below 0, where there is one number more.
        long value = 0;
        for (; at < end; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9 || value < Long.MIN_VALUE / 10) {
                return false;
            }
            value = value * 10 - digit;
            if (value > 0) {
                return false;
            }
        }
        if (!negative && value == Long.MIN_VALUE) {
            return false;
        }
        whole = negative ? value : -value;
        return true;
    }

    /** Reads {@code 0x} and hexadecimal digits, at most 7fffffffffffffff. */
    boolean readHexadecimal(byte[] bytes, int start, int length) {
        boolean fits = length > 2 && bytes[start] == '0' && bytes[start + 1] == 'x';
        long value = 0;
        for (int at = start + 2; fits && at < start + length; at++) {
            int digit = bytes[at] < 0 ? -1 : Character.digit((char) bytes[at], 16);
            fits = digit >= 0 && value <= Long.MAX_VALUE >> 4;
            value = value << 4 | digit;
        }
        whole = value;
        return fits;
    }

    /** Reads an optional sign, digits with an optional point, at least one, and an optional exponent: the nearest double. */
    boolean readReal(byte[] bytes, int start, int length) {
        if (!scan(bytes, start, start + length)) {
            return false;
        }
        boolean isExact = !isLong && digits <= MOST_EXACT && Math.abs(scale) < TENS.length;
        if (digits == 0 && !isLong) {
            real = isNegative ? -0.0 : 0.0;
        } else if (isExact) {
            // One rounding of exact operands is the rounding of the number itself.
            double size = scale < 0 ? digits / TENS[-scale] : digits * TENS[scale];
            real = isNegative ? -size : size;
        } else {
            real = Double.parseDouble(new String(bytes, start, length, StandardCharsets.US_ASCII));
        }
        return true;
    }

    private boolean scan(byte[] bytes, int start, int end) {
        digits = 0;
        digitCount = 0;
        scale = 0;
        isLong = false;
        isNegative = start < end && bytes[start] == '-';
        int first = start + (isSign(bytes, start, end) ? 1 : 0);
        int at = scanDigits(bytes, first, end);
        boolean hasDigits = at > first;
        if (at < end && bytes[at] == '.') {
            int fraction = at + 1;
            at = scanDigits(bytes, fraction, end);
            hasDigits |= at > fraction;
            scale = fraction - at;
        }
        if (hasDigits && at < end && (bytes[at] | 0x20) == 'e') {
            return scanExponent(bytes, at + 1, end);
        }
        return hasDigits && at == end;
    }

    private int scanDigits(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            digitCount += digits != 0 || bytes[at] != '0' ? 1 : 0;
            isLong |= digitCount > MOST_DIGITS;
            digits = isLong ? digits : digits * 10 + bytes[at] - '0';
            at++;
        }
        return at;
    }

    private boolean scanExponent(byte[] bytes, int from, int end) {
        int at = from + (isSign(bytes, from, end) ? 1 : 0);
        if (at == end) {
            return false;
        }
        int exponent = 0;
        for (; at < end; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            exponent = Math.min(exponent * 10 + digit, MOST_EXPONENT);
        }
        scale += bytes[from] == '-' ? -exponent : exponent;
        return true;
    }

    private static boolean isSign(byte[] bytes, int at, int end) {
        return at < end && (bytes[at] == '-' || bytes[at] == '+');
    }
}
