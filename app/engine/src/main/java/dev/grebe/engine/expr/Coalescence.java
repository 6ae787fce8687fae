package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Type;
import java.util.List;

/** {@code coalesce}: each value is asked for at the rows for which the ones before it had none. */
final class Coalescence implements Evaluator {
    private final Evaluator[] values;
    private final Type type;
    private final Gathered chosen;
    private final Scratch present = new Scratch();
    private final Scratch open = new Scratch();

    Coalescence(List<Evaluator> values, Type type) {
        this.values = values.toArray(Evaluator[]::new);
        this.type = type;
        chosen = new Gathered(type);
    }

    @Override
    public Column evaluate(Batch batch, Selection rows) {
        chosen.begin(batch.rowCount());
        Selection left = rows;
        for (int i = 0; i < values.length && !left.isEmpty(); i++) {
            Column column = values[i].evaluate(batch, left);
            // What the last one lacks is lacking; but JSON's empty text is a value, and has to become null.
            boolean takesAll = i + 1 == values.length && type != Type.DYNAMIC;
            Selection found = takesAll ? left : present(column, left);
            if (found.count() == rows.count()) {
                return column;
            }
            chosen.take(column, found);
            left = Conditions.without(left, found, open.ints(rows.count()));
        }
        chosen.takeNulls(left);
        return chosen.column();
    }

    private Selection present(Column column, Selection rows) {
        int[] kept = present.ints(rows.count());
        int count = 0;
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            if (isPresent(column, row)) {
                kept[count++] = row;
            }
        }
        return new Selection(kept, count);
    }

    private boolean isPresent(Column column, int row) {
        if (column instanceof Column.Dictionary dictionary) {
            int id = dictionary.ids()[row];
            return id >= 0 && isPresent(dictionary.values(), id);
        } else if (column instanceof Column.Bytes bytes) {
            int length = bytes.lengths()[row];
            boolean isEmptyJson = type == Type.DYNAMIC && length == 2 && bytes.bytes()[bytes.starts()[row]] == '"';
            return length > 0 && !isEmptyJson;
        }
        return !column.isNull(row);
    }
}
