package dev.grebe.sources.parquet;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Domain;
import dev.grebe.plugin.Reader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one row group: all rows in batches of 4096, or some by position in few batches. */
final class SplitReader implements Reader {
    static final int DENSE_ROWS = 4096;
    /** Rows of a sparse batch: enough that a page is seldom inflated for two of them. */
    static final int SPARSE_ROWS = 1 << 16;

    private final Unit unit;
    private final List<String> names;
    private final List<ColumnSource> columns;
    private final int @Nullable [] positions;
    private final int count;
    private final Map<String, Domain> domains;
    private final Reserved reserved;
    private final Runnable onClose;
    private final Tally tally;
    private int at;
    private boolean isFinished;
    private boolean isClosed;

    /** Told how many rows were delivered or skipped. */
    interface Tally {
        void delivered(int endRow);

        void skipped();
    }

    /** @param positions null for all rows */
    SplitReader(
            Unit unit,
            List<String> names,
            List<ColumnSource> columns,
            int @Nullable [] positions,
            int count,
            Map<String, Domain> domains,
            Reserved reserved,
            Tally tally,
            Runnable onClose) {
        this.unit = unit;
        this.names = names;
        this.columns = columns;
        this.positions = positions;
        this.count = count;
        this.domains = domains;
        this.reserved = reserved;
        this.tally = tally;
        this.onClose = onClose;
    }

    @Override
    public Optional<Batch> next() {
        reserved.releaseAll();
        if (at == 0 && count > 0 && positions == null && !mayMatch()) {
            at = count;
            isFinished = true;
            tally.skipped();
        }
        if (at == count) {
            finish();
            return Optional.empty();
        }
        int rows = Math.min(count - at, positions == null ? DENSE_ROWS : SPARSE_ROWS);
        Positions batch = positions == null ? Positions.dense(at, rows) : new Positions(positions, at, rows);
        at += rows;
        if (positions == null) {
            tally.delivered(at);
        }
        return Optional.of(new SplitBatch(batch));
    }

    private boolean mayMatch() {
        for (int i = 0; i < columns.size(); i++) {
            Domain domain = domains.get(names.get(i));
            if (domain != null && !columns.get(i).mayMatch(domain)) {
                return false;
            }
        }
        return true;
    }

    private void finish() {
        if (!isFinished) {
            isFinished = true;
            columns.forEach(ColumnSource::finish);
        }
    }

    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        reserved.releaseAll();
        columns.forEach(ColumnSource::close);
        onClose.run();
    }

    @Override
    public String toString() {
        return unit.name();
    }

    private final class SplitBatch implements Batch {
        private final Positions rows;
        private final @Nullable Column[] whole = new Column[columns.size()];

        SplitBatch(Positions rows) {
            this.rows = rows;
        }

        @Override
        public int rowCount() {
            return rows.count();
        }

        @Override
        public long position(int row) {
            return rows.of(row);
        }

        @Override
        public Column column(int index, Selection wanted) {
            Column known = whole[index];
            if (known != null) {
                return known;
            }
            Column column = columns.get(index).read(rows, wanted, reserved);
            if (wanted.count() == rows.count()) {
                whole[index] = column;
            }
            return column;
        }
    }
}
