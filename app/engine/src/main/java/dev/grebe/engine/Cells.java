package dev.grebe.engine;

import dev.grebe.data.Column;
import dev.grebe.plan.Type;
import java.util.Arrays;

/** Single values of one type, by number, that can be replaced; null at first. */
final class Cells {
    private static final byte[] NO_TEXT = new byte[0];

    private final Type type;
    private final Budget budget;
    private final String use;
    private long[] longs = new long[0];
    private double[] doubles = new double[0];
    private byte[][] texts = new byte[0][];
    private boolean[] nulls = new boolean[0];

    Cells(Type type, Budget budget, String use) {
        this.type = type;
        this.budget = budget;
        this.use = use;
    }

    void ensure(int cells) {
        int old = nulls.length;
        if (cells <= old) {
            return;
        }
        int capacity = Growth.length(old, cells, use);
        budget.reserve(9L * (capacity - old), use);
        nulls = Arrays.copyOf(nulls, capacity);
        Arrays.fill(nulls, old, capacity, type != Type.STRING);
        switch (type) {
            case BOOL, LONG, TIMESTAMP, DURATION -> longs = Arrays.copyOf(longs, capacity);
            case DOUBLE -> doubles = Arrays.copyOf(doubles, capacity);
            case STRING, DYNAMIC -> {
                texts = Arrays.copyOf(texts, capacity);
                Arrays.fill(texts, old, capacity, NO_TEXT);
            }
        }
    }

    boolean isNull(int cell) {
        return nulls[cell];
    }

    void set(int cell, Column column, int row) {
        if (column instanceof Column.Dictionary dictionary && !column.isNull(row)) {
            set(cell, dictionary.values(), dictionary.ids()[row]);
            return;
        }
        nulls[cell] = column.isNull(row);
        if (nulls[cell]) {
            return;
        } else if (column instanceof Column.Longs values) {
            longs[cell] = values.values()[row];
        } else if (column instanceof Column.Bools values) {
            longs[cell] = values.values()[row] ? 1 : 0;
        } else if (column instanceof Column.Doubles values) {
            doubles[cell] = values.values()[row];
        } else if (column instanceof Column.Bytes bytes) {
            int start = bytes.starts()[row];
            budget.release(texts[cell].length);
            budget.reserve(bytes.lengths()[row], use);
            texts[cell] = Arrays.copyOfRange(bytes.bytes(), start, start + bytes.lengths()[row]);
        }
    }

    /** Compares a row of a column with a cell, in the {@link Order} of values. */
    int compare(Column column, int row, int cell) {
        if (column instanceof Column.Dictionary dictionary && !column.isNull(row)) {
            return compare(dictionary.values(), dictionary.ids()[row], cell);
        }
        boolean rowNull = column.isNull(row);
        if (rowNull || nulls[cell]) {
            return Boolean.compare(!rowNull, !nulls[cell]);
        } else if (column instanceof Column.Longs values) {
            return Long.compare(values.values()[row], longs[cell]);
        } else if (column instanceof Column.Bools values) {
            return Long.compare(values.values()[row] ? 1 : 0, longs[cell]);
        } else if (column instanceof Column.Doubles values) {
            return Order.compare(values.values()[row], doubles[cell]);
        }
        Column.Bytes bytes = (Column.Bytes) column;
        int start = bytes.starts()[row];
        byte[] text = texts[cell];
        return Arrays.compareUnsigned(bytes.bytes(), start, start + bytes.lengths()[row], text, 0, text.length);
    }

    /** The first {@code count} cells. */
    Column column(int count) {
        ensure(count);
        return switch (type) {
            case LONG, TIMESTAMP, DURATION -> new Column.Longs(count, longs, nulls);
            case DOUBLE -> new Column.Doubles(count, doubles, nulls);
            case BOOL -> {
                boolean[] values = new boolean[count];
                for (int i = 0; i < count; i++) {
                    values[i] = longs[i] != 0;
                }
                yield new Column.Bools(count, values, nulls);
            }
            case STRING, DYNAMIC -> {
                TextPool pool = new TextPool(bytes -> budget.reserve(bytes, use), use);
                for (int i = 0; i < count; i++) {
                    pool.add(texts[i], 0, texts[i].length);
                }
                yield pool.entries();
            }
        };
    }
}
