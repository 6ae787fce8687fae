package dev.grebe.engine;

import dev.grebe.plan.Relation;
import java.time.Duration;

/**
 * A relation to compute.
 *
 * @param name unique in a run; a detector's name in the pipeline file
 * @param before how far before the run's window windowed tables are read for it
 * @param after likewise, behind its end
 */
public record Query(String name, Relation relation, Duration before, Duration after) {
    /** A query that needs nothing beyond the window. */
    public static Query of(String name, Relation relation) {
        return new Query(name, relation, Duration.ZERO, Duration.ZERO);
    }
}
