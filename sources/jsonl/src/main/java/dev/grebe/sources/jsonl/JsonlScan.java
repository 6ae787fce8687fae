package dev.grebe.sources.jsonl;

import dev.grebe.plan.Domain;
import dev.grebe.plan.Field;
import dev.grebe.plan.Nearest;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.Account;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Reader;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Split;
import dev.grebe.plugin.Storage;
import dev.grebe.plugin.Visible;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** A table of JSON lines in one run. */
final class JsonlScan implements Scan {
    private static final int MOST_KEYS = 10_000;

    private final Request request;
    private final String path;
    private final Memory memory;
    private final Limits limits;
    private final List<FileSlice> files;
    private final List<Part> parts = new ArrayList<>();
    private final List<Split> splits = new ArrayList<>();
    private final LongAdder bytesRead = new LongAdder();
    private final Set<String> seen = new HashSet<>();
    private int filesSkipped;
    private final long[] rows;
    private final long[] blankLines;

    JsonlScan(Request request, String path, Storage storage, Memory memory, Limits limits) {
        this.request = request;
        this.path = path;
        this.memory = memory;
        this.limits = limits;
        this.files = storage.list(path);
        Map<String, Domain> domains = Domain.of(request.predicate());
        for (FileSlice file : files) {
            seen.addAll(file.partitions().keySet());
            if (mayMatch(file, domains)) {
                cut(new LineFile(storage, file));
            } else {
                filesSkipped++;
            }
        }
        this.rows = new long[parts.size()];
        this.blankLines = new long[parts.size()];
    }

    private boolean mayMatch(FileSlice file, Map<String, Domain> domains) {
        boolean may = true;
        for (Field field : request.columns().fields()) {
            if (file.partitions().containsKey(field.name())) {
                Object value = file.partition(field);
                Domain domain = domains.get(field.name());
                may &= domain == null || domain.mayContain(value);
            }
        }
        return may;
    }

    private void cut(LineFile file) {
        long size = file.slice().size();
        String name = Visible.of(file.slice().path());
        if (size <= limits.splitBytes() || isGzip(file)) {
            add(new Part(file, 0, size), name);
            return;
        }
        for (long start = 0; start < size; start += limits.splitBytes()) {
            long end = Math.min(size, start + limits.splitBytes());
            add(new Part(file, start, end), "%s, bytes %d to %d".formatted(name, start, end));
        }
    }

    private static boolean isGzip(LineFile file) {
        try (RandomInput input = file.open()) {
            return file.isGzip(input);
        }
    }

    private void add(Part part, String name) {
        splits.add(new Split(name, splits.size(), part.end() - part.start(), -1));
        parts.add(part);
    }

    @Override
    public List<Split> splits() {
        return List.copyOf(splits);
    }

    @Override
    public Reader open(Split split, List<String> columns, Rows wanted) {
        List<Field> fields = new ArrayList<>();
        for (String column : columns) {
            fields.add(new Field(column, request.columns().type(column, request.table())));
        }
        Part part = parts.get(split.ordinal());
        return new JsonlReader(this, split.ordinal(), part, new Schema(fields), request.required(), wanted, bytesRead);
    }

    /** False: to read a line again costs what it cost the first time. */
    @Override
    public boolean rereads() {
        return false;
    }

    /** What a reader met; a later round of the same split meets the same rows. */
    synchronized void closed(int ordinal, long rowsRead, long blank, Set<String> keys) {
        rows[ordinal] = Math.max(rows[ordinal], rowsRead);
        blankLines[ordinal] = Math.max(blankLines[ordinal], blank);
        for (String key : keys) {
            if (seen.size() < MOST_KEYS || request.required().contains(key)) {
                seen.add(key);
            }
        }
    }

    @Override
    public synchronized Account account() {
        long rowsRead = Arrays.stream(rows).sum();
        return new Account(
                files.size(),
                filesSkipped,
                files.stream().mapToLong(FileSlice::size).sum(),
                bytesRead.sum(),
                rowsRead,
                rowsRead,
                0,
                0,
                Map.of("blankLines", Arrays.stream(blankLines).sum()));
    }

    @Override
    public synchronized void finish() {
        long rowsRead = Arrays.stream(rows).sum();
        for (String column :
                rowsRead == 0 ? List.<String>of() : request.columns().names()) {
            if (request.required().contains(column) && !seen.contains(column)) {
                throw new DataException(
                        "%s: %s requires column '%s'; none of %d rows in %d files has it (MISSING_COLUMN).%s"
                                .formatted(
                                        Visible.of(path),
                                        request.table(),
                                        column,
                                        rowsRead,
                                        files.size() - filesSkipped,
                                        Visible.of(Nearest.hint(column, seen))));
            }
        }
    }

    @Override
    public void close() {
        // Readers close their own files.
    }

    Memory memory() {
        return memory;
    }

    Limits limits() {
        return limits;
    }

    String table() {
        return request.table();
    }
}
