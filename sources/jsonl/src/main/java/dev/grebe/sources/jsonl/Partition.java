package dev.grebe.sources.jsonl;

import dev.grebe.data.Column;
import dev.grebe.plan.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A column whose values stand in folder names: the same for all rows of a file. */
record Partition(Field field, @Nullable Object value) {
    private static final int[] NO_IDS = new int[0];

    /** The column of {@code rows} rows. Text is a dictionary of one entry, the same object for each batch. */
    Column column(int rows, Column one) {
        int[] ids = value == null ? filled(rows, -1) : rows == 0 ? NO_IDS : new int[rows];
        return new Column.Dictionary(rows, ids, one);
    }

    /** The value as a column of one row, for {@link #column}. */
    Column one() {
        return switch (field.type()) {
            case BOOL -> new Column.Bools(1, new boolean[] {value instanceof Boolean b && b}, Column.NO_NULLS);
            case LONG, TIMESTAMP, DURATION ->
                new Column.Longs(1, new long[] {value instanceof Long l ? l : 0}, Column.NO_NULLS);
            case DOUBLE -> new Column.Doubles(1, new double[] {value instanceof Double d ? d : 0}, Column.NO_NULLS);
            case STRING, DYNAMIC -> {
                byte[] bytes = value instanceof String s ? s.getBytes(StandardCharsets.UTF_8) : new byte[0];
                yield new Column.Bytes(1, bytes, new int[1], new int[] {bytes.length});
            }
        };
    }

    private static int[] filled(int rows, int value) {
        int[] ids = new int[rows];
        Arrays.fill(ids, value);
        return ids;
    }
}
