package dev.grebe.sources.parquet;

import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.Rejects;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sets bad rows and files aside, each once. */
final class Quarantine implements Rejects {
    private final Map<String, Rejection> files = new LinkedHashMap<>();
    private final Map<String, Rejection> rows = new LinkedHashMap<>();

    @Override
    public synchronized void row(Rejection row) {
        rows.put(row.file() + row.position(), row);
    }

    @Override
    public synchronized void file(Rejection file) {
        files.put(file.file(), file);
    }

    @Override
    public synchronized boolean contains(String file) {
        return files.containsKey(file);
    }

    @Override
    public boolean tolerates() {
        return true;
    }

    List<Rejection> files() {
        return List.copyOf(files.values());
    }

    /** Those of files that are read. */
    List<Rejection> rows() {
        return rows.values().stream().filter(row -> !contains(row.file())).toList();
    }
}
