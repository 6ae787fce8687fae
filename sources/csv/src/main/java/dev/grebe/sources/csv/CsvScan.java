package dev.grebe.sources.csv;

import dev.grebe.data.Repeated;
import dev.grebe.plan.Domain;
import dev.grebe.plan.Field;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.Account;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Listing;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.Reader;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.Rejects;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Split;
import dev.grebe.plugin.Storage;
import dev.grebe.plugin.TextFile;
import dev.grebe.plugin.Visible;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** A table of CSV in one run. */
final class CsvScan implements Scan {
    private final Request request;
    private final CsvSettings settings;
    private final Storage storage;
    private final Memory memory;
    private final Rejects rejects;
    private final Portions portions;
    private final Listing listing;
    private final List<Part> parts = new ArrayList<>();
    private final List<Split> splits = new ArrayList<>();
    private final Map<String, Map<String, Repeated>> partitions = new HashMap<>();
    private final LongAdder bytesRead = new LongAdder();
    private final Map<String, Delimiter> delimiters = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private int filesSkipped;
    /** Of each split, the most that a round met. */
    private final List<Tally> met = new ArrayList<>();

    CsvScan(Request request, CsvSettings settings, Storage storage, Memory memory, Rejects rejects, Portions portions) {
        this.request = request;
        this.settings = settings;
        this.storage = storage;
        this.memory = memory;
        this.rejects = rejects;
        this.portions = portions;
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
        // Where a row starts can only be told from a file's middle if no newline stands in quotes.
        if (size <= portions.splitBytes() || settings.quotedNewlines() || file.isCompressed()) {
            add(Part.whole(file), size, name);
            return;
        }
        for (long start = 0; start < size; start += portions.splitBytes()) {
            long end = Math.min(size, start + portions.splitBytes());
            add(new Part(file, start, end), end - start, "%s, bytes %d to %d".formatted(name, start, end));
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
        List<CsvReader.Origin> origins = columns.stream()
                .map(column -> new CsvReader.Origin(parsed.names().indexOf(column), folders.get(column)))
                .toList();
        return new CsvReader(this, split.ordinal(), part, parsed, origins, wanted);
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
    synchronized void closed(int ordinal, Tally tally) {
        met.get(ordinal).keepMost(tally);
    }

    synchronized void addDelimiter(String file, Delimiter delimiter) {
        delimiters.put(file, delimiter);
    }

    @Override
    public synchronized Account account() {
        Tally all = new Tally();
        met.forEach(all::add);
        Map<String, Long> warnings = new HashMap<>(listing.warnings());
        all.addWarnings(warnings);
        Map<String, Long> details = new HashMap<>(Map.of("blankLines", all.blankLines));
        delimiters.values().forEach(delimiter -> details.merge("filesBy " + delimiter.noun(), 1L, Long::sum));
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
                details);
    }

    /** Every file was held to the required columns when it was opened. */
    @Override
    public void finish() {
        // Nothing shows only at the end.
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

    CsvSettings settings() {
        return settings;
    }

    Set<String> nonNull() {
        return request.nonNull();
    }

    /** The columns that the header of a part's file must have. */
    List<String> required(Part part) {
        Map<String, Repeated> folders = partitions.getOrDefault(part.path(), Map.of());
        return request.columns().names().stream()
                .filter(column -> request.required().contains(column) && !folders.containsKey(column))
                .toList();
    }

    String table() {
        return request.table();
    }
}
