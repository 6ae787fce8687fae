package dev.grebe.plan;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a rule needs of a table: the columns it may name, the ones it cannot do without, and how much of it is read. A
 * table has exactly these columns, whatever else a lake holds, so that extra columns can rename nothing.
 *
 * @param time the TIMESTAMP column by which a run's window selects rows, or {@code ""} for a table of <em>state</em>,
 *     which is read whole (certificates, although they carry a Timestamp)
 * @param required columns that must exist in the lake; the others read as null / {@code ""} where they are missing.
 *     Existing is all that is asked: null is a value
 * @param nonNull columns in which a null, for STRING a missing value, is bad input
 */
public record Table(String name, String time, Schema schema, Set<String> required, Set<String> nonNull) {
    /** @throws PlanException if a required column is none of the schema, or the time column no TIMESTAMP of it */
    public Table {
        required = Collections.unmodifiableSet(new TreeSet<>(required));
        nonNull = Collections.unmodifiableSet(new TreeSet<>(nonNull));
        required.forEach(column -> schema.index(column, name));
        nonNull.forEach(column -> schema.index(column, name));
        if (!time.isEmpty() && schema.type(time, name) != Type.TIMESTAMP) {
            throw new PlanException("%s: time column '%s' is no TIMESTAMP".formatted(name, time));
        }
    }

    /** A table of events, read over the run's window of this time column. */
    public static Table events(String name, String time, Schema schema) {
        return new Table(name, time, schema, Set.of(), Set.of());
    }

    /** A table of state, read whole in every run. */
    public static Table state(String name, Schema schema) {
        return new Table(name, "", schema, Set.of(), Set.of());
    }

    /** This table with these columns required. */
    public Table requiring(String... columns) {
        return new Table(name, time, schema, Set.copyOf(List.of(columns)), nonNull);
    }

    /** This table with these columns refusing null. */
    public Table refusingNull(String... columns) {
        return new Table(name, time, schema, required, Set.copyOf(List.of(columns)));
    }

    /** Whether a run's window selects rows of this table. */
    public boolean isWindowed() {
        return !time.isEmpty();
    }
}
