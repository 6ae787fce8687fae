package dev.grebe.engine;

import dev.grebe.data.Column;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.Rows;
import java.util.List;

/** The rows of several sets, one set behind the other. */
final class UnionRows implements RowSet {
    private final List<RowSet> parts;
    private final int[] starts;
    private final Budget budget;

    UnionRows(List<RowSet> parts, Budget budget) {
        this.parts = List.copyOf(parts);
        this.budget = budget;
        this.starts = new int[parts.size() + 1];
        for (int i = 0; i < parts.size(); i++) {
            starts[i + 1] = Math.addExact(starts[i], parts.get(i).size());
        }
    }

    @Override
    public Schema schema() {
        return parts.get(0).schema();
    }

    @Override
    public int size() {
        return starts[parts.size()];
    }

    @Override
    public void want(List<Integer> columns, Rows rows) {
        for (int part = 0; part < parts.size(); part++) {
            Rows own = own(part, rows);
            if (!(own instanceof Rows.At at && at.count() == 0)) {
                parts.get(part).want(columns, own);
            }
        }
    }

    private Rows own(int part, Rows rows) {
        if (!(rows instanceof Rows.At at)) {
            return Rows.ALL;
        }
        int[] own = new int[at.count()];
        int count = 0;
        for (int i = 0; i < at.count(); i++) {
            int row = at.positions()[i];
            if (row >= starts[part] && row < starts[part + 1]) {
                own[count++] = row - starts[part];
            }
        }
        return Rows.at(own, count);
    }

    @Override
    public Column column(int index, int[] rows, int from, int count) {
        ColumnBuilder builder = new ColumnBuilder(schema().field(index), budget);
        int done = 0;
        while (done < count) {
            int part = part(rows[from + done]);
            int end = done + 1;
            while (end < count && part(rows[from + end]) == part) {
                end++;
            }
            int[] own = new int[end - done];
            for (int i = done; i < end; i++) {
                own[i - done] = rows[from + i] - starts[part];
            }
            Column column = parts.get(part).column(index, own, 0, own.length);
            builder.append(column, RowNumbers.upTo(own.length), own.length);
            done = end;
        }
        builder.release();
        return builder.build();
    }

    private int part(int row) {
        int part = 0;
        while (row >= starts[part + 1]) {
            part++;
        }
        return part;
    }
}
