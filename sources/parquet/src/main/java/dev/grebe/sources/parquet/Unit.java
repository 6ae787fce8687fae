package dev.grebe.sources.parquet;

import dev.grebe.plugin.FileSlice;
import java.util.Map;

/**
 * A row group that may hold wanted rows.
 *
 * @param constants columns of the file's partitions, and those that it lacks
 * @param chunks of the other columns, by name
 */
record Unit(
        FileSlice file,
        int ordinal,
        int rowGroup,
        int rows,
        Map<String, Constant> constants,
        Map<String, Chunk> chunks) {
    String name() {
        String path = file.path();
        return "%s, row group %d".formatted(Place.shown(path.substring(path.lastIndexOf('/') + 1)), rowGroup);
    }

    long bytes() {
        return chunks.values().stream()
                .mapToLong(chunk -> chunk.end() - chunk.start())
                .sum();
    }
}
