package dev.grebe.data;

import dev.grebe.plan.Type;
import java.util.Arrays;

/**
 * One column of a batch in the making, for sources that read row by row. A row that is not set is missing: null, or
 * {@code ""} for STRING. Arrays are used again after {@link #clear()}, so a batch made of them is valid until then.
 */
public abstract sealed class ColumnBuilder {
    /** A builder for so many rows; {@link Bools} for BOOL, {@link Doubles}, {@link Longs}, {@link Texts} likewise. */
    public static ColumnBuilder of(Type type, int rows) {
        return switch (type) {
            case BOOL -> new Bools(rows);
            case DOUBLE -> new Doubles(rows);
            case LONG, TIMESTAMP, DURATION -> new Longs(rows);
            case STRING, DYNAMIC -> new Texts(rows);
        };
    }

    /** What a column of a type takes, for messages: {@code "abc" is no whole number of 64 bits}. */
    public static String noun(Type type) {
        return switch (type) {
            case BOOL -> "truth value";
            case LONG -> "whole number of 64 bits";
            case DOUBLE -> "number";
            case STRING -> "text";
            case TIMESTAMP -> "ISO 8601 time";
            case DURATION -> "time span like 1.02:03:04.5";
            case DYNAMIC -> "JSON";
        };
    }

    /** Forgets all rows. */
    public abstract void clear();

    /** Forgets the last row that was set. */
    public abstract void clear(int row);

    /** The first rows. */
    public abstract Column column(int rows);

    /** Bytes of text so far. */
    public int textBytes() {
        return 0;
    }

    /** Bytes that the arrays take. */
    public abstract long memoryBytes();

    /** Values of which rows may have none. */
    private abstract static sealed class WithNulls extends ColumnBuilder {
        private final boolean[] nulls;
        private int present;

        WithNulls(int rows) {
            nulls = new boolean[rows];
            Arrays.fill(nulls, true);
        }

        @Override
        public final void clear() {
            Arrays.fill(nulls, true);
            present = 0;
        }

        @Override
        public final void clear(int row) {
            present -= nulls[row] ? 0 : 1;
            nulls[row] = true;
        }

        final void present(int row) {
            present += nulls[row] ? 1 : 0;
            nulls[row] = false;
        }

        final boolean[] nulls(int rows) {
            return present == rows ? Column.NO_NULLS : nulls;
        }
    }

    /** Truth values. */
    public static final class Bools extends WithNulls {
        private final boolean[] values;

        private Bools(int rows) {
            super(rows);
            values = new boolean[rows];
        }

        /** Sets a row, again if need be. */
        public void set(int row, boolean value) {
            values[row] = value;
            present(row);
        }

        @Override
        public Column column(int rows) {
            return new Column.Bools(rows, values, nulls(rows));
        }

        @Override
        public long memoryBytes() {
            return 2L * values.length;
        }
    }

    /** Whole numbers and ticks. */
    public static final class Longs extends WithNulls {
        private final long[] values;

        private Longs(int rows) {
            super(rows);
            values = new long[rows];
        }

        /** Sets a row, again if need be. */
        public void set(int row, long value) {
            values[row] = value;
            present(row);
        }

        @Override
        public Column column(int rows) {
            return new Column.Longs(rows, values, nulls(rows));
        }

        @Override
        public long memoryBytes() {
            return 9L * values.length;
        }
    }

    /** Doubles. */
    public static final class Doubles extends WithNulls {
        private final double[] values;

        private Doubles(int rows) {
            super(rows);
            values = new double[rows];
        }

        /** Sets a row, again if need be. */
        public void set(int row, double value) {
            values[row] = value;
            present(row);
        }

        @Override
        public Column column(int rows) {
            return new Column.Doubles(rows, values, nulls(rows));
        }

        @Override
        public long memoryBytes() {
            return 9L * values.length;
        }
    }

    /** Text as UTF-8, in one buffer for all rows. */
    public static final class Texts extends ColumnBuilder {
        private static final int BYTES_A_ROW = 32;

        private final int[] starts;
        private final int[] lengths;
        private byte[] bytes;
        private int size;

        private Texts(int rows) {
            starts = new int[rows];
            lengths = new int[rows];
            bytes = new byte[rows * BYTES_A_ROW];
        }

        /** Sets a row, again if need be, to bytes that are valid UTF-8. */
        public void set(int row, byte[] source, int start, int length) {
            byte[] target = room(length);
            System.arraycopy(source, start, target, size, length);
            set(row, length);
        }

        /** The buffer, with room for so many bytes from {@link #textBytes} on, to be written there. */
        public byte[] room(int length) {
            if (size + length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(size + length, bytes.length + bytes.length / 2));
            }
            return bytes;
        }

        /** Sets a row to the first bytes that were written into the {@link #room}; they are valid UTF-8. */
        public void set(int row, int length) {
            starts[row] = size;
            lengths[row] = length;
            size += length;
        }

        @Override
        public void clear() {
            Arrays.fill(starts, 0);
            Arrays.fill(lengths, 0);
            size = 0;
        }

        @Override
        public void clear(int row) {
            size -= lengths[row];
            starts[row] = 0;
            lengths[row] = 0;
        }

        @Override
        public Column column(int rows) {
            return new Column.Bytes(rows, bytes, starts, lengths);
        }

        @Override
        public int textBytes() {
            return size;
        }

        @Override
        public long memoryBytes() {
            return 8L * starts.length + bytes.length;
        }
    }
}
