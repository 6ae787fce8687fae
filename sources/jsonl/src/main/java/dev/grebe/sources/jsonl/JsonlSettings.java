package dev.grebe.sources.jsonl;

import dev.grebe.plugin.About;
import dev.grebe.plugin.SettingException;

/** Where the lines are. */
@About("Reads a table from JSON lines, plain or gzip: one object a line, columns by key")
public record JsonlSettings(
        @About("File, directory or glob; relative to the pipeline file, or a URI")
        String path) {
    public JsonlSettings {
        if (path.isEmpty()) {
            throw new SettingException("path", "the path is empty");
        }
    }
}
