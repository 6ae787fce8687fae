package dev.grebe.sources.parquet;

import dev.grebe.plugin.FileSlice;
import java.util.List;
import java.util.Map;

/**
 * A row group that may hold wanted rows.
 *
 * @param constants columns of the file's partitions, and those that it lacks
 * @param columns the other columns, by name
 */
record Unit(
        FileSlice file,
        int ordinal,
        int rowGroup,
        int rows,
        Map<String, Constant> constants,
        Map<String, Stored> columns) {
    /**
     * A column of the table in this row group.
     *
     * @param refusesNull whether a missing value is bad
     * @param chunks one, or those of a group
     */
    record Stored(FileColumn column, Decoding decoding, boolean refusesNull, List<Chunk> chunks) {
        Chunk chunk() {
            return chunks.get(0);
        }

        /** Whether rows may turn out to be bad when it is decoded. */
        boolean canFail() {
            return decoding.canFail() || refusesNull && column.isOptional();
        }
    }

    String name() {
        String path = file.path();
        return "%s, row group %d".formatted(Place.shown(path.substring(path.lastIndexOf('/') + 1)), rowGroup);
    }

    long bytes() {
        return columns.values().stream()
                .flatMap(column -> column.chunks().stream())
                .mapToLong(chunk -> chunk.end() - chunk.start())
                .sum();
    }
}
