package dev.grebe.data;

/**
 * Some rows of a split, in order. Columns are lazy: nothing is decoded before it is asked for. Valid until the next call
 * of the reader that gave it; who keeps values copies them.
 */
public interface Batch {
    /** Rows in this batch. */
    int rowCount();

    /** Where a row of the batch stands in its split, from 0; ascending over the rows and batches of a reader. */
    long position(int row);

    /**
     * A column, by its place in the list that the reader was opened with. Indices are rows of the batch; values at
     * {@code rows} are right, others undefined. May be asked again with other rows; an answer given before stays right.
     */
    Column column(int index, Selection rows);
}
