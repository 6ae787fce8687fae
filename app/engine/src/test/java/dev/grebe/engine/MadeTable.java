package dev.grebe.engine;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Account;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.Reader;
import dev.grebe.plugin.Rejects;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.Split;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/**
 * A table of any length that is made as it is read: text columns hold the column's own name in every row, whole ones a
 * function of the row.
 */
final class MadeTable implements Source {
    private static final int SPLIT_ROWS = 100_000;

    private final Schema schema;
    private final long rows;
    private final LongUnaryOperator whole;

    MadeTable(Schema schema, long rows, LongUnaryOperator whole) {
        this.schema = schema;
        this.rows = rows;
        this.whole = whole;
    }

    @Override
    public Schema sample() {
        return schema;
    }

    @Override
    public Scan scan(Request request, Memory memory, Rejects rejects) {
        return new MadeScan();
    }

    private final class MadeScan implements Scan {
        private final AtomicLong read = new AtomicLong();

        @Override
        public List<Split> splits() {
            int count = (int) ((rows + SPLIT_ROWS - 1) / SPLIT_ROWS);
            return IntStream.range(0, count)
                    .mapToObj(i -> new Split("part " + i, i, 8L * size(i), size(i)))
                    .toList();
        }

        private int size(int split) {
            return (int) Math.min(SPLIT_ROWS, rows - (long) split * SPLIT_ROWS);
        }

        @Override
        public Reader open(Split split, List<String> columns, Rows wanted) {
            int[] positions = wanted instanceof Rows.At at
                    ? Arrays.copyOf(at.positions(), at.count())
                    : RowNumbers.upTo(size(split.ordinal()));
            read.addAndGet(wanted instanceof Rows.At ? 0 : positions.length);
            return new MadeReader((long) split.ordinal() * SPLIT_ROWS, positions, columns);
        }

        @Override
        public boolean rereads() {
            return true;
        }

        @Override
        public Account account() {
            return new Account(0, 0, 0, 0, 0, rows, read.get(), rows - read.get(), 0, Map.of(), Map.of());
        }

        @Override
        public void finish() {}

        @Override
        public void close() {}
    }

    private final class MadeReader implements Reader {
        private static final int BATCH_ROWS = 4096;

        private final long first;
        private final int[] positions;
        private final List<String> columns;
        private int next;

        MadeReader(long first, int[] positions, List<String> columns) {
            this.first = first;
            this.positions = positions;
            this.columns = columns;
        }

        @Override
        public Optional<Batch> next() {
            int from = next;
            int count = Math.min(BATCH_ROWS, positions.length - from);
            next += count;
            return count == 0 ? Optional.empty() : Optional.of(batch(from, count));
        }

        private Batch batch(int from, int count) {
            return new Batch() {
                @Override
                public int rowCount() {
                    return count;
                }

                @Override
                public long position(int row) {
                    return positions[from + row];
                }

                @Override
                public Column column(int index, Selection rows) {
                    return values(columns.get(index), from, count);
                }
            };
        }

        private Column values(String column, int from, int count) {
            if (schema.type(column, "the table") == Type.STRING) {
                byte[] name = column.getBytes(StandardCharsets.UTF_8);
                Column.Bytes entry = new Column.Bytes(1, name, new int[1], new int[] {name.length});
                return new Column.Dictionary(count, new int[count], entry);
            }
            long[] values = new long[count];
            for (int i = 0; i < count; i++) {
                values[i] = column.equals("pid") ? 704 : whole.applyAsLong(first + positions[from + i]);
            }
            return new Column.Longs(count, values, Column.NO_NULLS);
        }

        @Override
        public void close() {}
    }
}
