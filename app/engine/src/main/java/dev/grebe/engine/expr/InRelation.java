package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import java.util.List;

/** {@code keys in (relation)}. */
final class InRelation implements Evaluator {
    private final List<Evaluator> keys;
    private final Membership membership;

    InRelation(List<Evaluator> keys, Membership membership) {
        this.keys = keys;
        this.membership = membership;
    }

    @Override
    public Column evaluate(Batch batch, Selection rows) {
        return membership.test(
                keys.stream().map(key -> key.evaluate(batch, rows)).toList(), rows);
    }
}
