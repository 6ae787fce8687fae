package dev.grebe.engine;

import dev.grebe.data.Column;
import dev.grebe.plan.Field;
import dev.grebe.plan.Type;
import java.util.Arrays;
import java.util.List;

/**
 * Copies values into a column that stays. Text from a dictionary is copied once per entry and dictionary, other text
 * once per row.
 */
final class ColumnBuilder {
    private static final Column NO_TEXT = Gather.nothing(Type.STRING, 0);

    private final Field field;
    private final Budget budget;
    private final String use;
    private final Text text;
    private long[] longs = new long[0];
    private double[] doubles = new double[0];
    private boolean[] bools = new boolean[0];
    private boolean[] nulls = Column.NO_NULLS;
    private int size;
    private long reserved;

    ColumnBuilder(Field field, Budget budget) {
        this.field = field;
        this.budget = budget;
        this.use = "values of column '%s'".formatted(field.name());
        this.text = new Text();
    }

    /** One column of what several built, which give back their memory. */
    static Column joined(Field field, List<ColumnBuilder> parts, Budget budget) {
        ColumnBuilder all = new ColumnBuilder(field, budget);
        for (ColumnBuilder part : parts) {
            all.append(part.build(), RowNumbers.upTo(part.size), part.size);
            part.release();
        }
        return all.build();
    }

    /** Appends the values of the first {@code count} of {@code rows}. */
    void append(Column column, int[] rows, int count) {
        ensure((long) size + count);
        switch (field.type()) {
            case BOOL -> appendBools(column, rows, count);
            case DOUBLE -> appendDoubles(column, rows, count);
            case LONG, TIMESTAMP, DURATION -> appendLongs(column, rows, count);
            case STRING, DYNAMIC -> text.append(column, rows, count);
        }
        size += count;
    }

    Column build() {
        return switch (field.type()) {
            case BOOL -> new Column.Bools(size, bools, nulls);
            case DOUBLE -> new Column.Doubles(size, doubles, nulls);
            case LONG, TIMESTAMP, DURATION -> new Column.Longs(size, longs, nulls);
            case STRING, DYNAMIC -> text.build();
        };
    }

    /** Gives back the memory: the column was copied elsewhere. */
    void release() {
        budget.release(reserved);
        reserved = 0;
    }

    /** Lets go of the dictionary that text came from: it may be large, and its reader is done. */
    void forgetDictionary() {
        text.forget();
    }

    private void appendLongs(Column column, int[] rows, int count) {
        Column.Dictionary dictionary = column instanceof Column.Dictionary coded ? coded : null;
        long[] values = ((Column.Longs) (dictionary == null ? column : dictionary.values())).values();
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            if (column.isNull(row)) {
                setNull(size + i);
            } else {
                longs[size + i] = values[dictionary == null ? row : dictionary.ids()[row]];
            }
        }
    }

    private void appendDoubles(Column column, int[] rows, int count) {
        Column.Dictionary dictionary = column instanceof Column.Dictionary coded ? coded : null;
        double[] values = ((Column.Doubles) (dictionary == null ? column : dictionary.values())).values();
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            if (column.isNull(row)) {
                setNull(size + i);
            } else {
                doubles[size + i] = values[dictionary == null ? row : dictionary.ids()[row]];
            }
        }
    }

    private void appendBools(Column column, int[] rows, int count) {
        Column.Dictionary dictionary = column instanceof Column.Dictionary coded ? coded : null;
        boolean[] values = ((Column.Bools) (dictionary == null ? column : dictionary.values())).values();
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            if (column.isNull(row)) {
                setNull(size + i);
            } else {
                bools[size + i] = values[dictionary == null ? row : dictionary.ids()[row]];
            }
        }
    }

    private void setNull(int row) {
        if (nulls.length == 0) {
            nulls = new boolean[capacity()];
        }
        nulls[row] = true;
    }

    private int capacity() {
        return Math.max(Math.max(longs.length, doubles.length), bools.length);
    }

    private void ensure(long needed) {
        Type type = field.type();
        int old = type == Type.STRING || type == Type.DYNAMIC ? text.ids.length : capacity();
        if (needed <= old) {
            return;
        }
        int capacity = Growth.length(old, needed, use);
        reserve((capacity - old) * (type == Type.BOOL ? 2L : 9L));
        switch (type) {
            case BOOL -> bools = Arrays.copyOf(bools, capacity);
            case DOUBLE -> doubles = Arrays.copyOf(doubles, capacity);
            case LONG, TIMESTAMP, DURATION -> longs = Arrays.copyOf(longs, capacity);
            case STRING, DYNAMIC -> text.ids = Arrays.copyOf(text.ids, capacity);
        }
        if (nulls.length != 0) {
            nulls = Arrays.copyOf(nulls, capacity);
        }
    }

    private void reserve(long bytes) {
        budget.reserve(bytes, use);
        reserved += bytes;
    }

    /** Text as ids into a pool of entries. */
    private final class Text {
        private final TextPool pool = new TextPool(ColumnBuilder.this::reserve, use);
        private int[] ids = new int[0];
        private boolean isPlain = true;
        private Column known = NO_TEXT;
        private int[] knownIds = new int[0];

        void append(Column column, int[] rows, int count) {
            if (column instanceof Column.Dictionary dictionary) {
                isPlain = false;
                appendCoded(dictionary, (Column.Bytes) dictionary.values(), rows, count);
                return;
            }
            Column.Bytes bytes = (Column.Bytes) column;
            for (int i = 0; i < count; i++) {
                int row = rows[i];
                ids[size + i] = pool.add(bytes.bytes(), bytes.starts()[row], bytes.lengths()[row]);
            }
        }

        private void appendCoded(Column.Dictionary dictionary, Column.Bytes values, int[] rows, int count) {
            if (known != values) {
                known = values;
                knownIds = new int[values.rowCount()];
                Arrays.fill(knownIds, -1);
            }
            for (int i = 0; i < count; i++) {
                int id = dictionary.ids()[rows[i]];
                if (id < 0) {
                    ids[size + i] = pool.add(values.bytes(), 0, 0);
                    continue;
                }
                if (knownIds[id] < 0) {
                    knownIds[id] = pool.add(values.bytes(), values.starts()[id], values.lengths()[id]);
                }
                ids[size + i] = knownIds[id];
            }
        }

        void forget() {
            known = NO_TEXT;
            knownIds = new int[0];
        }

        Column build() {
            Column.Bytes entries = pool.entries();
            return isPlain
                    ? new Column.Bytes(size, entries.bytes(), entries.starts(), entries.lengths())
                    : new Column.Dictionary(size, ids, entries);
        }
    }
}
