package dev.grebe.sources.parquet;

import dev.grebe.plan.Domain;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.RandomInput;
import java.nio.ByteBuffer;
import java.util.Map;

/** Finds the rows of a row group that are in pages which may hold wanted values, as column indexes tell. */
final class PagePruner {
    private final Map<String, Domain> domains;
    private final Memory memory;
    private final Counters counters;

    PagePruner(Map<String, Domain> domains, Memory memory, Counters counters) {
        this.domains = domains;
        this.memory = memory;
        this.counters = counters;
    }

    RowRanges prune(Unit unit, RandomInput input) {
        RowRanges rows = RowRanges.all(unit.rows());
        for (Map.Entry<String, Domain> domain : domains.entrySet()) {
            Unit.Stored column = unit.columns().get(domain.getKey());
            if (column != null && isIndexed(column)) {
                rows = rows.and(prune(column, domain.getValue(), input));
            }
        }
        return rows;
    }

    private static boolean isIndexed(Unit.Stored column) {
        return column.decoding() != Decoding.JSON
                && column.chunk().columnIndex().isThere()
                && column.chunk().offsetIndex().isThere();
    }

    private RowRanges prune(Unit.Stored column, Domain domain, RandomInput input) {
        Chunk chunk = column.chunk();
        Reserved reserved = new Reserved(memory, "indexes of " + chunk.place().column());
        try {
            OffsetIndex pages = OffsetIndex.read(chunk, input, counters, reserved);
            ColumnIndex index = read(chunk, input, pages.pages(), reserved);
            boolean[] marked = new boolean[pages.pages()];
            for (int page = 0; page < marked.length; page++) {
                marked[page] = index.mayMatch(page, domain, column);
            }
            return RowRanges.of(pages, marked);
        } catch (BadPage e) {
            throw chunk.place().bad(e.reason(), "%s", e.detail());
        } finally {
            reserved.releaseAll();
        }
    }

    private ColumnIndex read(Chunk chunk, RandomInput input, int pages, Reserved reserved) {
        int length = chunk.columnIndex().length();
        reserved.add((long) length * ColumnIndex.MEMORY_PER_BYTE);
        byte[] bytes = new byte[length];
        input.read(chunk.columnIndex().start(), ByteBuffer.wrap(bytes));
        counters.bytesRead.add(length);
        return ColumnIndex.read(bytes, pages);
    }
}
