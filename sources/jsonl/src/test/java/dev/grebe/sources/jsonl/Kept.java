package dev.grebe.sources.jsonl;

import dev.grebe.plan.Schema;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.Rejects;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Sets bad input aside and keeps it in the order it came. */
final class Kept implements Rejects {
    private final List<Rejection> rows = new ArrayList<>();
    private final List<Rejection> files = new ArrayList<>();

    @Override
    public synchronized void row(Rejection row) {
        if (!rows.contains(row)) {
            rows.add(row);
        }
    }

    @Override
    public synchronized void file(Rejection file) {
        files.add(file);
    }

    @Override
    public synchronized boolean contains(String file) {
        return files.stream().anyMatch(refused -> refused.file().equals(file));
    }

    @Override
    public boolean tolerates() {
        return true;
    }

    List<Rejection> rowsRefused() {
        return rows;
    }

    /** {@code 7 BAD_NUMBER}: line and reason of each bad row. */
    List<String> rows() {
        return rows.stream()
                .map(row -> row.position().number() + " " + row.reason())
                .toList();
    }

    /** {@code a.jsonl TRUNCATED}: name and reason of each bad file. */
    List<String> files() {
        return files.stream().map(file -> file.file() + " " + file.reason()).toList();
    }

    Request request(Schema columns, String... nonNull) {
        return new Request("Events", columns, Set.of(), Set.of(nonNull), Window.ALL, Lake.EVERYTHING);
    }
}
