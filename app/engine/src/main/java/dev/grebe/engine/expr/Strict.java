package dev.grebe.engine.expr;

import dev.grebe.data.Column;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;

/** Evaluators of functions of a row's numbers and ticks that are null where an argument is. */
final class Strict {
    private Strict() {}

    /** Gives a row its value, or null. */
    interface OfLong {
        void apply(long value, int row, LongResults results);
    }

    /** Gives a row its value, or null. */
    interface OfLongs {
        void apply(long left, long right, int row, LongResults results);
    }

    /** Gives a row its value, or null. */
    interface OfDouble {
        void apply(double value, int row, LongResults results);
    }

    /** Gives a row its value, or null. */
    interface OfDoubleAndLong {
        void apply(double left, long right, int row, LongResults results);
    }

    static Evaluator longs(Operand value, OfLong function) {
        LongResults results = new LongResults();
        return (batch, rows) -> {
            Column.Longs values = value.longs(batch, rows);
            results.begin(values.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                if (values.isNull(row)) {
                    results.setNull(row);
                } else {
                    function.apply(values.values()[row], row, results);
                }
            }
            return results.column();
        };
    }

    static Evaluator longs(Operand left, Operand right, OfLongs function) {
        LongResults results = new LongResults();
        return (batch, rows) -> {
            Column.Longs a = left.longs(batch, rows);
            Column.Longs b = right.longs(batch, rows);
            results.begin(a.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                if (a.isNull(row) || b.isNull(row)) {
                    results.setNull(row);
                } else {
                    function.apply(a.values()[row], b.values()[row], row, results);
                }
            }
            return results.column();
        };
    }

    /** A function that has a value for all numbers. */
    static Evaluator total(Operand left, Operand right, LongBinaryOperator function) {
        return longs(left, right, (a, b, row, results) -> results.set(row, function.applyAsLong(a, b)));
    }

    static Evaluator longsOfDouble(Operand value, OfDouble function) {
        LongResults results = new LongResults();
        return (batch, rows) -> {
            Column.Doubles values = value.doubles(batch, rows);
            results.begin(values.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                if (values.isNull(row)) {
                    results.setNull(row);
                } else {
                    function.apply(values.values()[row], row, results);
                }
            }
            return results.column();
        };
    }

    static Evaluator longsOfDouble(Operand left, Operand right, OfDoubleAndLong function) {
        LongResults results = new LongResults();
        return (batch, rows) -> {
            Column.Doubles a = left.doubles(batch, rows);
            Column.Longs b = right.longs(batch, rows);
            results.begin(a.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                if (a.isNull(row) || b.isNull(row)) {
                    results.setNull(row);
                } else {
                    function.apply(a.values()[row], b.values()[row], row, results);
                }
            }
            return results.column();
        };
    }

    static Evaluator doubles(Operand value, DoubleUnaryOperator function) {
        DoubleResults results = new DoubleResults();
        return (batch, rows) -> {
            Column.Doubles values = value.doubles(batch, rows);
            results.begin(values.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                if (values.isNull(row)) {
                    results.setNull(row);
                } else {
                    results.set(row, function.applyAsDouble(values.values()[row]));
                }
            }
            return results.column();
        };
    }

    static Evaluator doubles(Operand left, Operand right, DoubleBinaryOperator function) {
        DoubleResults results = new DoubleResults();
        return (batch, rows) -> {
            Column.Doubles a = left.doubles(batch, rows);
            Column.Doubles b = right.doubles(batch, rows);
            results.begin(a.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                if (a.isNull(row) || b.isNull(row)) {
                    results.setNull(row);
                } else {
                    results.set(row, function.applyAsDouble(a.values()[row], b.values()[row]));
                }
            }
            return results.column();
        };
    }
}
