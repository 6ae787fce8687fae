package dev.grebe.engine;

import dev.grebe.data.Column;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.Rows;
import java.util.List;

/** Pairs of rows: row i is row {@code leftRows[i]} and {@code rightRows[i]} side by side; -1 on the right is no row. */
record JoinedRows(Schema schema, RowSet left, int[] leftRows, RowSet right, int[] rightRows, int size, boolean isOuter)
        implements RowSet {
    @Override
    public void want(List<Integer> columns, Rows rows) {
        int width = left.schema().size();
        List<Integer> ofLeft = columns.stream().filter(i -> i < width).toList();
        List<Integer> ofRight =
                columns.stream().filter(i -> i >= width).map(i -> i - width).toList();
        if (!ofLeft.isEmpty()) {
            left.want(ofLeft, RowNumbers.through(leftRows, size, rows, left.size()));
        }
        if (!ofRight.isEmpty()) {
            right.want(ofRight, RowNumbers.through(rightRows, size, rows, right.size()));
        }
    }

    @Override
    public Column column(int index, int[] numbers, int from, int count) {
        int width = left.schema().size();
        if (index < width) {
            return left.column(index, Gather.ints(leftRows, numbers, from, count), 0, count);
        }
        int[] rows = Gather.ints(rightRows, numbers, from, count);
        return isOuter ? outer(index - width, rows, count) : right.column(index - width, rows, 0, count);
    }

    private Column outer(int index, int[] rows, int count) {
        int[] present = rows.clone();
        for (int i = 0; i < count; i++) {
            present[i] = Math.max(present[i], 0);
        }
        var type = right.schema().field(index).type();
        return right.size() == 0
                ? Gather.nothing(type, count)
                : Gather.missing(right.column(index, present, 0, count), type, rows, 0, count);
    }
}
