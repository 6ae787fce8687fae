package dev.grebe.engine;

import dev.grebe.plan.Node;
import dev.grebe.plan.Relation;
import java.util.Set;

/**
 * What a table's scan feeds.
 *
 * @param result the relation that is known when the scan is done
 * @param columns of the table that are needed behind its conditions
 */
record Tap(Chain chain, Use use, Relation result, Set<String> columns) {
    /** What becomes of the rows. */
    sealed interface Use {}

    /** They are kept, by position. */
    record Keep() implements Use {}

    /** They are grouped while they are read, and not kept. */
    record Group(Node.Aggregate aggregate) implements Use {}

    /**
     * Their distinct keys are asked for by one semi or anti join alone: where its left rows are known and fewer, these
     * wait for the rows to come by, and nothing of the table is kept.
     *
     * @param join the relation of the join
     */
    record Match(Node.Aggregate aggregate, Relation join) implements Use {}

    String table() {
        return chain.table().name();
    }
}
