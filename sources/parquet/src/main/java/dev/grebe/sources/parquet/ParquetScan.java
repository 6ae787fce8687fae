package dev.grebe.sources.parquet;

import dev.grebe.plan.Domain;
import dev.grebe.plugin.Account;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Reader;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Split;
import dev.grebe.plugin.Storage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** One table in one run. A split is a row group. */
final class ParquetScan implements Scan {
    /** From fewer rows than one in so many on, pages are found by the offset index. */
    private static final int SPARSE = 50;

    private final Request request;
    private final Map<String, Domain> domains;
    private final Memory memory;
    private final OpenFiles files;
    private final Counters counters = new Counters();
    private final ConcurrentLinkedDeque<Workspace> workspaces = new ConcurrentLinkedDeque<>();
    private final List<FileSlice> listed;
    private final List<Unit> units;
    private final long filesSkipped;
    private final long rows;
    /** Rows of each split that were delivered in rounds over all of them. */
    private final AtomicIntegerArray delivered;

    private volatile boolean isClosed;

    ParquetScan(Request request, List<FileSlice> listed, Storage storage, Memory memory) {
        this.request = request;
        this.listed = listed;
        this.memory = memory;
        domains = Domain.of(request.predicate());
        files = new OpenFiles(storage);
        Planner planner = new Planner(request, domains, files, memory, counters);
        try {
            planner.plan(listed);
        } catch (RuntimeException e) {
            files.close();
            throw e;
        }
        units = planner.units();
        filesSkipped = planner.filesSkipped();
        rows = planner.rows();
        delivered = new AtomicIntegerArray(units.size());
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
        int[] positions = wanted instanceof Rows.At at ? at.positions() : null;
        int count = wanted instanceof Rows.At at ? at.count() : unit.rows();
        if (positions != null && count > 0 && (positions[0] < 0 || positions[count - 1] >= unit.rows())) {
            throw new IllegalArgumentException("%s has no row %d".formatted(unit.name(), positions[count - 1]));
        }
        Workspace free = workspaces.poll();
        Workspace work = free == null ? new Workspace(memory, request.table()) : free;
        RandomInput input = files.acquire(unit.file());
        List<ColumnSource> sources = new ArrayList<>();
        try {
            boolean isSparse = positions != null && (long) count * SPARSE < unit.rows();
            for (String column : columns) {
                // A dense round goes forward in all columns at once, a sparse one reads one after the other.
                Slot slot = work.slot(positions == null ? sources.size() : 0);
                sources.add(source(unit, column, input, work, slot, isSparse));
            }
        } catch (RuntimeException e) {
            sources.forEach(ColumnSource::close);
            close(unit, work);
            throw e;
        }
        return new SplitReader(
                unit,
                List.copyOf(columns),
                sources,
                positions,
                count,
                domains,
                new Reserved(memory, "rows of " + request.table()),
                tally(unit),
                () -> close(unit, work));
    }

    private ColumnSource source(
            Unit unit, String column, RandomInput input, Workspace work, Slot slot, boolean isSparse) {
        Constant constant = unit.constants().get(column);
        if (constant != null) {
            return constant;
        }
        Chunk chunk = unit.chunks().get(column);
        if (chunk == null) {
            throw new IllegalArgumentException(
                    "column '%s' of %s was not requested".formatted(column, request.table()));
        }
        Reserved kept = new Reserved(memory, "dictionaries of " + request.table());
        OffsetIndex index = isSparse && chunk.indexStart() > 0 ? index(chunk, input, kept) : null;
        PageCursor pages = new PageCursor(chunk, input, slot, work.codec, counters, isSparse, index);
        return new ColumnReader(chunk, pages, work, counters, kept);
    }

    private OffsetIndex index(Chunk chunk, RandomInput input, Reserved kept) {
        kept.add((long) chunk.indexLength() * OffsetIndex.MEMORY_PER_BYTE);
        try {
            byte[] bytes = new byte[chunk.indexLength()];
            input.read(chunk.indexStart(), ByteBuffer.wrap(bytes));
            counters.bytesRead.add(bytes.length);
            return OffsetIndex.read(bytes, chunk);
        } catch (BadPage e) {
            kept.releaseAll();
            throw chunk.place().bad("%s", e.reason());
        } catch (RuntimeException e) {
            kept.releaseAll();
            throw e;
        }
    }

    private SplitReader.Tally tally(Unit unit) {
        return new SplitReader.Tally() {
            @Override
            public void delivered(int endRow) {
                int before = delivered.getAndAccumulate(unit.ordinal(), endRow, Math::max);
                counters.rowsRead.add(Math.max(0, endRow - before));
            }

            @Override
            public void skipped() {
                if (delivered.getAndSet(unit.ordinal(), unit.rows()) == 0) {
                    counters.rowGroupsSkipped.increment();
                    counters.rowsSkipped.add(unit.rows());
                }
            }
        };
    }

    private void close(Unit unit, Workspace work) {
        files.release(unit.file());
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
                listed.size(),
                filesSkipped,
                listed.stream().mapToLong(FileSlice::size).sum(),
                counters.bytesRead.sum(),
                rows,
                counters.rowsRead.sum(),
                counters.rowsSkipped.sum(),
                0,
                counters.details());
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
