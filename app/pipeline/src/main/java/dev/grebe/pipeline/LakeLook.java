package dev.grebe.pipeline;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Field;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Account;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.Reader;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Split;
import dev.grebe.plugin.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.ObjIntConsumer;

/**
 * Looks into a few files of a lake, at a few of their rows, for a few seconds: columns, values, times. What is bad is
 * counted and passed over as long as there is something good.
 */
final class LakeLook {
    static final int MOST_FILES = 16;
    static final int MOST_SPLITS = 32;
    static final int MOST_ROWS = 10_000;
    static final int MOST_COLUMNS = 300;

    private final SampledTable table;
    private final long deadline;
    private final Memory memory = new HeapShare();
    private final SampleRejects rejects = new SampleRejects();
    private final Map<String, Type> types = new LinkedHashMap<>();
    private final Set<String> partitions = new LinkedHashSet<>();
    private final Map<String, Observed> observed = new LinkedHashMap<>();
    private final Set<String> noTimes = new LinkedHashSet<>();
    private final List<FileSlice> good = new ArrayList<>();
    private boolean whole = true;
    private long rowsRead;
    private long rowsKnown;
    private long rowsInKnown;
    private long bytesRead;

    /** @param deadline in {@link System#nanoTime}, after which no more is begun */
    LakeLook(SampledTable table, long deadline) {
        this.table = table;
        this.deadline = deadline;
    }

    /**
     * Looks at files, which are some of a lake's.
     *
     * @throws DataException if all of them are bad
     */
    void look(List<FileSlice> files) {
        Optional<DataException> failure = Optional.empty();
        for (FileSlice file : files) {
            if (isLate() && !good.isEmpty()) {
                whole = false;
                break;
            }
            try {
                add(table.columns(file), file);
                good.add(file);
            } catch (DataException e) {
                failure = failure.isPresent() ? failure : Optional.of(e);
                reject(e);
            }
        }
        if (good.isEmpty() && failure.isPresent()) {
            throw failure.get();
        }
        readValues();
        readTimes();
    }

    private void add(Schema schema, FileSlice file) {
        partitions.addAll(file.partitions().keySet());
        schema.fields().forEach(field -> types.merge(field.name(), field.type(), LakeLook::common));
    }

    private static Type common(Type left, Type right) {
        if (left == right) {
            return left;
        } else if (left == Type.DYNAMIC || right == Type.DYNAMIC) {
            return Type.DYNAMIC;
        }
        return isNumber(left) && isNumber(right) ? Type.DOUBLE : Type.STRING;
    }

    private static boolean isNumber(Type type) {
        return type == Type.LONG || type == Type.DOUBLE;
    }

    private void readValues() {
        List<Field> fields = new ArrayList<>();
        types.forEach((name, type) -> fields.add(new Field(name, type)));
        StoredColumns columns = new StoredColumns(fields.subList(0, Math.min(fields.size(), MOST_COLUMNS)), partitions);
        columns.columns().forEach(column -> observed.put(column.field().name(), new Observed(column)));
        for (FileSlice file : good) {
            columns.columns().stream()
                    .filter(StoredColumns.Stored::isPartition)
                    .forEach(column -> seen(column.field().name())
                            .add(StoredColumns.partition(file, column.field().name())));
        }
        Account account = read(columns.request(), columns.names(), true, (batch, rows) -> {
            StoredColumns.Values values = columns.of(batch);
            for (StoredColumns.Stored column : columns.columns()) {
                for (int row = 0; row < rows && !column.isPartition(); row++) {
                    seen(column.field().name()).add(values.json(column, row));
                }
            }
            rowsRead += rows;
        });
        bytesRead = account.bytesRead();
    }

    private Observed seen(String column) {
        return Objects.requireNonNull(observed.get(column), column);
    }

    /** Values that are no times are only counted: the column is read as text then. */
    private void readTimes() {
        List<Field> fields = observed.values().stream()
                .filter(seen ->
                        !seen.column().isPartition() && seen.column().field().type() == Type.TIMESTAMP)
                .map(seen -> seen.column().field())
                .toList();
        for (Field field : fields) {
            SampleRejects wrong = new SampleRejects();
            Request request = new Request(
                    SampledTable.NAME,
                    new Schema(List.of(field)),
                    Set.of(),
                    Set.of(),
                    Window.ALL,
                    StoredColumns.EVERYTHING);
            try (Scan scan = table.over(good).scan(request, memory, wrong)) {
                readAll(scan, List.of(field.name()), false, (batch, rows) -> addTimes(field, batch, rows));
            } catch (DataException e) {
                noTimes.add(String.valueOf(e.getMessage()));
            }
            wrong.messages().stream()
                    .filter(message -> rejects.rows() == 0)
                    .limit(1)
                    .forEach(noTimes::add);
        }
    }

