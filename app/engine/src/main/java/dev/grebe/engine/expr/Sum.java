package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;

/** {@code +} and {@code -} of whole numbers and ticks; null where the result does not fit 64 bits. */
final class Sum implements Evaluator {
    private final Operand left;
    private final Operand right;
    private final boolean subtracts;
    private final Scratch scratch = new Scratch();

    Sum(Operand left, Operand right, boolean subtracts) {
        this.left = left;
        this.right = right;
        this.subtracts = subtracts;
    }

    @Override
    public Column evaluate(Batch batch, Selection rows) {
        Column.Longs a = left.longs(batch, rows);
        Column.Longs b = right.longs(batch, rows);
        long[] x = a.values();
        long[] y = b.values();
        long[] values = scratch.longs(a.rowCount());
        long overflow = 0;
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            values[row] = subtracts ? x[row] - y[row] : x[row] + y[row];
            overflow |= overflow(x[row], y[row], values[row]);
        }
        boolean[] nulls = Operand.eitherNull(a.nulls(), b.nulls(), rows, scratch.nulls(a.rowCount()));
        return new Column.Longs(a.rowCount(), values, overflow < 0 ? marked(x, y, values, nulls, rows) : nulls);
    }

    /** Negative if the result has the wrong sign. */
    private long overflow(long x, long y, long result) {
        return subtracts ? (x ^ y) & (x ^ result) : (x ^ result) & (y ^ result);
    }

    private boolean[] marked(long[] x, long[] y, long[] values, boolean[] nulls, Selection rows) {
        boolean[] marks = scratch.bools(values.length);
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            marks[row] = nulls.length != 0 && nulls[row] || overflow(x[row], y[row], values[row]) < 0;
        }
        return marks;
    }
}
