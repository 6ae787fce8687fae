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
    private final Reserved reserved;
    private final Runnable onClose;
    private final ParquetScan.@Nullable Admission admission;
    private final int batchRows;
    private int @Nullable [] positions;
    private long positionBytes;
    private int count;
    private int at;
    private boolean isStarted;
    private boolean isFinished;
    private boolean isClosed;

    /** Reads some rows. */
    SplitReader(
            Unit unit,
            List<String> names,
            List<ColumnSource> columns,
            Reserved reserved,
            int[] positions,
            int count,
            Runnable onClose) {
        this.unit = unit;
        this.names = names;
        this.columns = columns;
        this.reserved = reserved;
        this.positions = positions;
        this.count = count;
        this.onClose = onClose;
        admission = null;
        batchRows = SPARSE_ROWS;
    }

    /** Reads all rows that are admitted. */
    SplitReader(
            Unit unit,
            List<String> names,
            List<ColumnSource> columns,
            Reserved reserved,
            ParquetScan.Admission admission,
            Runnable onClose) {
        this.unit = unit;
        this.names = names;
        this.columns = columns;
        this.reserved = reserved;
        this.admission = admission;
        this.onClose = onClose;
        count = admission.rows().count();
        batchRows = DENSE_ROWS;
    }

    @Override
    public Optional<Batch> next() {
        reserved.releaseTo(positionBytes);
        columns.forEach(ColumnSource::forgetBatch);
        if (!isStarted) {
            isStarted = true;
            if (admission != null) {
                admit(admission);
            }
        }
        if (at == count) {
            finish();
            return Optional.empty();
        }
        int rows = Math.min(count - at, batchRows);
        Positions batch = positions == null ? Positions.dense(at, rows) : new Positions(positions, at, rows);
        at += rows;
        if (admission != null) {
            admission.delivered(at);
        }
        return Optional.of(new SplitBatch(batch));
    }

    private void admit(ParquetScan.Admission admitting) {
        if (count == 0 || !mayMatch(admitting.domains())) {
            admitting.skip();
            count = 0;
            isFinished = true;
            return;
        }
        int[] bad = admitting.bad();
        count -= bad.length;
        if (count < unit.rows()) {
            positionBytes = (long) count * Integer.BYTES;
            reserved.add(positionBytes);
            positions = admitting.rows().rowsWithout(bad);
        }
    }

    private boolean mayMatch(Map<String, Domain> domains) {
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
