package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Type;
import java.util.List;

/** {@code case}: each condition sees the rows that the ones before it left, each value only the rows that it is for. */
final class Choice implements Evaluator {
    private final Condition[] conditions;
    private final Evaluator[] values;
    private final Gathered chosen;
    private final Scratch open = new Scratch();

    /** @param values one for each condition, and one for the rows that are left */
    Choice(List<Condition> conditions, List<Evaluator> values, Type type) {
        this.conditions = conditions.toArray(Condition[]::new);
        this.values = values.toArray(Evaluator[]::new);
        chosen = new Gathered(type);
    }

    @Override
    public Column evaluate(Batch batch, Selection rows) {
        chosen.begin(batch.rowCount());
        Selection left = rows;
        for (int i = 0; i < conditions.length && !left.isEmpty(); i++) {
            Selection found = conditions[i].filter(batch, left);
            if (found.count() == rows.count()) {
                return values[i].evaluate(batch, rows);
            } else if (!found.isEmpty()) {
                chosen.take(values[i].evaluate(batch, found), found);
                left = Conditions.without(left, found, open.ints(rows.count()));
            }
        }
        if (left.count() == rows.count()) {
            return values[conditions.length].evaluate(batch, rows);
        } else if (!left.isEmpty()) {
            chosen.take(values[conditions.length].evaluate(batch, left), left);
        }
        return chosen.column();
    }
}
