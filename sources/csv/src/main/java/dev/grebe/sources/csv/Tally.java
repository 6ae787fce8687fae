package dev.grebe.sources.csv;

import java.util.Map;

/** What was met in a split. */
final class Tally {
    long rows;
    long rowsRejected;
    long blankLines;
    long zonesAssumed;
    long ambiguousTimes;

    /** Keeps the greater counts: a later round of the split meets the same rows, or some of them. */
    void keepMost(Tally other) {
        rows = Math.max(rows, other.rows);
        rowsRejected = Math.max(rowsRejected, other.rowsRejected);
        blankLines = Math.max(blankLines, other.blankLines);
        zonesAssumed = Math.max(zonesAssumed, other.zonesAssumed);
        ambiguousTimes = Math.max(ambiguousTimes, other.ambiguousTimes);
    }

    void add(Tally other) {
        rows += other.rows;
        rowsRejected += other.rowsRejected;
        blankLines += other.blankLines;
        zonesAssumed += other.zonesAssumed;
        ambiguousTimes += other.ambiguousTimes;
    }

    void addWarnings(Map<String, Long> warnings) {
        add(warnings, "TIMESTAMP_ZONE_ASSUMED", zonesAssumed);
        add(warnings, "TIMESTAMP_AMBIGUOUS", ambiguousTimes);
    }

    private static void add(Map<String, Long> warnings, String code, long count) {
        if (count > 0) {
            warnings.merge(code, count, Long::sum);
        }
    }
}
