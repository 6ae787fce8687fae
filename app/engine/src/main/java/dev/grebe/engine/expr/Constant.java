package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Expr;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The value of a literal at every row: arrays that are filled once and only grow. */
final class Constant implements Evaluator {
    private final Expr.Literal literal;
    private @Nullable Column column;
    private int capacity = -1;

    Constant(Expr.Literal literal) {
        this.literal = literal;
    }

    @Override
    public Column evaluate(Batch batch, Selection rows) {
        int rowCount = batch.rowCount();
        Column known = column;
        if (known == null || capacity < rowCount) {
            capacity = Math.max(rowCount, capacity * 2);
            known = column(literal, capacity);
        }
        known = resized(known, rowCount);
        column = known;
        return known;
    }

    /** The literal's value in so many rows. */
    static Column column(Expr.Literal literal, int size) {
        Object value = literal.value();
        boolean[] nulls = value == null ? nulls(size) : Column.NO_NULLS;
        return switch (literal.type()) {
            case BOOL -> {
                boolean[] values = new boolean[size];
                Arrays.fill(values, value != null && (Boolean) value);
                yield new Column.Bools(size, values, nulls);
            }
            case LONG, TIMESTAMP, DURATION -> {
                long[] values = new long[size];
                Arrays.fill(values, value == null ? 0 : (Long) value);
                yield new Column.Longs(size, values, nulls);
            }
            case DOUBLE -> {
                double[] values = new double[size];
                Arrays.fill(values, value == null ? 0 : (Double) value);
                yield new Column.Doubles(size, values, nulls);
            }
            case STRING, DYNAMIC -> {
                byte[] bytes = value == null ? new byte[0] : ((String) value).getBytes(StandardCharsets.UTF_8);
                int[] lengths = new int[size];
                Arrays.fill(lengths, bytes.length);
                yield new Column.Bytes(size, bytes, new int[size], lengths);
            }
        };
    }

    private static boolean[] nulls(int size) {
        boolean[] nulls = new boolean[Math.max(size, 1)];
        Arrays.fill(nulls, true);
        return nulls;
    }

    private static Column resized(Column column, int rowCount) {
        if (column.rowCount() == rowCount) {
            return column;
        } else if (column instanceof Column.Bools bools) {
            return new Column.Bools(rowCount, bools.values(), bools.nulls());
        } else if (column instanceof Column.Longs longs) {
            return new Column.Longs(rowCount, longs.values(), longs.nulls());
        } else if (column instanceof Column.Doubles doubles) {
            return new Column.Doubles(rowCount, doubles.values(), doubles.nulls());
        }
        Column.Bytes bytes = (Column.Bytes) column;
        return new Column.Bytes(rowCount, bytes.bytes(), bytes.starts(), bytes.lengths());
    }
}
