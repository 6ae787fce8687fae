package dev.grebe.sources.csv;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Repeated;
import dev.grebe.data.Selection;
import dev.grebe.plan.Nearest;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.Reader;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a split from its first record to its last, each in all the columns that the scan was asked for, so that a round
 * over few columns finds the same bad rows as one over all. Rows that are not wanted are not decoded.
 */
final class CsvReader implements Reader {
    private static final int SHOWN = 200;

    private final CsvScan scan;
    private final int ordinal;
    private final Part part;
    private final List<Origin> columns;
    private final Rows rows;
    private final Portions portions;
    private final Memory memory;
    private final String use;
    /** Null if there is nothing to read. */
    private @Nullable Records records;

    private @Nullable RowReader reader;

    /** Rows of the split so far, wanted or not, good or bad. */
    private long position;
    /** Good rows of the batch .. */
    private int kept;
    /** .. and where they stand in the split. */
    private int[] positions = new int[0];

    private final List<Rejection> rejected = new ArrayList<>();
    private final Tally tally = new Tally();
    private int wanted;
    private long linesBefore = -1;
    private long reserved;
    private boolean delivered;
    private boolean isRefused;

    /** Where a column of the batch comes from: the row's column of this index, or a folder's name. */
    record Origin(int index, @Nullable Repeated folder) {}

    /** @param read the columns that are read from rows */
    CsvReader(CsvScan scan, int ordinal, Part part, Schema read, List<Origin> columns, Rows rows) {
        this.scan = scan;
        this.ordinal = ordinal;
        this.part = part;
        this.columns = columns;
        this.rows = rows;
        this.portions = scan.portions();
        this.memory = scan.memory();
        this.use = "rows of " + scan.table();
        reserve(portions.chunkBytes());
        try {
            Part.Opened opened = part.open(scan.settings(), portions.chunkBytes());
            this.records = opened.records();
            if (opened.header().isPresent()) {
                Header header = opened.header().get();
                requireColumns(header);
                scan.addDelimiter(part.path(), header.delimiter());
                RowReader decoder = new RowReader(read, scan.nonNull(), header, scan.settings(), portions.batchRows());
                decoder.prepare(opened.records());
                reader = decoder;
            }
        } catch (DataException e) {
            refuse(e);
        } catch (RuntimeException e) {
            memory.release(reserved);
            throw e;
        }
    }

    private void requireColumns(Header header) {
        for (String column : scan.required(part)) {
            if (header.index(column) < 0) {
                throw new DataException(Rejection.ofFile(
                        part.path(),
                        Reason.MISSING_COLUMN,
                        "%s requires column '%s'; the header has %s.%s"
                                .formatted(
                                        scan.table(),
                                        Visible.of(column, SHOWN),
                                        header.shown(),
                                        Visible.of(Nearest.hint(column, header.names())))));
            }
        }
    }

    @Override
    public Optional<Batch> next() {
        while (records != null && reader != null) {
            long base = position;
            if (!fill(records, reader)) {
                return Optional.empty();
            }
            rejected.forEach(scan.rejects()::row);
            tally.rowsRejected += rejected.size();
            rejected.clear();
            if (kept > 0) {
                delivered = true;
                return Optional.of(batch(base, reader));
            }
        }
        return Optional.empty();
    }

    /** Reads the rows of a batch, good and bad; false if there are no more. */
    private boolean fill(Records records, RowReader reader) {
        reader.clear();
        positions = new int[portions.batchRows()];
        kept = 0;
        int met = 0;
        try {
            while (met < portions.batchRows()
                    && reader.textBytes() < portions.batchTextBytes()
                    && !isDone()
                    && advance(records)) {
                if (isWanted()) {
                    positions[kept] = (int) position;
                    kept += read(records, reader) ? 1 : 0;
                    met++;
                }
                position++;
            }
            reserve(reader.memoryBytes() + records.bufferBytes());
            return met > 0;
        } catch (DataException e) {
            refuse(e);
            return false;
        }
    }

    /** Damage that is met before anything of the file was used costs the run no more than the file. */
    private void refuse(DataException e) {
        closeRecords();
        if (delivered || !part.isWhole()) {
            memory.release(reserved);
            reserved = 0;
            throw e;
        }
        scan.refuse(e.rejection().orElseThrow(() -> e));
        rejected.clear();
        isRefused = true;
    }

    private Batch batch(long base, RowReader reader) {
        List<Column> values = new ArrayList<>();
        for (Origin column : columns) {
            Repeated folder = column.folder();
            values.add(
                    folder != null
                            ? folder.column(kept)
                            : reader.values().get(column.index()).column(kept));
        }
        boolean isDense = positions[0] == base && positions[kept - 1] == base + kept - 1;
        return new Decoded(kept, base, isDense ? null : positions, values);
    }

    /** Moves to the next record that is a row; false at the end. */
    private boolean advance(Records records) {
        while (records.next()) {
            if (!records.isBlank()) {
                return true;
            }
            tally.blankLines++;
        }
        return false;
    }

    private boolean isDone() {
        return rows instanceof Rows.At at && wanted == at.count();
    }

    private boolean isWanted() {
        if (rows instanceof Rows.At at) {
            boolean isWanted = at.positions()[wanted] == position;
            wanted += isWanted ? 1 : 0;
            return isWanted;
        }
        return true;
    }

    /** Whether the record is a good row. */
    private boolean read(Records records, RowReader reader) {
        try {
            reader.read(records, kept);
            return true;
        } catch (BadRow e) {
            Rejection.Position place = Rejection.Position.line(linesBefore() + records.line() + 1);
            rejected.add(new Rejection(part.path(), place, e.column(), e.reason(), e.detail(), records.raw()));
            return false;
        }
    }

    private long linesBefore() {
        if (linesBefore < 0) {
            linesBefore = part.linesBefore();
        }
        return linesBefore;
    }

    private void reserve(long bytes) {
        if (bytes > reserved) {
            memory.reserve(bytes - reserved, use);
            reserved = bytes;
        }
    }

    private void closeRecords() {
        if (records != null) {
            scan.add(records.bytesRead());
            records.close();
            records = null;
        }
    }

    @Override
    public void close() {
        closeRecords();
        if (!isRefused) {
            tally.rows = position;
            for (Values column : reader == null ? List.<Values>of() : reader.values()) {
                tally.zonesAssumed += column.times().assumed();
                tally.ambiguousTimes += column.times().ambiguous();
            }
            scan.closed(ordinal, tally);
        }
        memory.release(reserved);
        reserved = 0;
    }

    /** Rows that are decoded in all their columns; {@code positions} is null where they are dense. */
    private record Decoded(int rowCount, long base, int @Nullable [] positions, List<Column> columns) implements Batch {
        @Override
        public long position(int row) {
            return positions == null ? base + row : positions[row];
        }

        @Override
        public Column column(int index, Selection rows) {
            return columns.get(index);
        }
    }
}
