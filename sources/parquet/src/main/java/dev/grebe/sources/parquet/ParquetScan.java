package dev.grebe.sources.parquet;

import dev.grebe.plan.Domain;
import dev.grebe.plugin.Account;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Listing;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Reader;
import dev.grebe.plugin.Rejects;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Split;
import dev.grebe.plugin.Storage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** One table in one run. A split is a row group. */
final class ParquetScan implements Scan {
    /** From fewer rows than one in so many on, pages are found by the offset index. */
    private static final int SPARSE = 50;

    private static final int[] NONE = {};

    private final Request request;
    private final Map<String, Domain> domains;
    private final Memory memory;
    private final Rejects rejects;
    private final Listing listing;
    private final OpenFiles files;
    private final Counters counters = new Counters();
    private final ConcurrentLinkedDeque<Workspace> workspaces = new ConcurrentLinkedDeque<>();
    private final FilePlans plans;
    private final List<Unit> units;
    private final ColumnOpener opener;
    private final PagePruner pruner;
    private final Screen screen;
    /** Rows of each split that were delivered in rounds over all of them. */
    private final AtomicIntegerArray delivered;
    /** 1 where it is counted which rows of a split are not. */
    private final AtomicIntegerArray counted;

    private final AtomicReferenceArray<@Nullable RowRanges> pruned;
    private final AtomicReferenceArray<int @Nullable []> bad;

    private volatile boolean isClosed;

    ParquetScan(
            Request request, Listing listing, Storage storage, ParquetLimits limits, Memory memory, Rejects rejects) {
        this.request = request;
        this.listing = listing;
        this.memory = memory;
        this.rejects = rejects;
        domains = Domain.of(request.predicate());
        files = new OpenFiles(storage);
        try {
            plans = new Planner(request, domains, files, limits, memory, counters, rejects).plan(listing);
        } catch (RuntimeException e) {
            files.close();
            throw e;
        }
        units = plans.units();
        opener = new ColumnOpener(request.table(), limits, memory, counters);
        pruner = new PagePruner(domains, memory, counters);
        screen = new Screen(request, opener, memory, rejects);
        delivered = new AtomicIntegerArray(units.size());
        counted = new AtomicIntegerArray(units.size());
        pruned = new AtomicReferenceArray<>(units.size());
        bad = new AtomicReferenceArray<>(units.size());
    }

    @Override
    public List<Split> splits() {
        return units.stream()
                .map(unit -> new Split(unit.name(), unit.ordinal(), unit.bytes(), unit.rows()))
                .toList();
    }

    @Override
    public Reader open(Split split, List<String> columns, Rows wanted) {
        Unit unit = units.get(split.ordinal());
        if (wanted instanceof Rows.At at) {
            int count = at.count();
            if (count > 0 && (at.positions()[0] < 0 || at.positions()[count - 1] >= unit.rows())) {
                throw new IllegalArgumentException(
                        "%s has no row %d".formatted(unit.name(), at.positions()[count - 1]));
            }
        }
        Workspace free = workspaces.poll();
        Workspace work = free == null ? new Workspace(memory, request.table()) : free;
        RandomInput input;
        try {
            input = files.acquire(unit.file());
        } catch (RuntimeException e) {
            rest(work);
            throw e;
        }
        try {
            return wanted instanceof Rows.At at
                    ? openSome(unit, columns, at, input, work)
                    : openAll(unit, columns, input, work);
        } catch (RuntimeException e) {
            close(unit, work);
            throw e;
        }
    }

    private Reader openSome(Unit unit, List<String> columns, Rows.At at, RandomInput input, Workspace work) {
        boolean isSparse = (long) at.count() * SPARSE < unit.rows();
        List<ColumnSource> sources = opener.open(unit, columns, input, work, true, isSparse, isSparse, Problems.THROW);
        return new SplitReader(
                unit, List.copyOf(columns), sources, reserved(), at.positions(), at.count(), () -> close(unit, work));
    }

