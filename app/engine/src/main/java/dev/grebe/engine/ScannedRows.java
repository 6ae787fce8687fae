package dev.grebe.engine;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Field;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.Reader;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows that a scan kept, as positions by split. Columns are read when somebody wants them, for the rows that are wanted,
 * a few columns at a time; what was read stays.
 */
final class ScannedRows implements RowSet {
    private static final int[] EVERY_ROW = new int[0];
    /** A reader holds the dictionaries of all its columns, which of 60 wide ones are hundreds of megabytes. */
    private static final int COLUMNS_AT_A_TIME = 4;

    private final Schema schema;
    private final Scan scan;
    private final List<Split> splits;
    private final int[] positions;
    private final int[] starts;
    private final Workers workers;
    private final Budget budget;
    private final Map<Integer, Loaded> loaded = new HashMap<>();

    /** Values of a column: of row r at {@code slots[r]}, or of every row. */
    private record Loaded(Column column, int[] slots) {
        boolean has(int row) {
            return slots == EVERY_ROW || slots[row] >= 0;
        }
    }

    /**
     * @param positions of the rows, split by split
     * @param starts rows of split s are {@code starts[s]} to {@code starts[s + 1]}
     */
    ScannedRows(
            Schema schema,
            Scan scan,
            List<Split> splits,
            int[] positions,
            int[] starts,
            Workers workers,
            Budget budget) {
        this.schema = schema;
        this.scan = scan;
        this.splits = splits;
        this.positions = positions;
        this.starts = starts;
        this.workers = workers;
        this.budget = budget;
    }

    /** Gives a column that was read with the scan: a value for each row. */
    void load(int index, Column column) {
        loaded.put(index, new Loaded(column, EVERY_ROW));
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public int size() {
        return starts[splits.size()];
    }

    @Override
    public void want(List<Integer> columns, Rows rows) {
        List<Integer> missing =
                columns.stream().filter(column -> !isLoaded(column, rows)).toList();
        if (missing.isEmpty() || size() == 0) {
            return;
        }
        int[] wanted = rows instanceof Rows.At at ? at.positions() : RowNumbers.upTo(size());
        int count = rows instanceof Rows.At at ? at.count() : size();
        List<Column> read = read(missing, wanted, count);
        int[] slots = EVERY_ROW;
        if (count < size()) {
            budget.reserve(4L * size(), "row numbers of " + schema.names());
            slots = new int[size()];
            Arrays.fill(slots, -1);
            for (int i = 0; i < count; i++) {
                slots[wanted[i]] = i;
            }
        }
        for (int i = 0; i < missing.size(); i++) {
            loaded.put(missing.get(i), new Loaded(read.get(i), slots));
        }
    }

    private boolean isLoaded(int column, Rows rows) {
        Loaded known = loaded.get(column);
        if (known == null || known.slots() == EVERY_ROW) {
            return known != null;
        }
        if (!(rows instanceof Rows.At at)) {
            return false;
        }
        for (int i = 0; i < at.count(); i++) {
            if (!known.has(at.positions()[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Column column(int index, int[] rows, int from, int count) {
        want(List.of(index), RowNumbers.sorted(rows, from, count, size()));
        Loaded known = loaded.get(index);
        if (known == null) {
            return Gather.nothing(schema.field(index).type(), 0);
        }
        return known.slots() == EVERY_ROW
                ? Gather.rows(known.column(), rows, from, count)
                : Gather.rows(known.column(), Gather.ints(known.slots(), rows, from, count), 0, count);
    }

    /** Reads columns at ascending rows, a few at a time. */
    private List<Column> read(List<Integer> columns, int[] rows, int count) {
        List<Column> read = new ArrayList<>();
        for (int from = 0; from < columns.size(); from += COLUMNS_AT_A_TIME) {
            int to = Math.min(columns.size(), from + COLUMNS_AT_A_TIME);
            read.addAll(readTogether(columns.subList(from, to), rows, count));
        }
        return read;
    }

    /** Reads the splits that have some of the rows side by side. */
    private List<Column> readTogether(List<Integer> columns, int[] rows, int count) {
        List<Field> fields = columns.stream().map(schema::field).toList();
        int[] bounds = bounds(rows, count);
        List<Integer> touched = new ArrayList<>();
        for (int split = 0; split < splits.size(); split++) {
            if (bounds[split] < bounds[split + 1]) {
                touched.add(split);
            }
        }
        List<List<ColumnBuilder>> parts = workers.run(touched.size(), () -> task -> {
            int split = touched.get(task);
            int[] own = Gather.ints(positions, rows, bounds[split], bounds[split + 1] - bounds[split]);
            return read(splits.get(split), fields, own);
        });
        return joined(fields, parts);
    }

    private int[] bounds(int[] rows, int count) {
        int[] bounds = new int[splits.size() + 1];
        int at = 0;
        for (int split = 0; split < splits.size(); split++) {
            while (at < count && rows[at] < starts[split + 1]) {
                at++;
            }
            bounds[split + 1] = at;
        }
        return bounds;
    }

    private List<ColumnBuilder> read(Split split, List<Field> fields, int[] own) {
        List<ColumnBuilder> builders =
                fields.stream().map(field -> new ColumnBuilder(field, budget)).toList();
        List<String> names = fields.stream().map(Field::name).toList();
        int rows = 0;
        try (Reader reader = scan.open(split, names, Rows.at(own, own.length))) {
            for (Optional<Batch> next = reader.next(); next.isPresent(); next = reader.next()) {
                Batch batch = next.get();
                Selection all = Selection.all(batch.rowCount());
                for (int i = 0; i < builders.size(); i++) {
                    builders.get(i).append(batch.column(i, all), all.rows(), all.count());
                }
                rows += batch.rowCount();
            }
        }
        if (rows != own.length) {
            throw new IllegalStateException("%s gave %d of %d rows".formatted(split.name(), rows, own.length));
        }
        builders.forEach(ColumnBuilder::forgetDictionary);
        return builders;
    }

    private List<Column> joined(List<Field> fields, List<List<ColumnBuilder>> parts) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            int column = i;
            columns.add(ColumnBuilder.joined(
                    fields.get(i), parts.stream().map(part -> part.get(column)).toList(), budget));
        }
        return columns;
    }
}
