package dev.grebe.pipeline;

import dev.grebe.data.Batch;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.Reader;
import dev.grebe.plugin.Rejects;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.Split;
import dev.grebe.plugin.Visible;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Writes rows as they are stored, one JSON object a line, in the order of files and rows. A row has all columns that its
 * file has, in those of its rows that are shown: nested ones once, as objects and arrays. What could act on a terminal is
 * written as JSON's escapes.
 */
final class StoredRows {
    private final SampledTable table;
    private final Memory memory = new HeapShare();
    private final Consumer<String> lines;
    private long left;

    /** @param most rows to write */
    StoredRows(SampledTable table, long most, Consumer<String> lines) {
        this.table = table;
        this.left = most;
        this.lines = lines;
    }

    /** @throws dev.grebe.plugin.DataException at the first bad row or file; rows before it are written */
    void write(List<FileSlice> files) {
        for (FileSlice file : files) {
            if (left == 0) {
                return;
            }
            write(file);
        }
    }

    private void write(FileSlice file) {
        Source source = table.over(List.of(file));
        Schema schema = source.sample(left);
        StoredColumns columns =
                new StoredColumns(schema.fields(), file.partitions().keySet());
        try (Scan scan = source.scan(columns.request(), memory, Rejects.FAIL)) {
            for (Split split : scan.splits()) {
                if (left > 0) {
                    write(file, columns, scan, split);
                }
            }
        }
    }

    private void write(FileSlice file, StoredColumns columns, Scan scan, Split split) {
        List<String> keys = columns.columns().stream()
                .map(column -> Json.line(column.field().name()) + ":")
                .toList();
        try (Reader reader = scan.open(split, columns.names(), Rows.ALL)) {
            Optional<Batch> batch = left == 0 ? Optional.empty() : reader.next();
            while (batch.isPresent()) {
                StoredColumns.Values values = columns.of(batch.get());
                for (int row = 0; row < batch.get().rowCount() && left > 0; row++, left--) {
                    lines.accept(line(file, columns.columns(), keys, values, row));
                }
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("interrupted");
                }
                batch = left == 0 ? Optional.empty() : reader.next();
            }
        }
    }

    private static String line(
            FileSlice file,
            List<StoredColumns.Stored> columns,
            List<String> keys,
            StoredColumns.Values values,
            int row) {
        StringBuilder line = new StringBuilder("{");
        for (int i = 0; i < columns.size(); i++) {
            StoredColumns.Stored column = columns.get(i);
            if (column.isPartition()) {
                add(
                        line,
                        keys.get(i),
                        StoredColumns.partition(file, column.field().name()));
            } else if (!values.isToldByParent(column, row)) {
                String value = values.json(column, row);
                add(line, keys.get(i), value.isEmpty() ? "null" : value);
            }
        }
        return Visible.of(line.append('}').toString());
    }

    private static void add(StringBuilder line, String key, String value) {
        line.append(line.length() == 1 ? "" : ",").append(key).append(value);
    }
}
