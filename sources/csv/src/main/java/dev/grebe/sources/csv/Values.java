package dev.grebe.sources.csv;

import dev.grebe.data.Column;
import dev.grebe.data.ColumnBuilder;
import dev.grebe.data.NumberText;
import dev.grebe.data.TimeSpan;
import dev.grebe.data.TimeText;
import dev.grebe.plan.Field;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Visible;
import java.nio.charset.StandardCharsets;

/** Takes fields into one column. */
final class Values {
    private static final int SHOWN = 60;
    /** Bytes of a byte of text as JSON, at most, and the quotes around it. */
    private static final int JSON_BYTES = 6;

    private final Field column;
    private final ColumnBuilder builder;
    private final boolean nonNull;
    private final TimeText times;
    private final int longest;
    private byte[] unescaped = new byte[64];

    /** @param longest bytes of a field */
    Values(Field column, boolean nonNull, int rows, TimeText times, int longest) {
        this.column = column;
        this.builder = ColumnBuilder.of(column.type(), rows);
        this.nonNull = nonNull;
        this.times = times;
        this.longest = longest;
    }

    void clear() {
        builder.clear();
    }

    void clear(int row) {
        builder.clear(row);
    }

    Column column(int rows) {
        return builder.column(rows);
    }

    int textBytes() {
        return builder.textBytes();
    }

    long memoryBytes() {
        return builder.memoryBytes() + unescaped.length;
    }

    TimeText times() {
        return times;
    }

    /** The row has no such field. */
    void setMissing() throws BadRow {
        if (nonNull) {
            throw new BadRow(column.name(), Reason.NULL_REQUIRED, "the value is missing");
        }
    }

    /** Takes the field of the current record that has a slot. */
    void set(int row, Records records, int slot) throws BadRow {
        int length = records.length(slot);
        boolean isText = column.type() == Type.STRING || column.type() == Type.DYNAMIC;
        if (length == 0 && !(isText && records.isQuoted(slot))) {
            setMissing();
            return;
        }
        if (length > longest) {
            throw new BadRow(
                    column.name(),
                    Reason.LIMIT_EXCEEDED,
                    "the field is longer than the %d bytes of limits.fieldBytes".formatted(longest));
        }
        if (records.isEscaped(slot)) {
            int shorter = unescape(records.bytes(), records.start(slot), length);
            set(row, unescaped, 0, shorter);
        } else {
            set(row, records.bytes(), records.start(slot), length);
        }
    }

    private int unescape(byte[] bytes, int start, int length) {
        if (unescaped.length < length) {
            unescaped = new byte[length];
        }
        int at = 0;
        for (int i = start; i < start + length; i++) {
            unescaped[at++] = bytes[i];
            i += bytes[i] == '"' ? 1 : 0;
        }
        return at;
    }

    private void set(int row, byte[] bytes, int start, int length) throws BadRow {
        switch (column.type()) {
            case BOOL -> ((ColumnBuilder.Bools) builder).set(row, isTrue(bytes, start, length));
            case LONG -> {
                require(NumberText.isWhole(bytes, start, length), bytes, start, length, Reason.BAD_NUMBER);
                ((ColumnBuilder.Longs) builder).set(row, NumberText.whole(bytes, start, length));
            }
            case DOUBLE -> {
                require(NumberText.isNumber(bytes, start, length), bytes, start, length, Reason.BAD_NUMBER);
                ((ColumnBuilder.Doubles) builder).set(row, NumberText.number(bytes, start, length));
            }
            case TIMESTAMP -> ((ColumnBuilder.Longs) builder).set(row, time(bytes, start, length));
            case DURATION -> {
                long ticks = TimeSpan.parse(bytes, start, length);
                require(ticks != TimeSpan.NONE, bytes, start, length, Reason.TYPE_MISMATCH);
                ((ColumnBuilder.Longs) builder).set(row, ticks);
            }
            case STRING -> ((ColumnBuilder.Texts) builder).set(row, bytes, start, length);
            case DYNAMIC -> setJson(row, bytes, start, length);
        }
    }

    private boolean isTrue(byte[] bytes, int start, int length) throws BadRow {
        boolean isTrue = isWord(bytes, start, length, "true") || isWord(bytes, start, length, "1");
        require(
                isTrue || isWord(bytes, start, length, "false") || isWord(bytes, start, length, "0"),
                bytes,
                start,
                length,
                Reason.TYPE_MISMATCH);
        return isTrue;
    }

    private static boolean isWord(byte[] bytes, int start, int length, String word) {
        boolean isWord = length == word.length();
        for (int i = 0; i < length && isWord; i++) {
            isWord = bytes[start + i] == word.charAt(i) || (bytes[start + i] | 0x20) == word.charAt(i);
        }
        return isWord;
    }

    private long time(byte[] bytes, int start, int length) throws BadRow {
        switch (times.read(bytes, start, length)) {
            case TIME -> {
                return times.ticks();
            }
            case NO_TIME -> throw refused(bytes, start, length, Reason.BAD_TIMESTAMP);
            case ZONE_UNKNOWN ->
                throw refused(
                        bytes,
                        start,
                        length,
                        Reason.TIMESTAMP_ZONE_UNKNOWN,
                        "is a local time; write its zone into the table's settings: zone: Europe/Berlin");
            case SKIPPED ->
                throw refused(
                        bytes,
                        start,
                        length,
                        Reason.BAD_TIMESTAMP,
                        "is no time in the table's zone: clocks were set forward over it");
        }
        throw new IllegalStateException("a time has an outcome");
    }

    /** Text as a text of JSON: CSV has no other values. */
    private void setJson(int row, byte[] bytes, int start, int length) {
        ColumnBuilder.Texts texts = (ColumnBuilder.Texts) builder;
        byte[] room = texts.room(JSON_BYTES * length + 2);
        int from = texts.textBytes();
        int at = from;
        room[at++] = '"';
        for (int i = start; i < start + length; i++) {
            byte value = bytes[i];
            if (value >= 0 && value < ' ') {
                room[at++] = '\\';
                room[at++] = 'u';
                room[at++] = '0';
                room[at++] = '0';
                room[at++] = (byte) Character.forDigit(value >> 4, 16);
                room[at++] = (byte) Character.forDigit(value & 0xF, 16);
            } else {
                if (value == '"' || value == '\\') {
                    room[at++] = '\\';
                }
                room[at++] = value;
            }
        }
        room[at++] = '"';
        texts.set(row, at - from);
    }

    private void require(boolean isIt, byte[] bytes, int start, int length, Reason otherwise) throws BadRow {
        if (!isIt) {
            throw refused(bytes, start, length, otherwise);
        }
    }

    private BadRow refused(byte[] bytes, int start, int length, Reason reason) {
        return refused(bytes, start, length, reason, "is no " + ColumnBuilder.noun(column.type()));
    }

    private BadRow refused(byte[] bytes, int start, int length, Reason reason, String detail) {
        String found = new String(bytes, start, Math.min(length, 4 * SHOWN), StandardCharsets.UTF_8);
        return new BadRow(column.name(), reason, "'%s' %s".formatted(Visible.of(found, SHOWN), detail));
    }
}
