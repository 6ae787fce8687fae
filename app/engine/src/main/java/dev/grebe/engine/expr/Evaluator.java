package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;

/** A compiled expression. Owned by one worker: it keeps scratch arrays. */
public interface Evaluator {
    /** The values; right at {@code rows}, undefined elsewhere; of any form, a dictionary too. Valid until the next call. */
    Column evaluate(Batch batch, Selection rows);
}
