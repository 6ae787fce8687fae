package dev.grebe.engine.expr;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Doubles as the shortest decimal that reads back, of several of that length the nearest. Not by {@link Double#toString},
 * whose digits before JDK 19 are not always the shortest (JDK-4511638) and which never writes fewer than two.
 */
final class DoubleText {
    private static final int LEAST_PLAIN_EXPONENT = -5;
    private static final int LEAST_HIGH_EXPONENT = 15;
    private static final double LEAST_PLAIN = 1e-5;
    private static final double LEAST_HIGH = 1e15;
    static final int MOST_SHORT_SCALE = 18;
    /** Powers of ten that longs hold; doubles hold them exactly. */
    private static final double[] TENS = new double[MOST_SHORT_SCALE + 1];
    /** Below this, decimals of a scale are so far apart that at most one reads back: the nearest. */
    private static final double DISTINCT_BELOW = 0x1p50;

    static {
        for (int i = 0; i < TENS.length; i++) {
            TENS[i] = Double.parseDouble("1e" + i);
        }
    }

    private DoubleText() {}

    /** {@code 5.0}, {@code 0.00001}, {@code 1e15}, {@code 1.5e-7}, {@code NaN}, {@code +inf}, {@code -0.0}. */
    static void write(double value, TextBuffer out) {
        if (Double.isNaN(value)) {
            out.writeAscii("NaN");
            return;
        } else if (Double.isInfinite(value)) {
            out.writeAscii(value > 0 ? "+inf" : "-inf");
            return;
        }
        double size = Math.abs(value);
        if (Double.doubleToRawLongBits(value) < 0) {
            out.write((byte) '-');
        }
        boolean isPlain = size == 0 || size >= LEAST_PLAIN && size < LEAST_HIGH;
        if (!isPlain || !writeShort(size, out)) {
            write(shortest(size), out);
        }
    }

    /** Writes a decimal of up to 15 digits, without an object. */
    private static boolean writeShort(double size, TextBuffer out) {
        int scale = shortScale(size);
        if (scale >= 0) {
            long digits = shortDigits(size, scale);
            long ten = (long) TENS[scale];
            out.writeLong(digits / ten);
            out.write((byte) '.');
            out.writeDigits(digits % ten, Math.max(scale, 1));
        }
        return scale >= 0;
    }

    /**
     * The digits behind the point of the shortest decimal that reads back, -1 if it has more than 15 digits or none was
     * found. Whether {@code n / 10^scale} reads back is answered by one division of exact operands, which IEEE 754 rounds
     * as reading does; the least scale has the fewest digits.
     */
    static int shortScale(double size) {
        for (int scale = 0; scale <= MOST_SHORT_SCALE && size * TENS[scale] < DISTINCT_BELOW; scale++) {
            if (Math.rint(size * TENS[scale]) / TENS[scale] == size) {
                return scale;
            }
        }
        return -1;
    }

    /** All digits of the decimal of that {@link #shortScale}, as a number. */
    static long shortDigits(double size, int scale) {
        return (long) Math.rint(size * TENS[scale]);
    }

    private static void write(BigDecimal decimal, TextBuffer out) {
        String digits = decimal.unscaledValue().toString();
        int exponent = digits.length() - decimal.scale() - 1;
        if (exponent < LEAST_PLAIN_EXPONENT || exponent >= LEAST_HIGH_EXPONENT) {
            out.writeAscii(digits.substring(0, 1));
            if (digits.length() > 1) {
                out.write((byte) '.');
                out.writeAscii(digits.substring(1));
            }
            out.write((byte) 'e');
            out.writeLong(exponent);
        } else {
            out.writeAscii(decimal.toPlainString());
        }
    }

    /** Without zeros at the end; for a finite value above 0. */
    static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal best = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        // Fewer digits never help where more do not. At its own length the nearest may be another one.
        for (int digits = best.precision(); digits > 0; digits--) {
            BigDecimal shorter = nearest(exact, value, digits);
            if (shorter.signum() == 0) {
                break;
            }
            best = shorter.stripTrailingZeros();
        }
        return best;
    }

    /**
     * The nearest decimal of so many digits that reads back, or 0. Below a power of two the doubles are closer together
     * than above it, so that the nearest decimal may not read back although the one on the other side does.
     */
    private static BigDecimal nearest(BigDecimal exact, double value, int digits) {
        BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        if (nearest.doubleValue() == value) {
            return nearest;
        }
        RoundingMode other = nearest.compareTo(exact) < 0 ? RoundingMode.UP : RoundingMode.DOWN;
        BigDecimal farther = exact.round(new MathContext(digits, other));
        return farther.doubleValue() == value ? farther : BigDecimal.ZERO;
    }
}
