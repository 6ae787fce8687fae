package dev.grebe.engine;

import dev.grebe.data.Column;
import dev.grebe.plan.Type;
import java.util.Arrays;

/** Takes values of columns by row number; text is shared, not copied. */
final class Gather {
    private Gather() {}

    /** Row i of the result is row {@code rows[from + i]}. */
    static Column rows(Column column, int[] rows, int from, int count) {
        if (column instanceof Column.Longs longs) {
            long[] values = new long[count];
            for (int i = 0; i < count; i++) {
                values[i] = longs.values()[rows[from + i]];
            }
            return new Column.Longs(count, values, nulls(longs.nulls(), rows, from, count));
        } else if (column instanceof Column.Doubles doubles) {
            double[] values = new double[count];
            for (int i = 0; i < count; i++) {
                values[i] = doubles.values()[rows[from + i]];
            }
            return new Column.Doubles(count, values, nulls(doubles.nulls(), rows, from, count));
        } else if (column instanceof Column.Bools bools) {
            return new Column.Bools(
                    count, nulls(bools.values(), rows, from, count), nulls(bools.nulls(), rows, from, count));
        } else if (column instanceof Column.Dictionary dictionary) {
            return new Column.Dictionary(count, ints(dictionary.ids(), rows, from, count), dictionary.values());
        }
        Column.Bytes bytes = (Column.Bytes) column;
        return new Column.Bytes(
                count,
                bytes.bytes(),
                ints(bytes.starts(), rows, from, count),
                ints(bytes.lengths(), rows, from, count));
    }

    static int[] ints(int[] values, int[] rows, int from, int count) {
        int[] taken = new int[count];
        for (int i = 0; i < count; i++) {
            taken[i] = values[rows[from + i]];
        }
        return taken;
    }

    private static boolean[] nulls(boolean[] values, int[] rows, int from, int count) {
        if (values.length == 0) {
            return values;
        }
        boolean[] taken = new boolean[count];
        for (int i = 0; i < count; i++) {
            taken[i] = values[rows[from + i]];
        }
        return taken;
    }

    /** The column with null, {@code ""} for text, where {@code rows[from + i]} is negative. */
    static Column missing(Column column, Type type, int[] rows, int from, int count) {
        Column plain = plain(column, count);
        if (plain instanceof Column.Bytes bytes) {
            int[] lengths = Arrays.copyOf(bytes.lengths(), count);
            for (int i = 0; i < count; i++) {
                lengths[i] = rows[from + i] < 0 ? 0 : lengths[i];
            }
            return new Column.Bytes(count, bytes.bytes(), bytes.starts(), lengths);
        }
        boolean[] nulls = new boolean[count];
        for (int i = 0; i < count; i++) {
            nulls[i] = rows[from + i] < 0 || plain.isNull(i);
        }
        return switch (type) {
            case BOOL -> new Column.Bools(count, ((Column.Bools) plain).values(), nulls);
            case DOUBLE -> new Column.Doubles(count, ((Column.Doubles) plain).values(), nulls);
            case LONG, TIMESTAMP, DURATION -> new Column.Longs(count, ((Column.Longs) plain).values(), nulls);
            case STRING, DYNAMIC -> throw new IllegalStateException("text is bytes");
        };
    }

    /** A column of nulls, {@code ""} for text. */
    static Column nothing(Type type, int count) {
        boolean[] nulls = new boolean[count];
        Arrays.fill(nulls, true);
        return switch (type) {
            case BOOL -> new Column.Bools(count, new boolean[count], nulls);
            case DOUBLE -> new Column.Doubles(count, new double[count], nulls);
            case LONG, TIMESTAMP, DURATION -> new Column.Longs(count, new long[count], nulls);
            case STRING, DYNAMIC -> new Column.Bytes(count, new byte[0], new int[count], new int[count]);
        };
    }

    /** The column without its dictionary. */
    static Column plain(Column column, int count) {
        if (!(column instanceof Column.Dictionary dictionary)) {
            return column;
        }
        int[] ids = dictionary.ids().clone();
        boolean anyNull = false;
        for (int i = 0; i < count; i++) {
            anyNull |= ids[i] < 0;
            ids[i] = Math.max(ids[i], 0);
        }
        if (dictionary.values().rowCount() == 0) {
            return nothing(typeOf(dictionary.values()), count);
        }
        Column values = rows(dictionary.values(), ids, 0, count);
        return anyNull ? missing(values, typeOf(values), dictionary.ids(), 0, count) : values;
    }

    private static Type typeOf(Column column) {
        if (column instanceof Column.Bools) {
            return Type.BOOL;
        } else if (column instanceof Column.Doubles) {
            return Type.DOUBLE;
        }
        return column instanceof Column.Longs ? Type.LONG : Type.STRING;
    }
}
