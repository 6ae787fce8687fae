package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;

/** {@code isnull} of any type but STRING, which has no null; a DYNAMIC is null where it has no text. */
final class IsNull implements Evaluator {
    private final Evaluator value;
    private final Scratch scratch = new Scratch();

    IsNull(Evaluator value) {
        this.value = value;
    }

    @Override
    public Column evaluate(Batch batch, Selection rows) {
        Column column = value.evaluate(batch, rows);
        boolean[] values = scratch.bools(column.rowCount());
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            values[row] = isNull(column, row);
        }
        return new Column.Bools(column.rowCount(), values, Column.NO_NULLS);
    }

    private static boolean isNull(Column column, int row) {
        if (column instanceof Column.Dictionary dictionary) {
            int id = dictionary.ids()[row];
            return id < 0 || isNull(dictionary.values(), id);
        }
        return column instanceof Column.Bytes bytes ? bytes.lengths()[row] == 0 : column.isNull(row);
    }
}
