package dev.grebe.sources.parquet;

import dev.grebe.data.Selection;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.Rejects;
import dev.grebe.plugin.Request;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the bad rows of a row group before any of its rows is delivered, where bad rows are set aside: decodes every column
 * of the table that has bad values or refuses null, wherever the rows would be read.
 */
final class Screen {
    private final Request request;
    private final ColumnOpener opener;
    private final Memory memory;
    private final Rejects rejects;

    Screen(Request request, ColumnOpener opener, Memory memory, Rejects rejects) {
        this.request = request;
        this.opener = opener;
        this.memory = memory;
        this.rejects = rejects;
    }

    /** The bad rows among some, by position, handed over in order; a row that is bad twice is so by its first column. */
    int[] badRows(Unit unit, RowRanges rows, RandomInput input, Workspace work) {
        Map<Integer, Rejection> bad = new TreeMap<>();
        for (String name : request.columns().names()) {
            Unit.Stored column = unit.columns().get(name);
            if (column != null && column.canFail()) {
                collect(unit, column, rows, input, work, bad);
            }
        }
        bad.values().forEach(rejects::row);
        return bad.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    private void collect(
            Unit unit,
            Unit.Stored column,
            RowRanges rows,
            RandomInput input,
            Workspace work,
            Map<Integer, Rejection> bad) {
        String name = column.column().name();
        Place place = new Place(unit.file().path(), unit.rowGroup(), name);
        long firstRow = column.chunk().firstRow();
        Collector collector = new Collector(place, firstRow, bad);
        boolean isSome = rows.count() < unit.rows();
        List<ColumnSource> sources = opener.open(unit, List.of(name), input, work, true, false, isSome, collector);
        Reserved reserved = new Reserved(memory, "rows of " + request.table());
        try (ColumnSource source = sources.get(0)) {
            if (source.isProvenGood()) {
                return;
            }
            for (int i = 0; i < rows.bounds().length; i += 2) {
                for (int row = rows.bounds()[i]; row < rows.bounds()[i + 1]; row += SplitReader.DENSE_ROWS) {
                    int count = Math.min(SplitReader.DENSE_ROWS, rows.bounds()[i + 1] - row);
                    collector.from = row;
                    source.read(Positions.dense(row, count), Selection.all(count), reserved);
                    reserved.releaseAll();
                }
            }
        } finally {
            reserved.releaseAll();
        }
    }

    private static final class Collector implements Problems {
        private final Place place;
        private final long firstRow;
        private final Map<Integer, Rejection> bad;
        private int from;

        Collector(Place place, long firstRow, Map<Integer, Rejection> bad) {
            this.place = place;
            this.firstRow = firstRow;
            this.bad = bad;
        }

        @Override
        public void bad(int slot, Reason reason, String detail, String raw) {
            int row = from + slot;
            bad.putIfAbsent(row, place.ofRow(firstRow + row, reason, detail, raw));
        }
    }
}
