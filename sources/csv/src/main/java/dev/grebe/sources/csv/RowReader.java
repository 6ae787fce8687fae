package dev.grebe.sources.csv;

import dev.grebe.data.TimeText;
import dev.grebe.data.Utf8;
import dev.grebe.plan.Field;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.Reason;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads the records of one file into columns. */
final class RowReader {
    private final Header header;
    private final CsvLimits limits;
    private final List<Values> values = new ArrayList<>();
    /** Of each column its slot, -1 if the file lacks it. */
    private final int[] slots;
    /** Of each field its slot, -1 if nobody wants it. */
    private final int[] wanted;

    /** @param columns the ones to read, in the order of {@link #values} */
    RowReader(Schema columns, Set<String> nonNull, Header header, CsvSettings settings, int batchRows) {
        this.header = header;
        this.limits = settings.limits();
        this.slots = new int[columns.size()];
        this.wanted = new int[header.size()];
        Arrays.fill(wanted, -1);
        ZoneId zone = settings.timeZone().orElse(null);
        for (int i = 0; i < slots.length; i++) {
            Field field = columns.field(i);
            int index = header.index(field.name());
            slots[i] = index < 0 ? -1 : slot(index);
            TimeText times = index < 0 ? TimeText.assumingUtc() : header.times(index, zone);
            values.add(new Values(field, nonNull.contains(field.name()), batchRows, times, (int) limits.fieldBytes()));
        }
    }

    private int slot(int index) {
        if (wanted[index] < 0) {
            wanted[index] =
                    (int) Arrays.stream(wanted).filter(slot -> slot >= 0).count();
        }
        return wanted[index];
    }

    /** Tells the records which fields are wanted. */
    void prepare(Records records) {
        records.want(header.delimiter(), wanted, slots.length);
    }

    /** The slot of a column that the file has. */
    int slotOf(int column) {
        return slots[column];
    }

    List<Values> values() {
        return values;
    }

    void clear() {
        values.forEach(Values::clear);
    }

    int textBytes() {
        int bytes = 0;
        for (Values column : values) {
            bytes += column.textBytes();
        }
        return bytes;
    }

    long memoryBytes() {
        return values.stream().mapToLong(Values::memoryBytes).sum();
    }

    /**
     * Reads the current record into a row.
     *
     * @throws BadRow if it is malformed, or a value does not fit its column; the row is missing then
     */
    void read(Records records, int row) throws BadRow {
        requireRecord(records);
        try {
            for (int i = 0; i < slots.length; i++) {
                if (slots[i] < 0) {
                    values.get(i).setMissing();
                } else {
                    values.get(i).set(row, records, slots[i]);
                }
            }
        } catch (BadRow e) {
            values.forEach(column -> column.clear(row));
            throw e;
        }
    }

    private void requireRecord(Records records) throws BadRow {
        switch (records.problem()) {
            case TOO_LONG ->
                throw new BadRow(
                        Reason.LIMIT_EXCEEDED,
                        "the row is longer than the %d bytes of limits.rowBytes".formatted(limits.rowBytes()));
            case OPEN_QUOTE -> throw new BadRow(Reason.CSV_QUOTE, "a quoted field does not end");
            case BEHIND_QUOTE ->
                throw new BadRow(
                        Reason.CSV_QUOTE,
                        "a quoted field goes on behind its closing quote; a quote in it is written twice");
            case NONE -> requireFields(records);
        }
    }

    private void requireFields(Records records) throws BadRow {
        if (records.fieldCount() != header.size()) {
            throw new BadRow(
                    Reason.CSV_FIELD_COUNT,
                    "%d fields, the header has %d. Is a quote missing?".formatted(records.fieldCount(), header.size()));
        }
        if (!records.isAscii()) {
            int invalid = Utf8.firstInvalid(records.bytes(), records.start(), records.end());
            if (invalid >= 0) {
                throw new BadRow(
                        Reason.INVALID_UTF8,
                        "byte %d of the row is not UTF-8".formatted(invalid - records.start() + 1));
            }
        }
    }
}
