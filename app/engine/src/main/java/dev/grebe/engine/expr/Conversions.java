package dev.grebe.engine.expr;

import dev.grebe.data.Column;
import dev.grebe.plan.Type;

/** {@code tolong}, {@code toint}, {@code todouble} and {@code tobool}: null where a value has no such form. */
final class Conversions {
    private Conversions() {}

    static Evaluator toLong(Operand value, Type from) {
        return switch (from) {
            case BOOL -> ofBool(value);
            case LONG -> Strict.longs(value, (whole, row, results) -> results.set(row, whole));
            case DOUBLE -> Strict.longsOfDouble(value, Arithmetic::setWhole);
            case STRING, DYNAMIC -> ofText(value, from);
            case TIMESTAMP, DURATION -> throw new IllegalStateException(from + " is no number");
        };
    }

    static Evaluator toInt(Operand value, Type from) {
        return Strict.longs(
                new Operand(toLong(value, from)),
                (whole, row, results) -> Arithmetic.set(whole == (int) whole, whole, row, results));
    }

    private static Evaluator ofBool(Operand value) {
        LongResults results = new LongResults();
        return (batch, rows) -> {
            Column.Bools from = value.bools(batch, rows);
            results.begin(from.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                if (from.isNull(row)) {
                    results.setNull(row);
                } else {
                    results.set(row, from.values()[row] ? 1 : 0);
                }
            }
            return results.column();
        };
    }

    private static Evaluator ofText(Operand value, Type from) {
        LongResults results = new LongResults();
        Scalars scalars = new Scalars(from);
        return (batch, rows) -> {
            Column.Bytes texts = value.bytes(batch, rows);
            results.begin(texts.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                if (scalars.readLong(texts.bytes(), texts.starts()[row], texts.lengths()[row])) {
                    results.set(row, scalars.whole());
                } else {
                    results.setNull(row);
                }
            }
            return results.column();
        };
    }

    static Evaluator toDouble(Operand value, Type from) {
        return switch (from) {
            case BOOL -> toDouble(new Operand(ofBool(value)));
            case LONG -> toDouble(value);
            case STRING, DYNAMIC -> doubleOfText(value, from);
            case DOUBLE, TIMESTAMP, DURATION -> throw new IllegalStateException(from + " is not made a double");
        };
    }

    /** Of whole numbers, or of ticks. */
    static Evaluator toDouble(Operand value) {
        Scratch scratch = new Scratch();
        return (batch, rows) -> {
            Column.Longs from = value.longs(batch, rows);
            double[] values = scratch.doubles(from.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                values[row] = from.values()[row];
            }
            return new Column.Doubles(from.rowCount(), values, from.nulls());
        };
    }

    private static Evaluator doubleOfText(Operand value, Type from) {
        DoubleResults results = new DoubleResults();
        Scalars scalars = new Scalars(from);
        return (batch, rows) -> {
            Column.Bytes texts = value.bytes(batch, rows);
            results.begin(texts.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                if (scalars.readDouble(texts.bytes(), texts.starts()[row], texts.lengths()[row])) {
                    results.set(row, scalars.real());
                } else {
                    results.setNull(row);
                }
            }
            return results.column();
        };
    }

    static Evaluator toBool(Operand value, Type from) {
        return switch (from) {
            case LONG -> isNotZero(new Operand(toDouble(value)));
            case DOUBLE -> isNotZero(value);
            case STRING, DYNAMIC -> boolOfText(value, from);
            case BOOL, TIMESTAMP, DURATION -> throw new IllegalStateException(from + " is not made a truth value");
        };
    }

    /** Of doubles: whole numbers other than 0 are others as doubles, too. */
    private static Evaluator isNotZero(Operand value) {
        BoolResults results = new BoolResults();
        return (batch, rows) -> {
            Column.Doubles from = value.doubles(batch, rows);
            results.begin(from.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                if (from.isNull(row)) {
                    results.setNull(row);
                } else {
                    results.set(row, from.values()[row] != 0);
                }
            }
            return results.column();
        };
    }

    private static Evaluator boolOfText(Operand value, Type from) {
        BoolResults results = new BoolResults();
        Scalars scalars = new Scalars(from);
        return (batch, rows) -> {
            Column.Bytes texts = value.bytes(batch, rows);
            results.begin(texts.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                if (scalars.readBool(texts.bytes(), texts.starts()[row], texts.lengths()[row])) {
                    results.set(row, scalars.truth());
                } else {
                    results.setNull(row);
                }
            }
            return results.column();
        };
    }
}
