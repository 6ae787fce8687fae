package dev.grebe.engine.expr;

import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import java.util.List;

/** Answers {@code keys in (relation)} once the relation is known. */
public interface Membership {
    /** Per row whether the keys are in the relation; null as {@link dev.grebe.plan.Expr.In} says. */
    Column.Bools test(List<Column> keys, Selection rows);
}
