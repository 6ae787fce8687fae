package dev.grebe.engine;

import dev.grebe.plugin.Account;
import java.util.List;
import java.util.Map;

/**
 * What a run gave.
 *
 * @param results by query name
 * @param funnels by query name: rows of each labelled relation of its plan, inputs before what is made of them
 * @param tables what became of each table's files and rows
 * @param delivered rows of each table that at least one query's pushed-down conditions kept
 * @param operators where the time went, in the order of first use
 */
public record Outcome(
        Map<String, Result> results,
        Map<String, List<LabelCount>> funnels,
        Map<String, Account> tables,
        Map<String, Long> delivered,
        List<OperatorTime> operators) {
    /** Rows of a labelled relation. */
    public record LabelCount(String label, long rows) {}

    /** Time that an operator took, over all workers. */
    public record OperatorTime(String operator, long rows, long nanos) {}
}
