package dev.grebe.engine;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import java.util.HashMap;
import java.util.Map;

/** Some rows of a row set as a batch: row i is row {@code rows[from + i]}. */
final class RowBatch implements Batch {
    private final RowSet set;
    private final int[] rows;
    private final int from;
    private final int count;
    private final Map<Integer, Column> columns = new HashMap<>();

    RowBatch(RowSet set, int[] rows, int from, int count) {
        this.set = set;
        this.rows = rows;
        this.from = from;
        this.count = count;
    }

    @Override
    public int rowCount() {
        return count;
    }

    @Override
    public long position(int row) {
        return rows[from + row];
    }

    @Override
    public Column column(int index, Selection selection) {
        return columns.computeIfAbsent(index, i -> set.column(i, rows, from, count));
    }
}
