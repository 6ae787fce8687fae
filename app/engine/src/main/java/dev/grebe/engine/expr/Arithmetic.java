package dev.grebe.engine.expr;

import dev.grebe.plan.Function;

/** Operators on whole numbers, ticks and doubles. What does not fit 64 bits is null, never wrapped. */
final class Arithmetic {
    private static final double LEAST = -0x1p63;
    private static final double BEYOND = 0x1p63;

    private Arithmetic() {}

    static Evaluator product(Operand left, Operand right) {
        return Strict.longs(left, right, (a, b, row, results) -> {
            long product = a * b;
            boolean fits = Math.multiplyHigh(a, b) == product >> 63;
            set(fits, product, row, results);
        });
    }

    /** A double times ticks. */
    static Evaluator scaled(Operand factor, Operand ticks) {
        return Strict.longsOfDouble(factor, ticks, (a, b, row, results) -> setNearest(a * b, row, results));
    }

    static Evaluator quotient(Operand left, Operand right) {
        return Strict.longs(left, right, (a, b, row, results) -> {
            boolean fits = b != 0 && (a != Long.MIN_VALUE || b != -1);
            set(fits, fits ? a / b : 0, row, results);
        });
    }

    /** Ticks by a double. */
    static Evaluator shortened(Operand ticks, Operand divisor) {
        return Strict.longsOfDouble(divisor, ticks, (a, b, row, results) -> setNearest(b / a, row, results));
    }

    /** Of the ticks of two spans. */
    static Evaluator ratio(Operand left, Operand right) {
        return Strict.doubles(
                new Operand(Conversions.toDouble(left)), new Operand(Conversions.toDouble(right)), (a, b) -> a / b);
    }

    static Evaluator remainder(Operand left, Operand right) {
        return Strict.longs(left, right, (a, b, row, results) -> {
            long rest = b == 0 ? 0 : a % b;
            // The absolute value of the least long is none; subtracting it is.
            set(b != 0, rest >= 0 ? rest : b < 0 ? rest - b : rest + b, row, results);
        });
    }

    static double remainder(double left, double right) {
        double rest = left % right;
        return rest == 0 ? 0.0 : rest < 0 ? rest + Math.abs(right) : rest;
    }

    static Evaluator negative(Operand value) {
        return Strict.longs(value, (a, row, results) -> set(a != Long.MIN_VALUE, -a, row, results));
    }

    static Evaluator absolute(Operand value) {
        return Strict.longs(value, (a, row, results) -> set(a != Long.MIN_VALUE, Math.abs(a), row, results));
    }

    /** {@link Function#BINARY_SHIFT_LEFT}; Java counts the places modulo 64, too. */
    static Evaluator shiftedLeft(Operand value, Operand places) {
        return Strict.longs(value, places, (a, b, row, results) -> set(b >= 0, a << b, row, results));
    }

    static Evaluator shiftedRight(Operand value, Operand places) {
        return Strict.longs(value, places, (a, b, row, results) -> set(b >= 0, a >> b, row, results));
    }

    static void set(boolean fits, long value, int row, LongResults results) {
        if (fits) {
            results.set(row, value);
        } else {
            results.setNull(row);
        }
    }

    /** The nearest whole number, a tie to the even one; null for NaN. */
    private static void setNearest(double value, int row, LongResults results) {
        setWhole(Math.rint(value), row, results);
    }

    /** Without its fraction; null for NaN. */
    static void setWhole(double value, int row, LongResults results) {
        set(value >= LEAST && value < BEYOND, (long) value, row, results);
    }
}
