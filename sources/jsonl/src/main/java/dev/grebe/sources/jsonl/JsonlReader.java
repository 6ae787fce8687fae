package dev.grebe.sources.jsonl;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Repeated;
import dev.grebe.data.Selection;
import dev.grebe.data.Utf8;
import dev.grebe.plan.Field;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.Reader;
import dev.grebe.plugin.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Reads a split from its first line to its last; rows that are not wanted are not parsed. A chunk of lines is given to one
 * tokenizer: one for each line would take more time than the lines.
 */
final class JsonlReader implements Reader {
    private final JsonlScan scan;
    private final int ordinal;
    private final Limits limits;
    private final Rows rows;
    private final Lines lines;
    private final Place place;
    private final RowParser parser;
    private final List<Source> sources;
    private final Memory memory;
    private final String use;

    private @Nullable Cursor cursor;
    private int line;
    /** Rows of the split so far, wanted or not. */
    private long position;

    private int wanted;
    private long blankLines;
    private long reserved;

    /** Where a column of the batch comes from: the parser's column of this index, or a partition. */
    private record Source(int index, @Nullable Repeated partition) {}

    JsonlReader(
            JsonlScan scan,
            int ordinal,
            Part part,
            Schema columns,
            Set<String> required,
            Rows rows,
            LongAdder bytesRead) {
        this.scan = scan;
        this.ordinal = ordinal;
        this.limits = scan.limits();
        this.rows = rows;
        this.memory = scan.memory();
        this.use = "lines of " + scan.table();
        this.place = part.place();
        List<Field> parsed = new ArrayList<>();
        List<Source> from = new ArrayList<>();
        for (Field field : columns.fields()) {
            FileSlice file = part.file().slice();
            if (file.partitions().containsKey(field.name())) {
                from.add(new Source(-1, new Repeated(field.type(), file.partition(field))));
            } else {
                from.add(new Source(parsed.size(), null));
                parsed.add(field);
            }
        }
        this.sources = List.copyOf(from);
        this.parser = new RowParser(new Schema(parsed), required, limits.batchRows(), place);
        reserve(parser.memoryBytes() + limits.chunkBytes());
        try {
            this.lines = part.lines(limits, bytesRead);
        } catch (RuntimeException e) {
            memory.release(reserved);
            throw e;
        }
    }

    @Override
    public Optional<Batch> next() {
        parser.clear();
        long base = position;
        int count = 0;
        int[] positions = rows instanceof Rows.At ? new int[limits.batchRows()] : new int[0];
        while (count < limits.batchRows() && parser.textBytes() < limits.batchTextBytes() && !isDone() && advance()) {
            if (isWanted()) {
                if (rows instanceof Rows.At) {
                    positions[count] = (int) position;
                }
                parse(count++);
            }
            position++;
            line++;
        }
        reserve(parser.memoryBytes() + lines.bufferBytes());
        return count == 0 ? Optional.empty() : Optional.of(batch(count, base, positions));
    }

    private Batch batch(int count, long base, int[] positions) {
        List<Column> columns = new ArrayList<>();
        for (Source source : sources) {
            Repeated partition = source.partition();
            columns.add(
                    partition != null
                            ? partition.column(count)
                            : parser.values().get(source.index()).column(count));
        }
        return new Decoded(count, base, rows instanceof Rows.At ? Arrays.copyOf(positions, count) : null, columns);
    }

    /** Moves to the next line that is a row; false at the end. */
    private boolean advance() {
        while (true) {
            if (line == lines.count()) {
                closeCursor();
                line = 0;
                if (!lines.next()) {
                    return false;
                }
            }
            if (lines.isFirst(line)) {
                lines.dropMark(line);
            }
            if (!lines.isBlank(line)) {
                return true;
            }
            blankLines++;
            line++;
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

    private void parse(int row) {
        if (!lines.isAscii(line)) {
            int invalid = Utf8.firstInvalid(lines.bytes(), lines.start(line), lines.end(line));
            if (invalid >= 0) {
                throw place.error(
                        lines.before() + line,
                        "byte %d of the line is not UTF-8".formatted(invalid - lines.start(line) + 1),
                        "INVALID_UTF8");
            }
        }
        if (cursor == null || rows instanceof Rows.At) {
            int end = rows instanceof Rows.At ? lines.end(line) : lines.end(lines.count() - 1);
            if (!Json.mayParse(lines.bytes(), lines.start(line), end)) {
                throw Diagnosis.of(lines, line, "no object starts here", "JSON_SYNTAX")
                        .at(place);
            }
            closeCursor();
            cursor = Cursor.over(lines.bytes(), lines.start(line), end);
        }
        parser.read(cursor, lines, line, row);
    }

    // Closing gives the tokenizer's keys to the next one, so that they are the same Strings.
    private void closeCursor() {
        if (cursor != null) {
            cursor.close();
            cursor = null;
        }
    }

    private void reserve(long bytes) {
        if (bytes > reserved) {
            memory.reserve(bytes - reserved, use);
            reserved = bytes;
        }
    }

    @Override
    public void close() {
        scan.closed(ordinal, position, blankLines, parser.keys().seen());
        closeCursor();
        lines.close();
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
