package dev.grebe.engine.expr;

import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import java.util.List;

/** Conditions made of others, and of truth values. */
final class Conditions {
    static final Condition ALWAYS = (batch, rows) -> rows;
    static final Condition NEVER = (batch, rows) -> new Selection(rows.rows(), 0);

    private Conditions() {}

    /** Each condition sees what the ones before it left. */
    static Condition all(List<Condition> conditions) {
        Condition[] parts = conditions.toArray(Condition[]::new);
        return (batch, rows) -> {
            Selection left = rows;
            for (int i = 0; i < parts.length && !left.isEmpty(); i++) {
                left = parts[i].filter(batch, left);
            }
            return left;
        };
    }

    /** Each condition sees what the ones before it did not keep. */
    static Condition any(List<Condition> conditions) {
        Condition[] parts = conditions.toArray(Condition[]::new);
        Scratch open = new Scratch();
        Scratch kept = new Scratch();
        return (batch, rows) -> {
            Selection left = rows;
            for (int i = 0; i < parts.length && !left.isEmpty(); i++) {
                left = without(left, parts[i].filter(batch, left), open.ints(rows.count()));
            }
            return without(rows, left, kept.ints(rows.count()));
        };
    }

    /** Rows whose value is neither null nor the other one. */
    static Condition value(Evaluator evaluator, boolean wanted) {
        Operand operand = new Operand(evaluator);
        Scratch scratch = new Scratch();
        return (batch, rows) -> {
            Column.Bools bools = operand.bools(batch, rows);
            boolean[] values = bools.values();
            boolean[] nulls = bools.nulls();
            int[] kept = scratch.ints(rows.count());
            int count = 0;
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                if (values[row] == wanted && (nulls.length == 0 || !nulls[row])) {
                    kept[count++] = row;
                }
            }
            return new Selection(kept, count);
        };
    }

    /** The rows that are not among the removed ones, into an array that may be that of {@code rows}. */
    static Selection without(Selection rows, Selection removed, int[] into) {
        int count = 0;
        int next = 0;
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            if (next < removed.count() && removed.rows()[next] == row) {
                next++;
            } else {
                into[count++] = row;
            }
        }
        return new Selection(into, count);
    }
}
