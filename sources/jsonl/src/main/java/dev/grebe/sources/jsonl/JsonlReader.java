package dev.grebe.sources.jsonl;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Repeated;
import dev.grebe.data.Selection;
import dev.grebe.data.Utf8;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.Reader;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a split from its first record to its last, each in all the columns that the scan was asked for, so that a round
 * over few columns finds the same bad rows as one over all. Rows that are not wanted are not parsed. A chunk of records is
 * given to one tokenizer: one for each would take more time than the records.
 */
final class JsonlReader implements Reader {
    private final JsonlScan scan;
    private final int ordinal;
    private final Part part;
    private final List<Origin> columns;
    private final Rows rows;
    private final Portions portions;
    private final RowParser parser;
    private final Memory memory;
    private final String use;
    /** Null if the file was refused. */
    private @Nullable Records records;

    private int record;
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

    /** Where a column of the batch comes from: the parser's column of this index, or a folder's name. */
    record Origin(int index, @Nullable Repeated folder) {}

    JsonlReader(JsonlScan scan, int ordinal, Part part, List<Origin> columns, Rows rows, RowParser parser) {
        this.scan = scan;
        this.ordinal = ordinal;
        this.part = part;
        this.columns = columns;
        this.rows = rows;
        this.portions = scan.portions();
        this.parser = parser;
        this.memory = scan.memory();
        this.use = "rows of " + scan.table();
        reserve(parser.memoryBytes() + portions.chunkBytes());
        try {
            this.records = part.records(
                    scan.settings().layout(), portions, scan.settings().limits());
        } catch (DataException e) {
            refuse(e);
        } catch (RuntimeException e) {
            memory.release(reserved);
            throw e;
        }
    }

    @Override
    public Optional<Batch> next() {
        while (records != null) {
            long base = position;
            if (!fill(records)) {
                return Optional.empty();
            }
            rejected.forEach(scan.rejects()::row);
            tally.rowsRejected += rejected.size();
            rejected.clear();
            if (kept > 0) {
                delivered = true;
                return Optional.of(batch(base));
            }
        }
        return Optional.empty();
    }

    /** Reads the rows of a batch, good and bad; false if there are no more. */
    private boolean fill(Records records) {
        parser.clear();
        positions = new int[portions.batchRows()];
        kept = 0;
        int met = 0;
        try {
            while (met < portions.batchRows()
                    && parser.textBytes() < portions.batchTextBytes()
                    && !isDone()
                    && advance(records)) {
                if (isWanted()) {
                    positions[kept] = (int) position;
                    kept += parse(records) ? 1 : 0;
                    met++;
                }
                position++;
                record++;
            }
            reserve(parser.memoryBytes() + records.bufferBytes());
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

    private Batch batch(long base) {
        List<Column> values = new ArrayList<>();
        for (Origin column : columns) {
            Repeated folder = column.folder();
            values.add(
                    folder != null
                            ? folder.column(kept)
                            : parser.values().get(column.index()).column(kept));
        }
        boolean isDense = positions[0] == base && positions[kept - 1] == base + kept - 1;
        return new Decoded(kept, base, isDense ? null : positions, values);
    }

    /** Moves to the next record that is a row; false at the end. */
    private boolean advance(Records records) {
        while (true) {
            if (record == records.count()) {
                parser.closeCursor();
                record = 0;
                if (!records.next()) {
                    return false;
                }
            }
            if (!records.isBlank(record)) {
                return true;
            }
            tally.blankLines++;
            record++;
        }
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
    private boolean parse(Records records) {
        try {
            if (records.isTooLong(record)) {
                throw new BadRow(
                        Reason.LIMIT_EXCEEDED,
                        "the %s is longer than the %d bytes of limits.lineBytes"
                                .formatted(
                                        records.noun(), scan.settings().limits().lineBytes()));
            }
            requireUtf8(records);
            boolean some = rows instanceof Rows.At;
            if (some) {
                parser.closeCursor();
            }
            parser.read(records, record, records.end(some ? record : records.count() - 1), kept);
            return true;
        } catch (BadRow e) {
            parser.closeCursor(); // It may stand before the record, or anywhere in it or behind it.
            long line = linesBefore() + records.line(record) + 1;
            rejected.add(part.rejection(line, e.column(), e.reason(), e.detail(), records.raw(record)));
            return false;
        }
    }

    private void requireUtf8(Records records) throws BadRow {
        if (!records.isAscii(record)) {
            int start = records.start(record);
            int invalid = Utf8.firstInvalid(records.bytes(), start, records.end(record));
            if (invalid >= 0) {
                throw new BadRow(
                        Reason.INVALID_UTF8,
                        "byte %d of the %s is not UTF-8".formatted(invalid - start + 1, records.noun()));
            }
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
        parser.closeCursor();
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
            tally.zonesAssumed = parser.times().assumed();
            tally.ambiguousTimes = parser.times().ambiguous();
            scan.closed(ordinal, tally, parser);
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
