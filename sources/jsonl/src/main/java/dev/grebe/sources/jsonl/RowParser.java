package dev.grebe.sources.jsonl;

import dev.grebe.plan.Field;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.DataException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;

/** Reads the objects of lines into columns. */
final class RowParser {
    private static final int SHOWN = 60;
    private static final String SYNTAX = "JSON_SYNTAX";

    private final Schema columns;
    private final List<Values> values = new ArrayList<>();
    private final Keys keys;
    private final Place place;

    /**
     * @param columns the ones to read, in the order of {@link #values}
     * @param required keys of which it must be known whether any row had them
     */
    RowParser(Schema columns, Set<String> required, int rows, Place place) {
        this.columns = columns;
        this.place = place;
        this.keys = new Keys(columns.names(), required);
        columns.fields().forEach(field -> values.add(Values.of(field.type(), rows)));
    }

    List<Values> values() {
        return values;
    }

    Keys keys() {
        return keys;
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
     * Reads the object of a line, which the cursor's parser comes to next, into a row.
     *
     * @throws DataException naming the line if there is anything else on it, or a value does not fit its column
     */
    void read(Cursor cursor, Lines lines, int line, int row) {
        int end = lines.end(line);
        try {
            JsonParser parser = cursor.parser();
            if (lines.bytes()[lines.start(line)] != '{' || parser.nextToken() != JsonToken.START_OBJECT) {
                throw explained(lines, line, "no object starts here", SYNTAX);
            }
            keys.beginRow();
            JsonToken token = parser.nextToken();
            while (token == JsonToken.PROPERTY_NAME) {
                readValue(cursor, keys.column(parser.currentName()), lines, line, row);
                token = parser.nextToken();
            }
        } catch (StreamConstraintsException e) {
            throw explained(lines, line, e.getOriginalMessage(), "LIMIT_EXCEEDED");
        } catch (JacksonException e) {
            throw explained(lines, line, e.getOriginalMessage(), SYNTAX);
        }
        // Strictly: the parser knows nothing of lines, and would take an object of two for one, or two of a line for
        // two.
        if (cursor.position() != end) {
            throw explained(lines, line, "the object does not end with the line", SYNTAX);
        }
    }

    private void readValue(Cursor cursor, int column, Lines lines, int line, int row) {
        JsonParser parser = cursor.parser();
        if (column == Keys.DUPLICATE) {
            throw place.error(
                    lines.before() + line,
                    "key '%s' stands twice".formatted(cut(parser.currentName())),
                    "JSON_DUPLICATE_KEY");
        }
        JsonToken token = parser.nextToken();
        if (column == Keys.OTHER) {
            parser.skipChildren();
        } else if (token != JsonToken.VALUE_NULL) {
            Values.Refusal refusal = values.get(column).set(row, token, cursor);
            if (refusal != Values.Refusal.NONE) {
                throw refused(cursor, columns.field(column), lines, line, refusal);
            }
        }
    }

    private DataException refused(Cursor cursor, Field column, Lines lines, int line, Values.Refusal refusal) {
        int start = cursor.tokenStart();
        int end = Math.min(Math.max(cursor.skipValue(), start), lines.end(line));
        String found = cut(new String(cursor.bytes(), start, end - start, StandardCharsets.UTF_8));
        return place.error(
                lines.before() + line,
                "column '%s' is %s; the table reads it as %s".formatted(column.name(), found, column.type()),
                refusal.name());
    }

    private DataException explained(Lines lines, int line, String reason, String code) {
        return Diagnosis.of(lines, line, reason, code).at(place);
    }

    static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN / 2)) + "..";
    }
}
