package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Selection;

/** A compiled condition. Owned by one worker: it keeps scratch arrays. */
public interface Condition {
    /** Those of {@code rows} for which the condition is true, neither false nor null. Valid until the next call. */
    Selection filter(Batch batch, Selection rows);
}
