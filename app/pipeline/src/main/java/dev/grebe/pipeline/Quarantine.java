package dev.grebe.pipeline;

import dev.grebe.plugin.Account;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.Rejects;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The bad input of one run, over all its attempts. Thread-safe. */
final class Quarantine {
    private static final Comparator<Letter> ORDER = Comparator.comparing(Letter::table)
            .thenComparing(letter -> letter.rejection().file())
            .thenComparing(letter -> letter.rejection().position().unit())
            .thenComparing(letter -> letter.rejection().position().number())
            .thenComparing(letter -> letter.rejection().column());

    private final BadInput policy;
    private final MaxBad most;
    private final Map<String, TableRejects> tables = new ConcurrentHashMap<>();
    /** Files in which damage was met after rows of them were used, by path. */
    private final Map<String, Rejection> damaged = new HashMap<>();

    private long count;

    Quarantine(BadInput policy, MaxBad most) {
        this.policy = policy;
        this.most = most;
    }

    /**
     * A row or file that was set aside.
     *
     * @param table that it is missing from
     */
    record Letter(String table, Rejection rejection) {}

    BadInput policy() {
        return policy;
    }

    /** What takes the bad input of a table. */
    Rejects of(String table) {
        return policy == BadInput.FAIL ? Rejects.FAIL : tables.computeIfAbsent(table, name -> new TableRejects());
    }

    /**
     * Whether a run that failed so may start again, now without the file that was damaged.
     *
     * @throws DataException if that is one too many
     */
    synchronized boolean setsAside(DataException failure) {
        Rejection rejection = failure.rejection().orElse(null);
        if (policy == BadInput.FAIL || rejection == null || damaged.containsKey(rejection.file())) {
            return false;
        }
        damaged.put(rejection.file(), rejection);
        tables.values().forEach(table -> count -= table.dropRows(rejection.file()));
        add(rejection);
        return true;
    }

    /** @throws DataException if the share of bad rows or files is larger than is borne */
    void requireShare(Collection<Account> accounts) {
        most.exceededBy(accounts).ifPresent(why -> {
            throw new DataException(why + ". Raise it, or mend the input.");
        });
    }

    /** All that was set aside, sorted by table, file and place. */
    synchronized List<Letter> letters() {
        List<Letter> letters = new ArrayList<>();
        tables.forEach((name, table) -> table.all().forEach(rejection -> letters.add(new Letter(name, rejection))));
        letters.sort(ORDER);
        return letters;
    }

    /** How many rows and files of a table were set aside, by file and reason. */
    synchronized Map<String, Map<Reason, Long>> counts(String table) {
        Map<String, Map<Reason, Long>> counts = new TreeMap<>();
        TableRejects rejects = tables.get(table);
        for (Rejection rejection : rejects == null ? List.<Rejection>of() : rejects.all()) {
            counts.computeIfAbsent(rejection.file(), file -> new TreeMap<>()).merge(rejection.reason(), 1L, Long::sum);
        }
        return counts;
    }

    private void add(Rejection rejection) {
        if (++count > most.count()) {
            throw new DataException(
                    "%s. That is one bad row or file more than %s".formatted(rejection.message(), most.borne()));
        }
    }

    /** The bad input of one table. */
    private final class TableRejects implements Rejects {
        private final Map<String, Rejection> files = new LinkedHashMap<>();
        private final Map<String, Map<Rejection.Position, Rejection>> rows = new LinkedHashMap<>();
        /** Damaged files that the table would have read. */
        private final Set<String> missed = new HashSet<>();

        @Override
        public void row(Rejection row) {
            synchronized (Quarantine.this) {
                Map<Rejection.Position, Rejection> known = rows.computeIfAbsent(row.file(), file -> new HashMap<>());
                if (known.putIfAbsent(row.position(), row) == null) {
                    add(row);
                }
            }
        }

        @Override
        public void file(Rejection file) {
            synchronized (Quarantine.this) {
                count -= dropRows(file.file());
                if (files.putIfAbsent(file.file(), file) == null) {
                    add(file);
                }
            }
        }

        @Override
        public boolean contains(String file) {
            synchronized (Quarantine.this) {
                boolean isRefused = files.containsKey(file);
                if (!isRefused && damaged.containsKey(file)) {
                    missed.add(file);
                    return true;
                }
                return isRefused;
            }
        }

        @Override
        public boolean tolerates() {
            return true;
        }

        private long dropRows(String file) {
            Map<Rejection.Position, Rejection> dropped = rows.remove(file);
            return dropped == null ? 0 : dropped.size();
        }

        private List<Rejection> all() {
            List<Rejection> all = new ArrayList<>(files.values());
            missed.forEach(file -> all.add(Objects.requireNonNull(damaged.get(file), "only damaged files are missed")));
            rows.values().forEach(known -> all.addAll(known.values()));
            return all;
        }
    }
}
