package dev.grebe.engine.expr;

import dev.grebe.data.Column;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** {@code round}: on the shortest decimal that reads back, halves away from zero. */
final class Rounding {
    private static final long MOST_DIGITS = 400;
    private static final long[] TENS = new long[19];

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = TENS[i - 1] * 10;
        }
    }

    private Rounding() {}

    static Evaluator of(Operand value, Operand digits) {
        DoubleResults results = new DoubleResults();
        return (batch, rows) -> {
            Column.Doubles values = value.doubles(batch, rows);
            Column.Longs places = digits.longs(batch, rows);
            results.begin(values.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                if (values.isNull(row) || places.isNull(row)) {
                    results.setNull(row);
                } else {
                    results.set(row, rounded(values.values()[row], places.values()[row]));
                }
            }
            return results.column();
        };
    }

    private static double rounded(double value, long digits) {
        double size = Math.abs(value);
        if (!(size < Double.POSITIVE_INFINITY)) {
            return value;
        }
        double rounded = roundedSize(size, (int) Math.max(-MOST_DIGITS, Math.min(MOST_DIGITS, digits)));
        return value < 0 && rounded != 0 ? -rounded : rounded;
    }

    private static double roundedSize(double size, int digits) {
        int scale = DoubleText.shortScale(size);
        if (scale < 0 || Math.abs(digits) > DoubleText.MOST_SHORT_SCALE) {
            BigDecimal decimal = size == 0 ? BigDecimal.ZERO : DoubleText.shortest(size);
            return decimal.setScale(digits, RoundingMode.HALF_UP).doubleValue();
        } else if (digits >= scale) {
            return size;
        }
        int dropped = scale - digits;
        if (dropped >= TENS.length) {
            // More digits than the number has: it is below a half of the last one kept.
            return 0.0;
        }
        long all = DoubleText.shortDigits(size, scale);
        long ten = TENS[dropped];
        long kept = all / ten + (all % ten >= ten / 2 ? 1 : 0);
        // One rounding of exact operands is the rounding of the decimal itself.
        return digits < 0 ? kept * (double) TENS[-digits] : kept / (double) TENS[digits];
    }
}
