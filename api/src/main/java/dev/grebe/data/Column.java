package dev.grebe.data;

import java.nio.charset.StandardCharsets;

/**
 * The values of one column, by row. Values are defined only at the rows that were asked for; a value at a null row is
 * undefined, too. BOOL is {@link Bools}; LONG, TIMESTAMP and DURATION are {@link Longs}; DOUBLE is {@link Doubles};
 * STRING and DYNAMIC are {@link Bytes}; each of them may come as a {@link Dictionary}.
 */
public sealed interface Column {
    /** For a column without nulls. */
    boolean[] NO_NULLS = new boolean[0];

    /** Rows: the length of the arrays that are indexed by row may be greater. */
    int rowCount();

    /** Whether the value is missing; never in a STRING column, which holds {@code ""} instead. */
    boolean isNull(int row);

    /** Truth values. {@code nulls} is {@link #NO_NULLS} or has a mark for each row. */
    record Bools(int rowCount, boolean[] values, boolean[] nulls) implements Column {
        @Override
        public boolean isNull(int row) {
            return nulls.length != 0 && nulls[row];
        }
    }

    /** Whole numbers and ticks. {@code nulls} as in {@link Bools}. */
    record Longs(int rowCount, long[] values, boolean[] nulls) implements Column {
        @Override
        public boolean isNull(int row) {
            return nulls.length != 0 && nulls[row];
        }
    }

    /** Doubles. {@code nulls} as in {@link Bools}. */
    record Doubles(int rowCount, double[] values, boolean[] nulls) implements Column {
        @Override
        public boolean isNull(int row) {
            return nulls.length != 0 && nulls[row];
        }
    }

    /**
     * Text as UTF-8: row r is {@code lengths[r]} bytes from {@code starts[r]}. A null DYNAMIC is of length 0, which no
     * JSON text is. Valid UTF-8 always: a source refuses or replaces what is not.
     */
    record Bytes(int rowCount, byte[] bytes, int[] starts, int[] lengths) implements Column {
        @Override
        public boolean isNull(int row) {
            return false;
        }

        /** The text of a row, for messages and findings: it allocates. */
        public String text(int row) {
            return new String(bytes, starts[row], lengths[row], StandardCharsets.UTF_8);
        }
    }

    /**
     * Values by reference: row r is {@code values} at {@code ids[r]}, or null where that is -1 (never for STRING).
     * {@code values} is no dictionary itself and is the same object for all batches of a split, so that verdicts on it
     * can be kept as long as it is the same object; an entry may occur twice and need not be used.
     */
    record Dictionary(int rowCount, int[] ids, Column values) implements Column {
        @Override
        public boolean isNull(int row) {
            return ids[row] < 0 || values.isNull(ids[row]);
        }
    }
}
