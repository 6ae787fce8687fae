package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;

/** {@code and} and {@code or} as values: one truth value decides, else null wins. The right side sees undecided rows. */
final class Logic implements Evaluator {
    private final Operand left;
    private final Operand right;
    private final boolean deciding;
    private final Scratch scratch = new Scratch();

    /** @param deciding false for {@code and}, true for {@code or} */
    Logic(Operand left, Operand right, boolean deciding) {
        this.left = left;
        this.right = right;
        this.deciding = deciding;
    }

    @Override
    public Column evaluate(Batch batch, Selection rows) {
        Column.Bools a = left.bools(batch, rows);
        int rowCount = a.rowCount();
        boolean[] values = scratch.bools(rowCount);
        boolean[] nulls = scratch.nulls(rowCount);
        int[] open = scratch.ints(rows.count());
        int count = 0;
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            boolean isNull = a.isNull(row);
            values[row] = a.values()[row];
            nulls[row] = isNull;
            if (isNull || a.values()[row] != deciding) {
                open[count++] = row;
            }
        }
        if (count > 0) {
            decide(right.bools(batch, new Selection(open, count)), open, count, values, nulls);
        }
        return new Column.Bools(rowCount, values, nulls);
    }

    /** The left side is null or the other value at these rows. */
    private void decide(Column.Bools b, int[] open, int count, boolean[] values, boolean[] nulls) {
        for (int i = 0; i < count; i++) {
            int row = open[i];
            boolean isNull = b.isNull(row);
            boolean decides = !isNull && b.values()[row] == deciding;
            values[row] = decides == deciding;
            nulls[row] = !decides && (nulls[row] || isNull);
        }
    }
}
