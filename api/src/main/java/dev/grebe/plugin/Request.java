package dev.grebe.plugin;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Schema;
import java.util.Set;

/**
 * What a run wants of a table.
 *
 * @param table its name, for messages
 * @param columns all that the run may ask for, with the types they are read as. A column that the lake lacks reads as
 *     null, {@code ""} for STRING
 * @param required columns whose absence is an error; the message names table, column, file and near names
 * @param predicate true for every row that is wanted: rows and files that cannot satisfy it may be skipped, and none
 *     need be. A source asks {@link dev.grebe.plan.Domain#of} and never interprets the expression itself. It is
 *     {@code true} where everything is wanted
 */
public record Request(String table, Schema columns, Set<String> required, Expr predicate) {
    public Request {
        required = Set.copyOf(required);
    }
}