    private void addTimes(Field field, Batch batch, int rows) {
        Column column = batch.column(0, Selection.all(batch.rowCount()));
        for (int row = 0; row < rows; row++) {
            if (!column.isNull(row)) {
                seen(field.name()).addTime(ticks(column, row));
            }
        }
    }

    private static long ticks(Column column, int row) {
        return column instanceof Column.Dictionary dictionary
                ? ticks(dictionary.values(), dictionary.ids()[row])
                : ((Column.Longs) column).values()[row];
    }

    /** Reads rows of the good files; the account of what that took. */
    private Account read(Request request, List<String> names, boolean counting, ObjIntConsumer<Batch> take) {
        try (Scan scan = table.over(good).scan(request, memory, rejects)) {
            readAll(scan, names, counting, take);
            return scan.account();
        }
    }

    private void readAll(Scan scan, List<String> names, boolean counting, ObjIntConsumer<Batch> take) {
        List<Split> splits = scan.splits();
        if (counting) {
            splits.stream().filter(split -> split.rows() >= 0).forEach(split -> rowsInKnown += split.rows());
            rowsKnown = splits.stream().filter(split -> split.rows() >= 0).count();
            whole &= rowsKnown == splits.size() || splits.size() <= MOST_SPLITS;
        }
        List<Split> chosen = Spread.of(splits, MOST_SPLITS);
        int most = Math.max(1, MOST_ROWS / Math.max(1, chosen.size()));
        for (Split split : chosen) {
            if (isLate()) {
                whole = false;
                return;
            }
            try {
                boolean ended = read(scan, split, names, most, take);
                whole &= ended || split.rows() >= 0 || !counting;
            } catch (DataException e) {
                reject(e);
            }
        }
    }

    /** Whether the split was read to its end. */
    private boolean read(Scan scan, Split split, List<String> names, int most, ObjIntConsumer<Batch> take) {
        int left = most;
        try (Reader reader = scan.open(split, names, Rows.ALL)) {
            for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("interrupted");
                }
                int rows = Math.min(left, batch.get().rowCount());
                take.accept(batch.get(), rows);
                boolean cut = rows < batch.get().rowCount();
                left -= rows;
                if (cut || isLate()) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A file that is bad late is one that is bad. */
    private void reject(DataException damage) {
        Rejection rejection = damage.rejection().orElseThrow(() -> damage);
        if (rejection.position().unit() == Rejection.Unit.LINE
                || rejection.position().unit() == Rejection.Unit.ROW) {
            rejects.row(rejection);
        } else {
            rejects.file(rejection);
        }
    }

    private boolean isLate() {
        return System.nanoTime() - deadline > 0;
    }

    SampleRejects rejects() {
        return rejects;
    }

    /** All columns that were found, with the types that fit best. */
    Map<String, Type> types() {
        return types;
    }

    /** What was seen of the values of the first columns. */
    Map<String, Observed> observed() {
        return observed;
    }

    int filesRead() {
        return good.size();
    }

    /** Rows whose values were looked at. */
    long rowsRead() {
        return rowsRead;
    }

    /** Why columns that seem to be of times cannot be read as such, as a run would say it. */
    Set<String> noTimes() {
        return noTimes;
    }

    /** Whether every row of the files was counted. */
    boolean isWhole() {
        return whole;
    }

    /** Whether every row of the files was looked at. */
    boolean sawAll() {
        return whole && rowsRead >= rowsInKnown;
    }

    /** Bytes of the files that were looked into. */
    long bytes() {
        return good.stream().mapToLong(FileSlice::size).sum();
    }

    /** Rows in the files that were looked into, counted or estimated by bytes. */
    long rows() {
        if (rowsKnown > 0 || whole) {
            return Math.max(rowsInKnown, rowsRead);
        }
        return bytesRead == 0 ? rowsRead : Math.max(rowsRead, Math.round((double) rowsRead / bytesRead * bytes()));
    }
}
