package dev.grebe.sources.jsonl;

import dev.grebe.data.Column;
import dev.grebe.data.IsoTime;
import dev.grebe.plan.Field;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Visible;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A column whose values stand in folder names: the same for all rows of a file. */
record Partition(Field field, @Nullable Object value) {
    private static final int[] NO_IDS = new int[0];

    /**
     * The value of a file's folder, read as the column's type; the empty text is missing.
     *
     * @throws DataException if it cannot be read so
     */
    static Partition of(Field field, FileSlice file) {
        String text = file.partitions().getOrDefault(field.name(), "");
        Object value = text.isEmpty() && field.type() != dev.grebe.plan.Type.STRING ? null : parse(field, text);
        if (value == null && !text.isEmpty()) {
            throw new DataException("%s: partition '%s' is '%s'; the table reads it as %s (BAD_PARTITION)"
                    .formatted(
                            Visible.of(file.path()),
                            Visible.of(field.name()),
                            Visible.of(RowParser.cut(text)),
                            field.type()));
        }
        return new Partition(field, value);
    }

    private static @Nullable Object parse(Field field, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return switch (field.type()) {
            case STRING -> text;
            case DYNAMIC -> null;
            case BOOL -> text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
            case LONG -> wholeOrNull(text);
            case DOUBLE -> doubleOrNull(text);
            case TIMESTAMP, DURATION -> {
                long ticks = Times.parse(field.type(), bytes, 0, bytes.length);
                yield ticks == IsoTime.NONE ? null : ticks;
            }
        };
    }

    private static @Nullable Long wholeOrNull(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Double doubleOrNull(String text) {
        if (Numbers.isNamed(text)) {
            return Numbers.named(text);
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

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
