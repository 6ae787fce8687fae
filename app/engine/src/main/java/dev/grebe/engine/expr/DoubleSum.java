package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;

/** {@code +} and {@code -} of doubles. */
final class DoubleSum implements Evaluator {
    private final Operand left;
    private final Operand right;
    private final double sign;
    private final Scratch scratch = new Scratch();

    DoubleSum(Operand left, Operand right, boolean subtracts) {
        this.left = left;
        this.right = right;
        sign = subtracts ? -1 : 1;
    }

    @Override
    public Column evaluate(Batch batch, Selection rows) {
        Column.Doubles a = left.doubles(batch, rows);
        Column.Doubles b = right.doubles(batch, rows);
        double[] x = a.values();
        double[] y = b.values();
        double[] values = scratch.doubles(a.rowCount());
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            values[row] = x[row] + sign * y[row];
        }
        return new Column.Doubles(
                a.rowCount(), values, Operand.eitherNull(a.nulls(), b.nulls(), rows, scratch.nulls(a.rowCount())));
    }
}
