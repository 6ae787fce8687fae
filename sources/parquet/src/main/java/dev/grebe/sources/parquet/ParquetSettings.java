package dev.grebe.sources.parquet;

import dev.grebe.plugin.About;
import dev.grebe.plugin.Default;
import dev.grebe.plugin.SettingException;

/** Where a table's Parquet files are. */
public record ParquetSettings(
        @About("A file, a directory (read recursively; key=value folders are columns) or a glob")
        String path,

        @About("How large the parts of a file may be; larger ones are refused") @Default("{}")
        ParquetLimits limits) {
    public ParquetSettings {
        if (path.isBlank()) {
            throw new SettingException("path", "the path is empty; name a file, a directory or a glob");
        }
    }

    /** With the limits that are meant where nothing is said. */
    public ParquetSettings(String path) {
        this(path, ParquetLimits.DEFAULT);
    }
}
