package dev.grebe.sources.jsonl;

import dev.grebe.data.TimeText;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;

/** Reads the objects of records into columns. */
final class RowParser {
    private static final int SHOWN = 60;
    private static final int MOST_REMEMBERED = 10_000;
    private static final String NO_OBJECT = "no object starts here";

    private final Schema columns;
    private final Json json;
    private final TimeText times;
    private final List<Values> values = new ArrayList<>();
    private final Node root;
    /** Columns that no row may lack. */
    private final int[] nonNull;
    /** The last row that had a column .. */
    private final long[] rows;
    /** .. and the rank of the form it had it in. */
    private final long[] ranks;
    /** Whether any row had the column's key, with a value or null. */
    private final boolean[] seen;

    private long number;
    private @Nullable Cursor cursor;

    /** @param columns the ones to read, in the order of {@link #values} */
    RowParser(Schema columns, Set<String> nonNull, JsonlSettings settings, Json json, int batchRows) {
        this.columns = columns;
        this.json = json;
        this.times = settings.timeZone().map(TimeText::in).orElseGet(TimeText::assumingUtc);
        this.root = Node.root(columns.names(), MOST_REMEMBERED);
        this.nonNull = columns.names().stream()
                .filter(nonNull::contains)
                .mapToInt(columns.names()::indexOf)
                .toArray();
        this.rows = new long[columns.size()];
        this.ranks = new long[columns.size()];
        this.seen = new boolean[columns.size()];
        Nested nested = new Nested();
        int longest = (int) settings.limits().fieldBytes();
        columns.fields()
                .forEach(field -> values.add(
                        new Values(field, settings.isJsonText(field.name()), batchRows, times, nested, longest)));
    }

    List<Values> values() {
        return values;
    }

    TimeText times() {
        return times;
    }

    /** Columns that rows had, and names of other keys, as far as they are remembered. */
    void addSeen(Set<String> columnsSeen, Set<String> keys) {
        for (int column = 0; column < seen.length; column++) {
            if (seen[column]) {
                columnsSeen.add(columns.field(column).name());
            }
        }
        root.addSeen("", keys);
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
     * Reads the object of a record into a row.
     *
     * @param end of what the tokenizer may be given, so that one serves all records up to there
     * @throws BadRow if there is anything else in it, or a value does not fit its column; the row is missing then, and
     *     the cursor has to be closed
     */
    void read(Records records, int record, int end, int row) throws BadRow {
        try {
            if (cursor == null) {
                require(Json.mayParse(records.bytes(), records.start(record), end), records, record, NO_OBJECT);
                cursor = json.over(records.bytes(), records.start(record), end);
            }
            readObject(cursor, records, record, row);
            requireValues();
        } catch (BadRow e) {
            values.forEach(column -> column.clear(row));
            throw e;
        }
    }

    private void readObject(Cursor cursor, Records records, int record, int row) throws BadRow {
        try {
            boolean isObject = records.bytes()[records.start(record)] == '{'
                    && cursor.parser().nextToken() == JsonToken.START_OBJECT;
            require(isObject, records, record, NO_OBJECT);
            number++;
            readKeys(cursor, root, row);
        } catch (StreamConstraintsException e) {
            throw Diagnosis.of(records, record, json, Reason.LIMIT_EXCEEDED, Visible.of(e.getOriginalMessage()));
        } catch (JacksonException e) {
            throw Diagnosis.of(records, record, json, Reason.JSON_SYNTAX, Visible.of(e.getOriginalMessage()));
        }
        // Strictly: the parser knows nothing of records, and would take an object of two for one, or two of one for
        // two.
        require(cursor.position() == records.end(record), records, record, "the object does not end with the row");
    }

    private void require(boolean isSo, Records records, int record, String otherwise) throws BadRow {
        if (!isSo) {
            throw Diagnosis.of(records, record, json, Reason.JSON_SYNTAX, otherwise);
        }
    }

    private void readKeys(Cursor cursor, Node node, int row) throws BadRow {
        JsonParser parser = cursor.parser();
        node.begin();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            Node.Key key = node.next(parser.currentName());
            if (key == null) {
                throw Nested.twice(parser.currentName());
            }
            JsonToken token = parser.nextToken();
            if (key.column < 0 && key.child == null) {
                parser.skipChildren();
            } else {
                readValue(cursor, key, token, row);
            }
        }
    }

    private void readValue(Cursor cursor, Node.Key key, JsonToken token, int row) throws BadRow {
        boolean counts = key.column >= 0 && token != JsonToken.VALUE_NULL && isBest(key);
        if (key.column >= 0) {
            seen[key.column] = true;
        }
        if (key.child != null && token == JsonToken.START_OBJECT) {
            int start = 0;
            if (counts) {
                values.get(key.column).requireJson(cursor);
                start = cursor.tokenStart();
            }
            readKeys(cursor, key.child, row);
            if (counts) {
                values.get(key.column).setJson(row, cursor, start);
            }
        } else if (counts) {
            values.get(key.column).set(row, token, cursor);
        } else {
            cursor.parser().skipChildren();
        }
    }

    /** Whether the row has the column in no better form so far. */
    private boolean isBest(Node.Key key) {
        int column = key.column;
        if (rows[column] == number && ranks[column] < key.rank) {
            return false;
        }
        rows[column] = number;
        ranks[column] = key.rank;
        return true;
    }

    private void requireValues() throws BadRow {
        for (int column : nonNull) {
            if (rows[column] != number) {
                throw new BadRow(columns.field(column).name(), Reason.NULL_REQUIRED, "the value is missing, or null");
            }
        }
    }

    // Closing gives the tokenizer's keys to the next one, so that they are the same Strings.
    void closeCursor() {
        if (cursor != null) {
            cursor.close();
            cursor = null;
        }
    }

    static String shown(String text) {
        return Visible.of(text, SHOWN);
    }
}
