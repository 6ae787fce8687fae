package dev.grebe.sources.parquet;

import dev.grebe.plugin.FileSlice;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a scan reads of one file.
 *
 * @param constants columns of its partitions, and those that it lacks
 * @param groups its row groups that have rows
 * @param found requested columns that it has
 * @param names of all its columns, for messages
 * @param warnings what was assumed of its columns, by code
 */
record FilePlan(
        FileSlice file,
        Map<String, Constant> constants,
        boolean mayMatch,
        List<Group> groups,
        Set<String> found,
        Set<String> names,
        Map<String, Long> warnings) {
    FilePlan {
        warnings = Map.copyOf(warnings);
    }

    /** A row group with its place in the file. */
    record Group(int number, RowGroups.Group content) {}

    long rows() {
        return groups.stream().mapToLong(group -> group.content().rows()).sum();
    }
}
