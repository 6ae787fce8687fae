package dev.grebe.engine;

import dev.grebe.data.Column;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.Rows;
import java.util.List;

/** Rows that are there in all columns. */
record ColumnRows(Schema schema, List<Column> columns, int size) implements RowSet {
    ColumnRows {
        columns = List.copyOf(columns);
    }

    @Override
    public void want(List<Integer> wanted, Rows rows) {}

    @Override
    public Column column(int index, int[] numbers, int from, int count) {
        return Gather.rows(columns.get(index), numbers, from, count);
    }
}
