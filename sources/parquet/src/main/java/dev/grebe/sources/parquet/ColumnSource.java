package dev.grebe.sources.parquet;

import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Domain;

/** Where a split's column comes from. */
interface ColumnSource extends AutoCloseable {
    /** Values of some rows of a batch; may be asked again with other rows. */
    Column read(Positions batch, Selection rows, Reserved reserved);

    /** Whether the split can hold a wanted value, as far as that shows before rows are decoded. */
    boolean mayMatch(Domain domain);

    /** Whether no row of it is bad, as far as that shows before rows are decoded. */
    boolean isProvenGood();

    /** The batch before is not used any more. */
    void forgetBatch();

    /** Called when all rows were delivered: checks what was not looked at. */
    void finish();

    /** Gives memory back. */
    @Override
    void close();
}
