package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Field;
import dev.grebe.plan.Type;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A batch over lists of values. Strict: at rows that were not asked for it gives garbage, and dictionary ids there are out
 * of bounds. Remembers what was asked.
 */
final class ArrayBatch implements Batch {
    /** How a column comes. */
    enum Form {
        PLAIN,
        DICTIONARY
    }

    /** A question for a column. */
    record Asked(String column, List<Integer> rows) {}

    private static final byte[] GARBAGE = "garbage".getBytes(StandardCharsets.UTF_8);

    private final List<Field> fields = new ArrayList<>();
    private final List<List<@Nullable Object>> values = new ArrayList<>();
    private final List<Form> forms = new ArrayList<>();
    private final List<@Nullable Column> dictionaries = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private final int rowCount;

    ArrayBatch(int rowCount) {
        this.rowCount = rowCount;
    }

    static ArrayBatch of(Type type, @Nullable Object... values) {
        return new ArrayBatch(values.length).with("x", type, Form.PLAIN, Arrays.asList(values));
    }

    ArrayBatch with(String name, Type type, Form form, List<@Nullable Object> columnValues) {
        List<@Nullable Object> distinct = new ArrayList<>(new LinkedHashSet<>(columnValues));
        distinct.removeIf(value -> value == null);
        return with(name, type, form, columnValues, column(type, distinct, Selection.all(distinct.size())));
    }

    /** With a dictionary from elsewhere: {@code ids} are found by value in it. */
    ArrayBatch with(
            String name, Type type, Form form, List<@Nullable Object> columnValues, @Nullable Column dictionary) {
        fields.add(new Field(name, type));
        values.add(columnValues);
        forms.add(form);
        dictionaries.add(dictionary);
        return this;
    }

    List<Field> fields() {
        return fields;
    }

    List<Asked> asked() {
        return asked;
    }

    ExprCompiler compiler() {
        return new ExprCompiler(fields, Map.of());
    }

    @Override
    public int rowCount() {
        return rowCount;
    }

    @Override
    public long position(int row) {
        return row;
    }

    @Override
    public Column column(int index, Selection rows) {
        asked.add(new Asked(fields.get(index).name(), rows(rows)));
        Column dictionary = dictionaries.get(index);
        if (forms.get(index) == Form.PLAIN || dictionary == null) {
            return column(fields.get(index).type(), values.get(index), rows);
        }
        int[] ids = new int[rowCount];
        Arrays.fill(ids, Integer.MAX_VALUE);
        for (int row : rows(rows)) {
            ids[row] =
                    id(dictionary, fields.get(index).type(), values.get(index).get(row));
        }
        return new Column.Dictionary(rowCount, ids, dictionary);
    }

    private static int id(Column dictionary, Type type, @Nullable Object value) {
        for (int id = 0; value != null && id < dictionary.rowCount(); id++) {
            if (value.equals(value(dictionary, type, id))) {
                return id;
            }
        }
        return -1;
    }

    static List<Integer> rows(Selection rows) {
        return Arrays.stream(rows.rows(), 0, rows.count()).boxed().toList();
    }

    /** Values of a column at these rows. */
    static List<@Nullable Object> values(Column column, Type type, Selection rows) {
        List<@Nullable Object> found = new ArrayList<>();
        rows(rows).forEach(row -> found.add(value(column, type, row)));
        return found;
    }

    private static @Nullable Object value(Column column, Type type, int row) {
        if (column instanceof Column.Dictionary dictionary) {
            int id = dictionary.ids()[row];
            return id < 0 ? null : value(dictionary.values(), type, id);
        } else if (column instanceof Column.Bytes bytes) {
            boolean isNull = type == Type.DYNAMIC && bytes.lengths()[row] == 0;
            return isNull ? null : bytes.text(row);
        } else if (column.isNull(row)) {
            return null;
        } else if (column instanceof Column.Longs longs) {
            return longs.values()[row];
        } else if (column instanceof Column.Doubles doubles) {
            return doubles.values()[row];
        }
        return ((Column.Bools) column).values()[row];
    }

    /** A plain column, right at these rows and garbage elsewhere. */
    static Column column(Type type, List<@Nullable Object> values, Selection rows) {
        int size = values.size();
        boolean[] nulls = new boolean[size];
        for (int row = 0; row < size; row++) {
            nulls[row] = row % 2 == 0;
        }
        rows(rows).forEach(row -> nulls[row] = values.get(row) == null);
        boolean anyNull = rows(rows).stream().anyMatch(row -> nulls[row]);
        boolean[] marks = anyNull ? nulls : Column.NO_NULLS;
        return switch (type) {
            case BOOL -> {
                boolean[] bools = new boolean[size];
                rows(rows).forEach(row -> bools[row] = Boolean.TRUE.equals(values.get(row)));
                yield new Column.Bools(size, bools, marks);
            }
            case LONG, TIMESTAMP, DURATION -> {
                long[] longs = new long[size];
                Arrays.fill(longs, -77);
                rows(rows).forEach(row -> longs[row] = values.get(row) instanceof Long value ? value : -7);
                yield new Column.Longs(size, longs, marks);
            }
            case DOUBLE -> {
                double[] doubles = new double[size];
                Arrays.fill(doubles, -77);
                rows(rows).forEach(row -> doubles[row] = values.get(row) instanceof Double value ? value : -7);
                yield new Column.Doubles(size, doubles, marks);
            }
            case STRING, DYNAMIC -> bytes(values, rows);
        };
    }

    private static Column bytes(List<@Nullable Object> values, Selection rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(GARBAGE);
        int[] starts = new int[values.size()];
        int[] lengths = new int[values.size()];
        Arrays.fill(lengths, GARBAGE.length);
        for (int row : rows(rows)) {
            byte[] text =
                    values.get(row) instanceof String value ? value.getBytes(StandardCharsets.UTF_8) : new byte[0];
            starts[row] = out.size();
            lengths[row] = text.length;
            out.writeBytes(text);
        }
        out.writeBytes(GARBAGE);
        return new Column.Bytes(values.size(), out.toByteArray(), starts, lengths);
    }
}
