package dev.grebe.sources.parquet;

import dev.grebe.plugin.Memory;
import dev.grebe.plugin.RandomInput;
import java.util.ArrayList;
import java.util.List;

/** Opens columns of row groups for one table. */
final class ColumnOpener {
    private final String table;
    private final ParquetLimits limits;
    private final Memory memory;
    private final Counters counters;

    ColumnOpener(String table, ParquetLimits limits, Memory memory, Counters counters) {
        this.table = table;
        this.limits = limits;
        this.memory = memory;
        this.counters = counters;
    }

    /**
     * Opens columns to be read together.
     *
     * @param takesTurns whether they are read one after the other, so that they can share buffers
     * @param isSparse whether few rows are wanted, far from each other
     * @param usesIndex whether some pages hold no wanted row
     */
    List<ColumnSource> open(
            Unit unit,
            List<String> columns,
            RandomInput input,
            Workspace work,
            boolean takesTurns,
            boolean isSparse,
            boolean usesIndex,
            Problems problems) {
        List<ColumnSource> sources = new ArrayList<>();
        Opening opening = new Opening(input, work, takesTurns, isSparse, usesIndex, problems);
        try {
            for (String column : columns) {
                sources.add(opening.source(unit, column));
            }
        } catch (RuntimeException e) {
            sources.forEach(ColumnSource::close);
            throw e;
        }
        return sources;
    }

    private final class Opening {
        private final RandomInput input;
        private final Workspace work;
        private final boolean takesTurns;
        private final boolean isSparse;
        private final boolean usesIndex;
        private final Problems problems;
        private int slots;

        Opening(
                RandomInput input,
                Workspace work,
                boolean takesTurns,
                boolean isSparse,
                boolean usesIndex,
                Problems problems) {
            this.input = input;
            this.work = work;
            this.takesTurns = takesTurns;
            this.isSparse = isSparse;
            this.usesIndex = usesIndex;
            this.problems = problems;
        }

        ColumnSource source(Unit unit, String name) {
            Constant constant = unit.constants().get(name);
            if (constant != null) {
                return constant;
            }
            Unit.Stored column = unit.columns().get(name);
            if (column == null) {
                throw new IllegalArgumentException("column '%s' of %s was not requested".formatted(name, table));
            }
            slots = takesTurns ? 0 : slots;
            Reserved kept = new Reserved(memory, "dictionaries of " + table);
            try {
                return column.decoding() == Decoding.JSON ? json(unit, column, kept) : values(column, kept);
            } catch (BadPage e) {
                kept.releaseAll();
                throw column.chunk().place().bad(e.reason(), "%s", e.detail());
            } catch (RuntimeException e) {
                kept.releaseAll();
                throw e;
            }
        }

        private ColumnSource values(Unit.Stored column, Reserved kept) {
            Chunk chunk = column.chunk();
            return new ColumnReader(
                    chunk,
                    pages(chunk, kept),
                    work,
                    counters,
                    kept,
                    new BloomFilter(chunk, input, counters),
                    column.refusesNull(),
                    problems);
        }

        private ColumnSource json(Unit unit, Unit.Stored column, Reserved kept) {
            List<LeafCursor> leaves = new ArrayList<>();
            for (Chunk chunk : column.chunks()) {
                leaves.add(new LeafCursor(chunk, pages(chunk, kept), kept));
            }
            Place place = new Place(
                    unit.file().path(), unit.rowGroup(), column.column().name());
            JsonShape shape =
                    JsonShape.of(column.column().node(), leaves, column.column().leaf());
            return new JsonColumn(
                    place, column.chunk().firstRow(), leaves, shape, counters, kept, column.refusesNull(), problems);
        }

        private PageCursor pages(Chunk chunk, Reserved kept) {
            boolean isIndexed =
                    usesIndex && chunk.repetition() == 0 && chunk.offsetIndex().isThere();
            OffsetIndex index = isIndexed ? OffsetIndex.read(chunk, input, counters, kept) : null;
            Slot slot = work.slot(slots++);
            return new PageCursor(chunk, input, slot, work.codec, counters, limits.pageBytes(), isSparse, index);
        }
    }
}
