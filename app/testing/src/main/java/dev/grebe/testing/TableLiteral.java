package dev.grebe.testing;

import dev.grebe.plan.Field;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table written down in a test. Immutable: every verb gives another table.
 *
 * @param rows values by place in the schema: {@link Type#literal} objects, null where there is none but {@code ""} in a
 *     STRING column
 */
public record TableLiteral(String name, Schema schema, List<List<@Nullable Object>> rows) {
    public TableLiteral {
        rows = rows.stream()
                .map(row -> Collections.unmodifiableList(new ArrayList<>(row)))
                .toList();
    }

    /** An empty table of that name with these columns. */
    public static TableLiteral table(String name, Schema schema) {
        return new TableLiteral(name, schema, List.of());
    }

    /** An empty table with the columns that a detector declares. */
    public static TableLiteral table(Table table) {
        return table(table.name(), table.schema());
    }

    /**
     * Adds a row of values, one for each column in order. A value is a {@link Type#literal} object or null, or what is
     * easier to write: an Integer for a LONG or DOUBLE, an {@link Instant} or ISO text for a TIMESTAMP, a
     * {@link Duration} for a DURATION.
     */
    public TableLiteral row(@Nullable Object... values) {
        if (values.length != schema.size()) {
            throw new IllegalArgumentException(
                    "%s: a row of %d values, the table has %d columns".formatted(name, values.length, schema.size()));
        }
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            row.add(literal(values[i], schema.field(i)));
        }
        return plus(row);
    }

    /** Adds a row from alternating names and values as {@link #row} takes them; the other columns are missing. */
    public TableLiteral with(@Nullable Object... namesAndValues) {
        List<@Nullable Object> row = new ArrayList<>();
        schema.fields().forEach(field -> row.add(Naive.missing(field.type())));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            int column = schema.index(String.valueOf(namesAndValues[i]), name);
            row.set(column, literal(namesAndValues[i + 1], schema.field(column)));
        }
        return plus(row);
    }

    /** This table as a source of one split of plain columns. */
    public LiteralSource source() {
        return source(Layout.PLAIN);
    }

    /** This table as a source that hands its rows out in that way. */
    public LiteralSource source(Layout layout) {
        return new LiteralSource(this, layout);
    }

    private TableLiteral plus(List<@Nullable Object> row) {
        List<List<@Nullable Object>> all = new ArrayList<>(rows);
        all.add(row);
        return new TableLiteral(name, schema, all);
    }

    /** A row's value of a column; missing if the table has no such column. */
    @Nullable Object value(List<@Nullable Object> row, Field field) {
        return schema.fields().contains(field)
                ? row.get(schema.index(field.name(), name))
                : Naive.missing(field.type());
    }

    private @Nullable Object literal(@Nullable Object value, Field field) {
        if (value == null) {
            return Naive.missing(field.type());
        }
        Object literal = value;
        if (value instanceof Integer number) {
            literal = field.type() == Type.DOUBLE ? (Object) number.doubleValue() : (Object) number.longValue();
        } else if (value instanceof Instant instant) {
            literal = Ticks.of(instant);
        } else if (value instanceof Duration duration) {
            literal = Ticks.of(duration);
        } else if (value instanceof String text && field.type() == Type.TIMESTAMP) {
            literal = Ticks.of(instant(text, field));
        }
        if (!field.type().literal().isInstance(literal)) {
            throw new IllegalArgumentException("%s: column '%s' is %s; %s is a %s"
                    .formatted(
                            name,
                            field.name(),
                            field.type(),
                            value,
                            value.getClass().getSimpleName()));
        }
        return literal;
    }

    private Instant instant(String text, Field field) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "%s: column '%s' is TIMESTAMP; '%s' is no time. Write 2020-09-20T12:00:00.9Z"
                            .formatted(name, field.name(), text),
                    e);
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name).append(schema);
        rows.forEach(row -> text.append("\n  ").append(Arrays.toString(row.toArray())));
        return text.toString();
    }
}
