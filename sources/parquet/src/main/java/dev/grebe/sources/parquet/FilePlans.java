package dev.grebe.sources.parquet;

import java.util.List;
import java.util.Map;

/**
 * What a scan reads of its files.
 *
 * @param units row groups that may hold wanted rows, in order
 * @param filesSkipped not opened
 * @param filesRejected refused
 * @param rows in the files that are read
 */
record FilePlans(List<Unit> units, long filesSkipped, long filesRejected, long rows, Map<String, Long> warnings) {}
