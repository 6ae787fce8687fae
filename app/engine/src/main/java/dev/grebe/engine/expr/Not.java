package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;

/** {@code not} as a value; null stays null. */
final class Not implements Evaluator {
    private final Operand value;
    private final Scratch scratch = new Scratch();

    Not(Operand value) {
        this.value = value;
    }

    @Override
    public Column evaluate(Batch batch, Selection rows) {
        Column.Bools from = value.bools(batch, rows);
        boolean[] values = scratch.bools(from.rowCount());
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            values[row] = !from.values()[row];
        }
        return new Column.Bools(from.rowCount(), values, from.nulls());
    }
}
