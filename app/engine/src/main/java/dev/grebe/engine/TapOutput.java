package dev.grebe.engine;

import dev.grebe.data.Batch;
import dev.grebe.data.Selection;

/** What becomes of the rows that pass a tap's conditions. */
interface TapOutput {
    /** Takes rows; for one worker. */
    interface Feed {
        /** @param rows at least one */
        void accept(int split, Batch batch, Selection rows);
    }

    Feed feed();

    /** All rows have come by: tells the evaluation what they gave. */
    void finish();
}
