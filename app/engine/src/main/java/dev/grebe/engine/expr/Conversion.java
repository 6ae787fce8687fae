package dev.grebe.engine.expr;

import dev.grebe.data.Column;

/** {@code tolong} of truth values and {@code todouble} of whole numbers. */
final class Conversion {
    private Conversion() {}

    static Evaluator toLong(Operand value) {
        Scratch scratch = new Scratch();
        return (batch, rows) -> {
            Column.Bools from = value.bools(batch, rows);
            long[] values = scratch.longs(from.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                values[row] = from.values()[row] ? 1 : 0;
            }
            return new Column.Longs(from.rowCount(), values, from.nulls());
        };
    }

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
}
