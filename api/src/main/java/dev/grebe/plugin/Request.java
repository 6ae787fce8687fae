package dev.grebe.plugin;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Schema;
import java.util.Set;

/**
 * What a run wants of a table.
 *
 * @param table its name, for messages
 * @param columns all that the run may ask for, with the types they are read as. A column that the lake lacks reads as
 *     null, {@code ""} for STRING. Any column may be asked for as DYNAMIC: then it is the JSON of the value exactly as stored, numbers with all digits,
 *     times as ISO text, binary as hexadecimal text, nested values as arrays and objects
 * @param required columns whose absence is an error; the message names table, column, file and near names
 * @param nonNull columns in which a null, for STRING a missing value, is bad input ({@code NULL_REQUIRED})
 * @param filed when the files may have been filed whose rows are wanted: the window that is read, with the lateness that
 *     the table allows added to its end. Files whose path states a time outside are not listed
 * @param predicate true for every row that is wanted: rows and files that cannot satisfy it may be skipped, and none
 *     need be. A source asks {@link dev.grebe.plan.Domain#of} and never interprets the expression itself. It is
 *     {@code true} where everything is wanted
 */
public record Request(
        String table, Schema columns, Set<String> required, Set<String> nonNull, Window filed, Expr predicate) {
    public Request {
        required = Set.copyOf(required);
        nonNull = Set.copyOf(nonNull);
    }
}
