package dev.grebe.testing;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Field;
import dev.grebe.plugin.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Some rows of a split in batches, whose columns are made anew whenever they are asked for. */
final class LiteralReader implements Reader {
    private final LiteralColumns values;
    private final List<Field> fields;
    private final int[] positions;
    private final int batchRows;
    private final LiteralScan.Asked asked;
    private final List<Column> given = new ArrayList<>();
    private int next;
    private int batches;

    LiteralReader(LiteralColumns values, List<Field> fields, int[] positions, int batchRows, LiteralScan.Asked asked) {
        this.values = values;
        this.fields = fields;
        this.positions = positions;
        this.batchRows = batchRows;
        this.asked = asked;
    }

    @Override
    public Optional<Batch> next() {
        spoilGiven();
        if (next == positions.length) {
            return Optional.empty();
        }
        int end = Math.min(positions.length, next + batchRows);
        int[] rows = Arrays.copyOfRange(positions, next, end);
        next = end;
        return Optional.of(new LiteralBatch(rows, batches++));
    }

    @Override
    public void close() {
        spoilGiven();
    }

    /** Who kept columns without copying them finds rubbish in them. */
    private void spoilGiven() {
        given.forEach(LiteralColumns::spoil);
        given.clear();
    }

    private final class LiteralBatch implements Batch {
        private final int[] positions;
        private final int ordinal;

        LiteralBatch(int[] positions, int ordinal) {
            this.positions = positions;
            this.ordinal = ordinal;
        }

        @Override
        public int rowCount() {
            return positions.length;
        }

        @Override
        public long position(int row) {
            return positions[row];
        }

        @Override
        public Column column(int index, Selection rows) {
            asked.values(fields.get(index).name(), rows.count());
            Column column = values.column(fields.get(index), positions, rows, ordinal);
            given.add(column);
            return column;
        }
    }
}
