package dev.grebe.plugin;

import dev.grebe.plan.PlanException;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Type;
import java.time.Duration;
import java.util.List;

/**
 * What a detector finds.
 *
 * @param rows a finding each
 * @param time the TIMESTAMP column that says when; a run emits the findings whose time is in its window
 * @param identity columns that make a finding the same one in another run, beside the time; empty: all comparable ones
 * @param shown columns worth showing in a table, most telling first
 * @param before how far before a finding's time its events may lie: windowed tables are read from that much earlier
 * @param after likewise, later
 */
public record Findings(
        Relation rows, String time, List<String> identity, List<String> shown, Duration before, Duration after) {
    /** @throws PlanException if a column is not one of the rows', the time no TIMESTAMP, or the reach negative */
    public Findings {
        identity = List.copyOf(identity);
        shown = List.copyOf(shown);
        if (rows.schema().type(time, rows.name()) != Type.TIMESTAMP) {
            throw new PlanException("the findings' time column '%s' is no TIMESTAMP".formatted(time));
        }
        identity.forEach(column -> rows.schema().index(column, rows.name()));
        shown.forEach(column -> rows.schema().index(column, rows.name()));
        if (before.isNegative() || after.isNegative()) {
            throw new PlanException("reach %s before, %s after is negative".formatted(before, after));
        }
    }
}
