package dev.grebe.engine;

import dev.grebe.data.Column;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.Rows;
import java.util.List;

/** Some rows of others: row i is row {@code rows[i]} of the base. */
record PickedRows(RowSet base, int[] rows, int size) implements RowSet {
    @Override
    public Schema schema() {
        return base.schema();
    }

    @Override
    public void want(List<Integer> columns, Rows wanted) {
        base.want(columns, RowNumbers.through(rows, size, wanted, base.size()));
    }

    @Override
    public Column column(int index, int[] numbers, int from, int count) {
        return base.column(index, Gather.ints(rows, numbers, from, count), 0, count);
    }
}
