package dev.grebe.sources.parquet;

import dev.grebe.data.Column;

/** Values of a batch's column as pages give them; a slot is a row of the batch. */
interface Output {
    void nulls(int[] slots, int n);

    /** Values of a page that is not dictionary-coded, at indices among its values. */
    void values(Values values, int[] indices, int[] slots, int n);

    /** Values of a page that is, by the ids of its values; at least one. */
    void entries(Dictionary dictionary, Hybrid ids, int[] indices, int[] slots, int n);

    /** The column, once all that was asked for is there. */
    Column column();
}
