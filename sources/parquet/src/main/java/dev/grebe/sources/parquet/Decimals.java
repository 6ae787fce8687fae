package dev.grebe.sources.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;

/** Numbers and texts of values that Java has no primitive type for. */
final class Decimals {
    private static final HexFormat HEX = HexFormat.of();
    private static final int UUID_BYTES = 16;
    private static final int MOST_EXACT_POWER = 22; // 10 to this is the last that a double holds exactly
    private static final long MOST_EXACT = 1L << 53;
    private static final double[] POWERS = new double[MOST_EXACT_POWER + 1];

    static {
        for (int i = 0; i <= MOST_EXACT_POWER; i++) {
            POWERS[i] = Double.parseDouble("1e" + i);
        }
    }

    private Decimals() {}

    /** The unscaled value of a DECIMAL: two's complement, its first byte first. */
    static BigInteger unscaled(byte[] bytes, int from, int length) {
        return length == 0 ? BigInteger.ZERO : new BigInteger(bytes, from, length);
    }

    /** The whole number, or {@link Decoding#BAD} if there are digits behind the point. */
    static long whole(long unscaled, int scale) {
        long power = 1;
        for (int i = 0; i < scale; i++) {
            if (power > Long.MAX_VALUE / 10) {
                return unscaled == 0 ? 0 : Decoding.BAD;
            }
            power *= 10;
        }
        return unscaled % power == 0 ? unscaled / power : Decoding.BAD;
    }

    static long whole(BigInteger unscaled, int scale) {
        BigInteger[] parts = unscaled.divideAndRemainder(BigInteger.TEN.pow(scale));
        return parts[1].signum() == 0 && parts[0].bitLength() < Long.SIZE ? parts[0].longValue() : Decoding.BAD;
    }

    /** The nearest double: a division of two exact ones is rounded once. */
    static double real(long unscaled, int scale) {
        return scale <= MOST_EXACT_POWER && Math.abs(unscaled) <= MOST_EXACT && unscaled != Long.MIN_VALUE
                ? unscaled / POWERS[scale]
                : BigDecimal.valueOf(unscaled, scale).doubleValue();
    }

    static double real(BigInteger unscaled, int scale) {
        return new BigDecimal(unscaled, scale).doubleValue();
    }

    /** All digits: {@code -1.00}. */
    static String text(long unscaled, int scale) {
        return scale == 0
                ? Long.toString(unscaled)
                : BigDecimal.valueOf(unscaled, scale).toPlainString();
    }

    static String text(BigInteger unscaled, int scale) {
        return new BigDecimal(unscaled, scale).toPlainString();
    }

    /** The nearest double of an unsigned number. */
    static double unsigned(long value) {
        // Halved, with the bit that is lost kept for rounding.
        return value >= 0 ? value : ((value >>> 1) | (value & 1)) * 2.0;
    }

    /** A floating-point number of 16 bits. */
    static double half(byte[] bytes, int from, int length) {
        if (length != Short.BYTES) {
            throw new BadPage("a FLOAT16 is %d bytes long", length);
        }
        int bits = bytes[from] & 0xff | (bytes[from + 1] & 0xff) << 8;
        int exponent = bits >>> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        double sign = bits >>> 15 == 0 ? 1 : -1;
        if (exponent == 0x1f) {
            return fraction == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
        }
        return exponent == 0
                ? sign * Math.scalb((double) fraction, -24)
                : sign * Math.scalb((double) (fraction | 0x400), exponent - 25);
    }

    /** 8-4-4-4-12 digits. */
    static String uuid(byte[] bytes, int from, int length) {
        if (length != UUID_BYTES) {
            throw new BadPage("a UUID is %d bytes long", length);
        }
        String digits = hex(bytes, from, length);
        return String.join(
                "-",
                digits.substring(0, 8),
                digits.substring(8, 12),
                digits.substring(12, 16),
                digits.substring(16, 20),
                digits.substring(20));
    }

    static String hex(byte[] bytes, int from, int length) {
        return HEX.formatHex(bytes, from, from + length);
    }
}