    private Reader openAll(Unit unit, List<String> columns, RandomInput input, Workspace work) {
        RowRanges rows = pruned(unit, input);
        int count = rows.count();
        boolean isSparse = (long) count * SPARSE < unit.rows();
        List<ColumnSource> sources =
                opener.open(unit, columns, input, work, false, isSparse, count < unit.rows(), Problems.THROW);
        return new SplitReader(
                unit,
                List.copyOf(columns),
                sources,
                reserved(),
                new Admission(unit, rows, input, work),
                () -> close(unit, work));
    }

    private Reserved reserved() {
        return new Reserved(memory, "rows of " + request.table());
    }

    private RowRanges pruned(Unit unit, RandomInput input) {
        RowRanges known = pruned.get(unit.ordinal());
        if (known == null) {
            known = pruner.prune(unit, input);
            pruned.set(unit.ordinal(), known);
        }
        return known;
    }

    /** Decides and counts which rows of a split are delivered in a round over all of them. */
    final class Admission {
        private final Unit unit;
        private final RowRanges rows;
        private final RandomInput input;
        private final Workspace work;

        Admission(Unit unit, RowRanges rows, RandomInput input, Workspace work) {
            this.unit = unit;
            this.rows = rows;
            this.input = input;
            this.work = work;
        }

        Map<String, Domain> domains() {
            return domains;
        }

        RowRanges rows() {
            return rows;
        }

        /** No row can match. */
        void skip() {
            if (counted.getAndSet(unit.ordinal(), 1) == 0) {
                counters.rowGroupsSkipped.increment();
                counters.rowsSkipped.add(unit.rows());
            }
        }

        /** Positions of the rows that are bad. */
        int[] bad() {
            int[] found = bad.get(unit.ordinal());
            if (found == null) {
                found = rejects.tolerates() ? screen.badRows(unit, rows, input, work) : NONE;
                bad.set(unit.ordinal(), found);
            }
            if (counted.getAndSet(unit.ordinal(), 1) == 0) {
                counters.rowsSkipped.add(unit.rows() - rows.count());
                counters.rowsRejected.add(found.length);
            }
            return found;
        }

        /** @param count how many rows were delivered, from the first on */
        void delivered(int count) {
            int before = delivered.getAndAccumulate(unit.ordinal(), count, Math::max);
            counters.rowsRead.add(Math.max(0, count - before));
        }
    }

    private void close(Unit unit, Workspace work) {
        files.release(unit.file());
        rest(work);
    }

    private void rest(Workspace work) {
        work.rest();
        workspaces.push(work);
        if (isClosed) {
            freeWorkspaces();
        }
    }

    private void freeWorkspaces() {
        for (Workspace work = workspaces.poll(); work != null; work = workspaces.poll()) {
            work.free();
        }
    }

    @Override
    public boolean rereads() {
        return true;
    }

    @Override
    public Account account() {
        return new Account(
                listing.files().size() + listing.refused().size(),
                plans.filesSkipped(),
                plans.filesRejected(),
                listing.files().stream().mapToLong(FileSlice::size).sum(),
                counters.bytesRead.sum(),
                plans.rows(),
                counters.rowsRead.sum(),
                counters.rowsSkipped.sum(),
                counters.rowsRejected.sum(),
                warnings(),
                counters.details());
    }

    private Map<String, Long> warnings() {
        Map<String, Long> warnings = new HashMap<>(listing.warnings());
        plans.warnings().forEach((code, count) -> warnings.merge(code, count, Long::sum));
        if (counters.pagesWithoutChecksum.sum() > 0) {
            warnings.put("PAGES_WITHOUT_CHECKSUM", counters.pagesWithoutChecksum.sum());
        }
        return warnings;
    }

    @Override
    public void finish() {
        // Required columns were found in the footers.
    }

    @Override
    public void close() {
        isClosed = true;
        freeWorkspaces();
        files.close();
    }
}
