package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Function;
import dev.grebe.plan.Type;

/** {@link Function#IN_ARRAY} and {@link Function#IN_ARRAY_IGNORING_CASE}. */
final class InArray {
    private InArray() {}

    static Evaluator exactly(Operand scalar, Type type, Operand array) {
        JsonEquality equality = new JsonEquality(scalar, type);
        JsonLeaves leaves = new JsonLeaves();
        BoolResults results = new BoolResults();
        return (Batch batch, Selection rows) -> {
            equality.begin(batch, rows);
            Column.Bytes arrays = array.bytes(batch, rows);
            results.begin(arrays.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                boolean found = false;
                if (!equality.isNull(row)) {
                    leaves.open(arrays.bytes(), arrays.starts()[row], arrays.lengths()[row]);
                    while (!found && leaves.next()) {
                        found = equality.test(arrays.bytes(), leaves.start(), leaves.length(), row);
                    }
                }
                results.set(row, found);
            }
            return results.column();
        };
    }

    static RowFunction.OfNumber ignoringCase() {
        JsonLeaves leaves = new JsonLeaves();
        TextBuffer leaf = new TextBuffer();
        return row -> {
            leaves.open(row.bytes(1), row.start(1), row.length(1));
            while (leaves.next()) {
                if (JsonKind.of(row.bytes(1), leaves.start(), leaves.length()) != JsonKind.TEXT) {
                    continue;
                }
                leaf.clear();
                JsonText.write(row.bytes(1), leaves.start(), leaves.length(), leaf);
                if (Folding.equal(leaf.bytes(), 0, leaf.length(), row.bytes(0), row.start(0), row.length(0), true)) {
                    return 1;
                }
            }
            return 0;
        };
    }
}
