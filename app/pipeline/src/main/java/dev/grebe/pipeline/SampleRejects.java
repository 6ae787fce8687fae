package dev.grebe.pipeline;

import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.Rejects;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Counts what is bad and goes on. */
final class SampleRejects implements Rejects {
    private static final int MOST_MESSAGES = 5;

    private final Set<List<Object>> rows = new HashSet<>();
    private final Set<String> files = new HashSet<>();
    private final Set<String> messages = new LinkedHashSet<>();

    @Override
    public synchronized void row(Rejection row) {
        if (rows.add(List.of(row.file(), row.position()))) {
            keep(row);
        }
    }

    @Override
    public synchronized void file(Rejection file) {
        if (files.add(file.file())) {
            keep(file);
        }
    }

    private void keep(Rejection rejection) {
        if (messages.size() < MOST_MESSAGES) {
            messages.add(rejection.message());
        }
    }

    @Override
    public synchronized boolean contains(String file) {
        return files.contains(file);
    }

    @Override
    public boolean tolerates() {
        return true;
    }

    synchronized int rows() {
        return rows.size();
    }

    synchronized int files() {
        return files.size();
    }

    /** The first few, as a run would end with them. */
    synchronized List<String> messages() {
        return List.copyOf(messages);
    }
}
