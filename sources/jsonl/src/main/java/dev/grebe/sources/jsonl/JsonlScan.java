package dev.grebe.sources.jsonl;

import dev.grebe.data.Repeated;
import dev.grebe.plan.Domain;
import dev.grebe.plan.Field;
import dev.grebe.plan.Nearest;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.Account;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Listing;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.Reader;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.Rejects;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Split;
import dev.grebe.plugin.Storage;
import dev.grebe.plugin.TextFile;
import dev.grebe.plugin.TextInput;
import dev.grebe.plugin.Visible;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** A table of JSON objects in one run. */
final class JsonlScan implements Scan {
    private static final int MOST_KEYS = 10_000;

    private final Request request;
    private final JsonlSettings settings;
    private final Storage storage;
    private final Memory memory;
    private final Rejects rejects;
    private final Portions portions;
    private final Json json;
    private final Listing listing;
    private final List<Part> parts = new ArrayList<>();
    private final List<Split> splits = new ArrayList<>();
    private final Map<String, Map<String, Repeated>> partitions = new HashMap<>();
    private final LongAdder bytesRead = new LongAdder();
    private final Set<String> columnsSeen = new HashSet<>();
    private final Set<String> keysSeen = new HashSet<>();
    private final Set<String> refused = new HashSet<>();
    private int filesSkipped;
    /** Of each split, the most that a round met. */
    private final List<Tally> met = new ArrayList<>();

    JsonlScan(
            Request request,
            JsonlSettings settings,
            Storage storage,
            Memory memory,
            Rejects rejects,
            Portions portions) {
        this.request = request;
        this.settings = settings;
        this.storage = storage;
        this.memory = memory;
        this.rejects = rejects;
        this.portions = portions;
        this.json = new Json(settings.limits());
        this.listing = storage.list(settings.path(), request.filed());
        listing.refused().forEach(this::refuse);
        Map<String, Domain> domains = Domain.of(request.predicate());
        listing.files().forEach(file -> plan(file, domains));
    }

    private void plan(FileSlice file, Map<String, Domain> domains) {
        if (rejects.contains(file.path())) {
            refused.add(file.path());
            return;
        }
        columnsSeen.addAll(file.partitions().keySet());
        try {
            Map<String, Repeated> values = new HashMap<>();
            if (mayMatch(file, domains, values)) {
                partitions.put(file.path(), values);
                cut(storage.text(file, settings.limits().decompressedBytes()));
            } else {
                filesSkipped++;
            }
        } catch (DataException e) {
            refuse(e.rejection().orElseThrow(() -> e));
        }
    }

    private boolean mayMatch(FileSlice file, Map<String, Domain> domains, Map<String, Repeated> values) {
        boolean may = true;
        for (Field field : request.columns().fields()) {
            if (file.partitions().containsKey(field.name())) {
                Object value = file.partition(field);
                Domain domain = domains.get(field.name());
                may &= domain == null || domain.mayContain(value);
                values.put(field.name(), new Repeated(field.type(), value));
            }
        }
        return may;
    }

    private void cut(TextFile file) {
        long size = file.slice().size();
        String name = Visible.of(file.slice().path());
        if (size <= portions.splitBytes() || file.isCompressed() || isArray(file)) {
            add(Part.whole(file), size, name);
            return;
        }
        for (long start = 0; start < size; start += portions.splitBytes()) {
            long end = Math.min(size, start + portions.splitBytes());
            add(new Part(file, start, end), end - start, "%s, bytes %d to %d".formatted(name, start, end));
        }
    }

    private boolean isArray(TextFile file) {
        try (TextInput input = file.open(0)) {
            return Head.read(input, file.slice().path(), settings.layout()).isArray();
        }
    }

    private void add(Part part, long bytes, String name) {
        splits.add(new Split(name, splits.size(), bytes, -1));
        parts.add(part);
        met.add(new Tally());
    }

    /** Refuses a file that nothing was used of. */
    void refuse(Rejection rejection) {
        rejects.file(rejection);
        synchronized (this) {
            refused.add(rejection.file());
        }
    }

    @Override
    public List<Split> splits() {
        return List.copyOf(splits);
    }

    @Override
    public Reader open(Split split, List<String> columns, Rows wanted) {
        columns.forEach(column -> request.columns().index(column, request.table()));
        Part part = parts.get(split.ordinal());
        Map<String, Repeated> folders = partitions.getOrDefault(part.path(), Map.of());
        Schema parsed = new Schema(request.columns().fields().stream()
                .filter(field -> !folders.containsKey(field.name()))
                .toList());
        RowParser parser = new RowParser(parsed, request.nonNull(), settings, json, portions.batchRows());
        List<JsonlReader.Origin> origins = columns.stream()
                .map(column -> new JsonlReader.Origin(parsed.names().indexOf(column), folders.get(column)))
                .toList();
        return new JsonlReader(this, split.ordinal(), part, origins, wanted, parser);
    }

    /** False: to read a row again costs what it cost the first time. */
    @Override
    public boolean rereads() {
        return false;
    }

    void add(long read) {
        bytesRead.add(read);
    }

    /** Takes note of what a reader met. */
    synchronized void closed(int ordinal, Tally tally, RowParser parser) {
        met.get(ordinal).keepMost(tally);
        Set<String> keys = new HashSet<>();
        parser.addSeen(columnsSeen, keys);
        keys.stream().limit(MOST_KEYS - keysSeen.size()).forEach(keysSeen::add);
    }

    @Override
    public synchronized Account account() {
        Tally all = new Tally();
        met.forEach(all::add);
        Map<String, Long> warnings = new HashMap<>(listing.warnings());
        all.addWarnings(warnings);
        return new Account(
                listing.files().size() + listing.refused().size(),
                filesSkipped,
                refused.size(),
                listing.files().stream().mapToLong(FileSlice::size).sum(),
                bytesRead.sum(),
                all.rows,
                all.rows - all.rowsRejected,
                0,
                all.rowsRejected,
                warnings,
                Map.of("blankLines", all.blankLines));
    }

    @Override
    public synchronized void finish() {
        Account account = account();
        for (String column :
                account.rowsRead() == 0 ? List.<String>of() : request.columns().names()) {
            if (request.required().contains(column) && !columnsSeen.contains(column)) {
                throw new DataException("%s: %s requires column '%s'; none of %d rows in %d files has it (%s).%s"
                        .formatted(
                                Visible.of(settings.path()),
                                request.table(),
                                column,
                                account.rowsRead(),
                                account.files() - account.filesSkipped() - account.filesRejected(),
                                Reason.MISSING_COLUMN,
                                Visible.of(Nearest.hint(column, keysSeen))));
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

    Rejects rejects() {
        return rejects;
    }

    Portions portions() {
        return portions;
    }

    JsonlSettings settings() {
        return settings;
    }

    String table() {
        return request.table();
    }
}
