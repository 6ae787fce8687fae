package dev.grebe.data;

import dev.grebe.plan.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One value in all rows of a split: of a folder's name, or of a column that the file lacks. */
public final class Repeated {
    private final Column entry;
    private final int id;

    /**
     * A value as {@link Type#literal} has it.
     *
     * @param value null for a missing one, which reads as {@code ""} in a STRING column
     */
    public Repeated(Type type, @Nullable Object value) {
        entry = entry(type, value);
        id = value == null && type != Type.STRING ? -1 : 0;
    }

    /** The value in each of {@code rowCount} rows; the dictionary is the same object for every call. */
    public Column.Dictionary column(int rowCount) {
        int[] ids = new int[rowCount];
        if (id != 0) {
            Arrays.fill(ids, id);
        }
        return new Column.Dictionary(rowCount, ids, entry);
    }

    private static Column entry(Type type, @Nullable Object value) {
        return switch (type) {
            case BOOL -> new Column.Bools(1, new boolean[] {value != null && (Boolean) value}, Column.NO_NULLS);
            case LONG, TIMESTAMP, DURATION ->
                new Column.Longs(1, new long[] {value == null ? 0 : (Long) value}, Column.NO_NULLS);
            case DOUBLE -> new Column.Doubles(1, new double[] {value == null ? 0 : (Double) value}, Column.NO_NULLS);
            case STRING, DYNAMIC -> text(value == null ? "" : (String) value);
        };
    }

    private static Column text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return new Column.Bytes(1, bytes, new int[1], new int[] {bytes.length});
    }
}
