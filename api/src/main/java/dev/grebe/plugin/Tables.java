package dev.grebe.plugin;

import dev.grebe.plan.Relation;
import dev.grebe.plan.Table;

/** The tables of a pipeline, as a detector asks for them. */
public interface Tables {
    /** All rows of a table with the columns that are declared; the run's window is applied by the application. */
    Relation read(Table table);
}
