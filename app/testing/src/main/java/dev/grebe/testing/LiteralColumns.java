package dev.grebe.testing;

import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Field;
import dev.grebe.plan.Type;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The values of a split as columns. What was not asked for is rubbish: wrong numbers, places outside of the bytes. */
final class LiteralColumns {
    private static final long WRONG = 0xDEAD_DEAD_DEAD_DEADL;
    private static final int OUTSIDE = Integer.MAX_VALUE / 2;
    /** Arrays may be longer than there are rows, and here they are. */
    private static final int SPARE = 2;

    private final TableLiteral table;
    private final List<List<@Nullable Object>> rows;
    private final Layout.Coding coding;
    private final Map<Field, Dictionary> dictionaries = new ConcurrentHashMap<>();

    LiteralColumns(TableLiteral table, List<List<@Nullable Object>> rows, Layout.Coding coding) {
        this.table = table;
        this.rows = rows;
        this.coding = coding;
    }

    List<List<@Nullable Object>> rows() {
        return rows;
    }

    /** The column of the rows at these positions, right where selected. */
    Column column(Field field, int[] positions, Selection selection, int batch) {
        boolean coded = coding == Layout.Coding.DICTIONARY || coding == Layout.Coding.MIXED && batch % 2 == 0;
        if (coded) {
            return dictionaries.computeIfAbsent(field, this::dictionary).column(positions, selection);
        }
        @Nullable Object[] values = new @Nullable Object[positions.length];
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.rows()[i];
            values[row] = table.value(rows.get(positions[row]), field);
        }
        return plain(field.type(), values, selection);
    }

    private static Column plain(Type type, @Nullable Object[] values, Selection asked) {
        return switch (type) {
            case BOOL -> bools(values, asked);
            case LONG, TIMESTAMP, DURATION -> longs(values, asked);
            case DOUBLE -> doubles(values, asked);
            case STRING, DYNAMIC -> bytes(values, asked);
        };
    }

    private static Column bools(@Nullable Object[] values, Selection asked) {
        boolean[] flags = new boolean[values.length + SPARE];
        Arrays.fill(flags, true);
        for (int i = 0; i < asked.count(); i++) {
            flags[asked.rows()[i]] = !Boolean.FALSE.equals(values[asked.rows()[i]]);
        }
        return new Column.Bools(values.length, flags, nulls(values, asked));
    }

    private static Column longs(@Nullable Object[] values, Selection asked) {
        long[] numbers = new long[values.length + SPARE];
        Arrays.fill(numbers, WRONG);
        for (int i = 0; i < asked.count(); i++) {
            if (values[asked.rows()[i]] instanceof Long number) {
                numbers[asked.rows()[i]] = number;
            }
        }
        return new Column.Longs(values.length, numbers, nulls(values, asked));
    }

    private static Column doubles(@Nullable Object[] values, Selection asked) {
        double[] numbers = new double[values.length + SPARE];
        Arrays.fill(numbers, (double) WRONG);
        for (int i = 0; i < asked.count(); i++) {
            if (values[asked.rows()[i]] instanceof Double number) {
                numbers[asked.rows()[i]] = number;
            }
        }
        return new Column.Doubles(values.length, numbers, nulls(values, asked));
    }

    private static Column bytes(@Nullable Object[] values, Selection asked) {
        int[] starts = new int[values.length + SPARE];
        int[] lengths = new int[values.length + SPARE];
        Arrays.fill(starts, OUTSIDE);
        Arrays.fill(lengths, OUTSIDE);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = asked.count() - 1; i >= 0; i--) {
            int row = asked.rows()[i];
            byte[] text = Objects.requireNonNullElse(values[row], "").toString().getBytes(StandardCharsets.UTF_8);
            all.write('#');
            starts[row] = all.size();
            lengths[row] = text.length;
            all.writeBytes(text);
        }
        return new Column.Bytes(values.length, all.toByteArray(), starts, lengths);
    }

    private static boolean[] nulls(@Nullable Object[] values, Selection asked) {
        boolean any = false;
        boolean[] nulls = new boolean[values.length];
        Arrays.fill(nulls, true);
        for (int i = 0; i < asked.count(); i++) {
            nulls[asked.rows()[i]] = values[asked.rows()[i]] == null;
            any |= nulls[asked.rows()[i]];
        }
        return any ? nulls : Column.NO_NULLS;
    }

    /**
     * Entries by position of the split: equal values share an entry only within a run of four rows, so that they occur
     * several times; one entry in front is not used.
     */
    private record Dictionary(int[] entries, Column values) {
        Column column(int[] positions, Selection selection) {
            int[] ids = new int[positions.length + SPARE];
            Arrays.fill(ids, OUTSIDE);
            for (int i = 0; i < selection.count(); i++) {
                int row = selection.rows()[i];
                ids[row] = entries[positions[row]];
            }
            return new Column.Dictionary(positions.length, ids, values);
        }
    }

    private Dictionary dictionary(Field field) {
        List<@Nullable Object> entries = new ArrayList<>();
        entries.add(Naive.missing(field.type()));
        int[] ids = new int[rows.size()];
        int runStart = 1;
        for (int position = 0; position < ids.length; position++) {
            runStart = position % 4 == 0 ? entries.size() : runStart;
            Object value = table.value(rows.get(position), field);
            int known = entries.subList(runStart, entries.size()).indexOf(value);
            if (value == null && position % 2 == 0) {
                ids[position] = -1;
            } else if (known >= 0) {
                ids[position] = runStart + known;
            } else {
                ids[position] = entries.size();
                entries.add(value);
            }
        }
        return new Dictionary(ids, plain(field.type(), entries.toArray(), Selection.all(entries.size())));
    }

    /** Makes a column wrong whose batch is no longer valid. Dictionaries outlive batches. */
    static void spoil(Column column) {
        if (column instanceof Column.Bools bools) {
            for (int i = 0; i < bools.rowCount(); i++) {
                bools.values()[i] = !bools.values()[i];
            }
        } else if (column instanceof Column.Longs longs) {
            Arrays.fill(longs.values(), WRONG);
        } else if (column instanceof Column.Doubles doubles) {
            Arrays.fill(doubles.values(), (double) WRONG);
        } else if (column instanceof Column.Bytes bytes) {
            Arrays.fill(bytes.bytes(), (byte) '#');
        } else if (column instanceof Column.Dictionary dictionary) {
            Arrays.fill(dictionary.ids(), OUTSIDE);
        }
    }
}
