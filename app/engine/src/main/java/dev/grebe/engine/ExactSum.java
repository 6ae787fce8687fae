package dev.grebe.engine;

import java.math.BigInteger;

/**
 * A sum of doubles without rounding on the way, whatever their order: a fixed-point number that spans the whole range of
 * double, in digits of 32 bits with room for carries (Kulisch's accumulator).
 */
final class ExactSum {
    /** Bytes that one sum takes. */
    static final int BYTES = 8 * 68 + 48;

    private static final int LEAST_EXPONENT = 1074;
    private static final long DIGIT = 0xFFFF_FFFFL;
    private static final int CARRY_EVERY = 1 << 28;

    private final long[] digits = new long[68];
    private int uncarried;
    private boolean nan;
    private boolean positiveInfinity;
    private boolean negativeInfinity;

    void add(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            nan |= Double.isNaN(value);
            positiveInfinity |= value == Double.POSITIVE_INFINITY;
            negativeInfinity |= value == Double.NEGATIVE_INFINITY;
            return;
        }
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> 52 & 0x7FF);
        long mantissa = bits & 0xF_FFFF_FFFF_FFFFL | (exponent == 0 ? 0 : 1L << 52);
        int shift = Math.max(exponent, 1) - 1;
        int at = shift >>> 5;
        long first = (mantissa & DIGIT) << (shift & 31);
        long second = (mantissa >>> 32) << (shift & 31);
        long sign = bits < 0 ? -1 : 1;
        digits[at] += sign * (first & DIGIT);
        digits[at + 1] += sign * ((first >>> 32) + (second & DIGIT));
        digits[at + 2] += sign * (second >>> 32);
        if (++uncarried == CARRY_EVERY) {
            carry();
        }
    }

    void add(ExactSum other) {
        other.carry();
        carry();
        for (int i = 0; i < digits.length; i++) {
            digits[i] += other.digits[i];
        }
        nan |= other.nan;
        positiveInfinity |= other.positiveInfinity;
        negativeInfinity |= other.negativeInfinity;
        carry();
    }

    /** The sum, rounded once, half to even; NaN and infinities as IEEE 754 adds them; 0.0 for nothing. */
    double value() {
        if (nan || positiveInfinity && negativeInfinity) {
            return Double.NaN;
        } else if (positiveInfinity || negativeInfinity) {
            return positiveInfinity ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        carry();
        BigInteger sum = BigInteger.ZERO;
        for (int i = digits.length - 1; i >= 0; i--) {
            sum = sum.shiftLeft(32).add(BigInteger.valueOf(digits[i]));
        }
        double magnitude = rounded(sum.abs());
        return sum.signum() < 0 ? -magnitude : magnitude;
    }

    /** Keeps 64 leading bits and whether anything follows them: enough to round the 53 right. */
    private static double rounded(BigInteger sum) {
        int dropped = Math.max(0, sum.bitLength() - 64);
        BigInteger leading = sum.shiftRight(dropped);
        if (dropped > 0 && sum.getLowestSetBit() < dropped) {
            leading = leading.setBit(0);
        }
        return Math.scalb(leading.doubleValue(), dropped - LEAST_EXPONENT);
    }

    /** Leaves every digit but the last in [0, 2^32). */
    private void carry() {
        long carry = 0;
        for (int i = 0; i < digits.length - 1; i++) {
            long digit = digits[i] + carry;
            digits[i] = digit & DIGIT;
            carry = digit >> 32;
        }
        digits[digits.length - 1] += carry;
        uncarried = 0;
    }
}
