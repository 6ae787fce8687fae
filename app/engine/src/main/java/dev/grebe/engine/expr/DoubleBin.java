package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;

/** {@code bin} of doubles: {@code floor(v / size) * size} as IEEE 754 computes it; null for a size of 0 or less. */
final class DoubleBin implements Evaluator {
    private final Operand value;
    private final Operand size;
    private final Scratch scratch = new Scratch();

    DoubleBin(Operand value, Operand size) {
        this.value = value;
        this.size = size;
    }

    @Override
    public Column evaluate(Batch batch, Selection rows) {
        Column.Doubles a = value.doubles(batch, rows);
        Column.Doubles b = size.doubles(batch, rows);
        boolean[] missing = Operand.eitherNull(a.nulls(), b.nulls(), rows, scratch.bools(a.rowCount()));
        double[] values = scratch.doubles(a.rowCount());
        boolean[] nulls = scratch.nulls(a.rowCount());
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            double width = b.values()[row];
            values[row] = Math.floor(a.values()[row] / width) * width;
            nulls[row] = missing.length != 0 && missing[row] || width <= 0;
        }
        return new Column.Doubles(a.rowCount(), values, nulls);
    }
}
