package dev.grebe.sources.jsonl;

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
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Takes JSON values into one column. */
final class Values {
    private static final int SHOWN = 60;

    private final Field column;
    private final boolean takesJson;
    private final ColumnBuilder builder;
    private final TimeText times;
    private final Nested nested;
    private final int longest;
    private byte[] text = new byte[64];

    /**
     * @param takesJson whether, being STRING, it takes objects and arrays
     * @param times shared by the columns of a reader
     * @param longest bytes of a text
     */
    Values(Field column, boolean takesJson, int rows, TimeText times, Nested nested, int longest) {
        this.column = column;
        this.takesJson = takesJson || column.type() == Type.DYNAMIC;
        this.builder = ColumnBuilder.of(column.type(), rows);
        this.times = times;
        this.nested = nested;
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
        return builder.memoryBytes() + text.length;
    }

    /** Takes the value that the parser stands on, which is not JSON's null, and leaves it behind. */
    void set(int row, JsonToken token, Cursor cursor) throws BadRow {
        switch (column.type()) {
            case BOOL -> {
                requireKind(token.isBoolean(), cursor, Reason.TYPE_MISMATCH);
                ((ColumnBuilder.Bools) builder).set(row, token == JsonToken.VALUE_TRUE);
            }
            case LONG -> ((ColumnBuilder.Longs) builder).set(row, whole(token, cursor));
            case DOUBLE -> ((ColumnBuilder.Doubles) builder).set(row, number(token, cursor));
            case TIMESTAMP -> ((ColumnBuilder.Longs) builder).set(row, time(token, cursor));
            case DURATION -> ((ColumnBuilder.Longs) builder).set(row, span(token, cursor));
            case STRING, DYNAMIC -> text(row, token, cursor, (ColumnBuilder.Texts) builder);
        }
    }

    private long whole(JsonToken token, Cursor cursor) throws BadRow {
        requireKind(token.isNumeric(), cursor, Reason.TYPE_MISMATCH);
        JsonParser parser = cursor.parser();
        if (token == JsonToken.VALUE_NUMBER_INT) {
            JsonParser.NumberType type = parser.getNumberType();
            requireKind(
                    type == JsonParser.NumberType.INT || type == JsonParser.NumberType.LONG, cursor, Reason.BAD_NUMBER);
            return parser.getLongValue();
        }
        int length = read(cursor);
        requireKind(NumberText.isWhole(text, 0, length), cursor, Reason.BAD_NUMBER);
        return NumberText.whole(text, 0, length);
    }

    private double number(JsonToken token, Cursor cursor) throws BadRow {
        if (token.isNumeric()) {
            double value = cursor.parser().getDoubleValue();
            requireKind(Double.isFinite(value), cursor, Reason.BAD_NUMBER);
            return value;
        }
        requireKind(token == JsonToken.VALUE_STRING, cursor, Reason.TYPE_MISMATCH);
        int length = read(cursor);
        requireKind(NumberText.isNamed(text, 0, length), cursor, Reason.TYPE_MISMATCH);
        return NumberText.number(text, 0, length);
    }

    private long time(JsonToken token, Cursor cursor) throws BadRow {
        requireKind(token == JsonToken.VALUE_STRING, cursor, Reason.BAD_TIMESTAMP);
        int length = read(cursor);
        switch (times.read(text, 0, length)) {
            case TIME -> {
                return times.ticks();
            }
            case NO_TIME -> throw refused(cursor, Reason.BAD_TIMESTAMP);
            case ZONE_UNKNOWN ->
                throw refused(
                        cursor,
                        Reason.TIMESTAMP_ZONE_UNKNOWN,
                        "is a local time; write its zone into the table's settings: zone: Europe/Berlin");
            case SKIPPED ->
                throw refused(
                        cursor,
                        Reason.BAD_TIMESTAMP,
                        "is no time in the table's zone: clocks were set forward over it");
        }
        throw new IllegalStateException("a time has an outcome");
    }

