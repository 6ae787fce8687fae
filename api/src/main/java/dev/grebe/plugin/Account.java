package dev.grebe.plugin;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of a table's files and rows. Every row is accounted for: {@code rows = rowsRead + rowsSkipped +
 * rowsRejected}; files that were never opened count as files and bytes only.
 *
 * @param files listed
 * @param filesSkipped of these, not opened since nothing in them can match
 * @param filesRejected of these, refused as a whole
 * @param bytes listed
 * @param bytesRead from storage, over all rounds
 * @param rows in the files that were opened
 * @param rowsRead decoded at least in the columns of the predicate
 * @param rowsSkipped known by metadata not to match, and not decoded
 * @param rowsRejected bad, with a reason
 * @param warnings what was assumed or left out, by code: {@code TIMESTAMP_ZONE_ASSUMED}, {@code LINK_OUTSIDE}, ..
 * @param details further counters of the source: {@code pagesInflated}, {@code bytesInflated}, ..
 */
public record Account(
        long files,
        long filesSkipped,
        long filesRejected,
        long bytes,
        long bytesRead,
        long rows,
        long rowsRead,
        long rowsSkipped,
        long rowsRejected,
        Map<String, Long> warnings,
        Map<String, Long> details) {
    public Account {
        warnings = Collections.unmodifiableMap(new TreeMap<>(warnings));
        details = Collections.unmodifiableMap(new TreeMap<>(details));
    }
}
