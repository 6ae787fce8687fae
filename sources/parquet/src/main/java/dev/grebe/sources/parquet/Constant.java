package dev.grebe.sources.parquet;

import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Domain;
import dev.grebe.plan.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A column with one value in all rows of a file: of a partition, or missing. */
final class Constant implements ColumnSource {
    static final Column.Bytes NO_TEXT = new Column.Bytes(1, new byte[0], new int[1], new int[1]);

    private final @Nullable Object value;
    private final Column values;
    private final int id;

    /** @param value as {@link Type#literal} has it; null for a missing one */
    Constant(Type type, @Nullable Object value) {
        this.value = value;
        values = values(type, value);
        id = value == null && type != Type.STRING ? -1 : 0;
    }

    private static Column values(Type type, @Nullable Object value) {
        return switch (type) {
            case BOOL -> new Column.Bools(1, new boolean[] {value != null && (Boolean) value}, Column.NO_NULLS);
            case LONG, TIMESTAMP, DURATION ->
                new Column.Longs(1, new long[] {value == null ? 0 : (Long) value}, Column.NO_NULLS);
            case DOUBLE -> new Column.Doubles(1, new double[] {value == null ? 0 : (Double) value}, Column.NO_NULLS);
            case STRING, DYNAMIC -> text(value);
        };
    }

    private static Column text(@Nullable Object value) {
        if (value == null) {
            return NO_TEXT;
        }
        byte[] bytes = ((String) value).getBytes(StandardCharsets.UTF_8);
        return new Column.Bytes(1, bytes, new int[1], new int[] {bytes.length});
    }

    @Override
    public Column read(Positions batch, Selection rows, Reserved reserved) {
        reserved.add((long) batch.count() * Integer.BYTES);
        int[] ids = new int[batch.count()];
        if (id != 0) {
            Arrays.fill(ids, id);
        }
        return new Column.Dictionary(batch.count(), ids, values);
    }

    @Override
    public boolean mayMatch(Domain domain) {
        return domain.mayContain(value);
    }

    @Override
    public void finish() {}

    @Override
    public void close() {}
}