    private long span(JsonToken token, Cursor cursor) throws BadRow {
        requireKind(token == JsonToken.VALUE_STRING, cursor, Reason.TYPE_MISMATCH);
        long ticks = TimeSpan.parse(text, 0, read(cursor));
        requireKind(ticks != TimeSpan.NONE, cursor, Reason.TYPE_MISMATCH);
        return ticks;
    }

    private void text(int row, JsonToken token, Cursor cursor, ColumnBuilder.Texts texts) throws BadRow {
        if (token.isStructStart()) {
            requireJson(cursor);
            int start = cursor.tokenStart();
            nested.requireUniqueKeys(cursor.parser());
            setJson(row, cursor, start);
        } else if (column.type() == Type.DYNAMIC) {
            int start = cursor.tokenStart();
            cursor.skipValue();
            setJson(row, cursor, start);
        } else {
            plainText(row, token, cursor, texts);
        }
    }

    private void plainText(int row, JsonToken token, Cursor cursor, ColumnBuilder.Texts texts) throws BadRow {
        if (token == JsonToken.VALUE_STRING) {
            // Text without escapes is taken from the bytes as it is; the parser checks it when it goes on.
            int start = cursor.tokenStart() + 1;
            int end = Utf8Output.plainEnd(cursor.bytes(), start);
            if (end >= 0) {
                requireShort(end - start);
                texts.set(row, cursor.bytes(), start, end - start);
                return;
            }
        }
        JsonParser parser = cursor.parser();
        char[] chars = parser.getStringCharacters();
        int length = parser.getStringLength();
        byte[] room = texts.room(Utf8Output.most(length));
        int used = texts.textBytes();
        int end = Utf8Output.encode(chars, parser.getStringOffset(), length, room, used);
        requireText(end >= 0);
        requireShort(end - used);
        texts.set(row, end - used);
    }

    /** That a column takes the object or array that the parser stands on. */
    void requireJson(Cursor cursor) throws BadRow {
        requireKind(takesJson, cursor, Reason.TYPE_MISMATCH);
    }

    /** Takes the JSON from {@code start} to where the parser stands, but for the white space in it. */
    void setJson(int row, Cursor cursor, int start) throws BadRow {
        ColumnBuilder.Texts texts = (ColumnBuilder.Texts) builder;
        int end = cursor.position();
        byte[] room = texts.room(end - start);
        int from = texts.textBytes();
        int to = Utf8Output.compact(cursor.bytes(), start, end, room, from);
        requireText(to >= 0);
        requireShort(to - from);
        texts.set(row, to - from);
    }

    private void requireText(boolean isText) throws BadRow {
        if (!isText) {
            throw new BadRow(
                    column.name(), Reason.INVALID_UTF8, "half of a surrogate pair is escaped, which is no character");
        }
    }

    private void requireShort(int length) throws BadRow {
        if (length > longest) {
            throw new BadRow(
                    column.name(),
                    Reason.LIMIT_EXCEEDED,
                    "the text is longer than the %d bytes of limits.fieldBytes".formatted(longest));
        }
    }

    /** The token's text into {@link #text}; its length. */
    private int read(Cursor cursor) throws BadRow {
        JsonParser parser = cursor.parser();
        char[] chars = parser.getStringCharacters();
        int length = parser.getStringLength();
        if (text.length < Utf8Output.most(length)) {
            text = new byte[Utf8Output.most(length)];
        }
        int end = Utf8Output.encode(chars, parser.getStringOffset(), length, text, 0);
        requireText(end >= 0);
        return end;
    }

    private void requireKind(boolean isIt, Cursor cursor, Reason otherwise) throws BadRow {
        if (!isIt) {
            throw refused(cursor, otherwise);
        }
    }

    private BadRow refused(Cursor cursor, Reason reason) {
        return refused(cursor, reason, "is no " + ColumnBuilder.noun(column.type()));
    }

    private BadRow refused(Cursor cursor, Reason reason, String detail) {
        int start = cursor.tokenStart();
        int end = Math.max(cursor.skipValue(), start);
        int length = Math.min(end - start, 4 * SHOWN);
        String found = new String(cursor.bytes(), start, length, StandardCharsets.UTF_8);
        return new BadRow(column.name(), reason, Visible.of(found, SHOWN) + " " + detail);
    }
}
