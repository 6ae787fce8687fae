package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Ticks;

/** {@code +} and {@code -} of whole numbers and ticks; null where the result does not fit, a time into the years 1 to 9999. */
final class Sum implements Evaluator {
    private final Operand left;
    private final Operand right;
    private final boolean subtracts;
    private final boolean isTime;
    private final Scratch scratch = new Scratch();

    Sum(Operand left, Operand right, boolean subtracts, boolean isTime) {
        this.left = left;
        this.right = right;
        this.subtracts = subtracts;
        this.isTime = isTime;
    }

    @Override
    public Column evaluate(Batch batch, Selection rows) {
        Column.Longs a = left.longs(batch, rows);
        Column.Longs b = right.longs(batch, rows);
        long[] x = a.values();
        long[] y = b.values();
        long[] values = scratch.longs(a.rowCount());
        long misfits = 0;
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            values[row] = subtracts ? x[row] - y[row] : x[row] + y[row];
            misfits |= misfit(x[row], y[row], values[row]);
        }
        boolean[] nulls = Operand.eitherNull(a.nulls(), b.nulls(), rows, scratch.nulls(a.rowCount()));
        return new Column.Longs(a.rowCount(), values, misfits < 0 ? marked(x, y, values, nulls, rows) : nulls);
    }

    /** Negative if the result has the wrong sign or is no time. */
    private long misfit(long x, long y, long result) {
        long wrapped = subtracts ? (x ^ y) & (x ^ result) : (x ^ result) & (y ^ result);
        // Where these two differences wrap they are of a result far outside, and negative, too.
        return isTime ? wrapped | (result - Ticks.YEAR_ONE) | (Ticks.YEAR_TEN_THOUSAND - 1 - result) : wrapped;
    }

    private boolean[] marked(long[] x, long[] y, long[] values, boolean[] nulls, Selection rows) {
        boolean[] marks = scratch.bools(values.length);
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            marks[row] = nulls.length != 0 && nulls[row] || misfit(x[row], y[row], values[row]) < 0;
        }
        return marks;
    }
}
