package dev.grebe.sources.jsonl;

import dev.grebe.data.Column;
import dev.grebe.data.IsoTime;
import dev.grebe.data.TimeSpan;
import dev.grebe.plan.Type;
import java.util.Arrays;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One column of a batch in the making. Rows that are not set are missing. Arrays are used again for the next batch. */
abstract sealed class Values {
    /** What a value was refused for: the stable code of the error. */
    enum Refusal {
        NONE,
        TYPE_MISMATCH,
        BAD_NUMBER,
        BAD_TIMESTAMP
    }

    static Values of(Type type, int rows) {
        return switch (type) {
            case BOOL -> new Bools(rows);
            case LONG -> new Longs(rows);
            case DOUBLE -> new Doubles(rows);
            case STRING -> new Texts(rows);
            case DYNAMIC -> new Dynamics(rows);
            case TIMESTAMP, DURATION -> new Ticks(rows, type);
        };
    }

    /** Forgets all rows. */
    abstract void clear();

    /** Takes the value that the parser stands on, which is not JSON's null, and leaves it behind. */
    abstract Refusal set(int row, JsonToken token, Cursor cursor);

    abstract Column column(int rows);

    /** Bytes of text so far. */
    int textBytes() {
        return 0;
    }

    /** Bytes that the arrays take. */
    abstract long memoryBytes();

    /** Values of which rows may have none. */
    private abstract static sealed class WithNulls extends Values {
        private final boolean[] nulls;
        private int present;

        WithNulls(int rows) {
            nulls = new boolean[rows];
            Arrays.fill(nulls, true);
        }

        @Override
        final void clear() {
            Arrays.fill(nulls, true);
            present = 0;
        }

        /** Takes note that a row has a value. */
        final Refusal present(int row) {
            nulls[row] = false;
            present++;
            return Refusal.NONE;
        }

        final boolean[] nulls(int rows) {
            return present == rows ? Column.NO_NULLS : nulls;
        }
    }

    private static final class Bools extends WithNulls {
        private final boolean[] values;

        Bools(int rows) {
            super(rows);
            values = new boolean[rows];
        }

        @Override
        Refusal set(int row, JsonToken token, Cursor cursor) {
            if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
                return Refusal.TYPE_MISMATCH;
            }
            values[row] = token == JsonToken.VALUE_TRUE;
            return present(row);
        }

        @Override
        Column column(int rows) {
            return new Column.Bools(rows, values, nulls(rows));
        }

        @Override
        long memoryBytes() {
            return 2L * values.length;
        }
    }

    private static sealed class Longs extends WithNulls {
        final long[] values;

        Longs(int rows) {
            super(rows);
            values = new long[rows];
        }

        @Override
        Refusal set(int row, JsonToken token, Cursor cursor) {
            if (token == JsonToken.VALUE_NUMBER_INT) {
                JsonParser parser = cursor.parser();
                JsonParser.NumberType type = parser.getNumberType();
                if (type != JsonParser.NumberType.INT && type != JsonParser.NumberType.LONG) {
                    return Refusal.BAD_NUMBER;
                }
                values[row] = parser.getLongValue();
            } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
                String text = cursor.parser().getString();
                if (!Numbers.isWhole(text)) {
                    return Refusal.BAD_NUMBER;
                }
                values[row] = Numbers.whole(text);
            } else {
                return Refusal.TYPE_MISMATCH;
            }
            return present(row);
        }

        @Override
        Column column(int rows) {
            return new Column.Longs(rows, values, nulls(rows));
        }

        @Override
        long memoryBytes() {
            return 9L * values.length;
        }
    }

    private static final class Doubles extends WithNulls {
        private final double[] values;

        Doubles(int rows) {
            super(rows);
            values = new double[rows];
        }

        @Override
        Refusal set(int row, JsonToken token, Cursor cursor) {
            if (token.isNumeric()) {
                double value = cursor.parser().getDoubleValue();
                if (Double.isInfinite(value)) {
                    return Refusal.BAD_NUMBER;
                }
                values[row] = value;
            } else if (token == JsonToken.VALUE_STRING
                    && Numbers.isNamed(cursor.parser().getString())) {
                values[row] = Numbers.named(cursor.parser().getString());
            } else {
                return Refusal.TYPE_MISMATCH;
            }
            return present(row);
        }

        @Override
        Column column(int rows) {
            return new Column.Doubles(rows, values, nulls(rows));
        }

        @Override
        long memoryBytes() {
            return 9L * values.length;
        }
    }

    /** Times and spans, as text. */
    private static final class Ticks extends Longs {
        private final Type type;
        private final TextBuffer text = new TextBuffer(64);

        Ticks(int rows, Type type) {
            super(rows);
            this.type = type;
        }

        @Override
        Refusal set(int row, JsonToken token, Cursor cursor) {
            Refusal refusal = type == Type.TIMESTAMP ? Refusal.BAD_TIMESTAMP : Refusal.TYPE_MISMATCH;
            if (token != JsonToken.VALUE_STRING) {
                return refusal;
            }
            text.clear();
            text.append(cursor.parser());
            boolean isTime = type == Type.TIMESTAMP;
            long ticks =
                    isTime ? IsoTime.parse(text.bytes(), 0, text.size()) : TimeSpan.parse(text.bytes(), 0, text.size());
            if (ticks == (isTime ? IsoTime.NONE : TimeSpan.NONE)) {
                return refusal;
            }
            values[row] = ticks;
            return present(row);
        }

        @Override
        long memoryBytes() {
            return super.memoryBytes() + text.bytes().length;
        }
    }

    /** Text: one buffer for all rows. A number or truth value is taken as it is written. */
    private static sealed class Texts extends Values {
        private static final int BYTES_A_ROW = 32;

        final int[] starts;
        final int[] lengths;
        final TextBuffer text;

        Texts(int rows) {
            starts = new int[rows];
            lengths = new int[rows];
            text = new TextBuffer(rows * BYTES_A_ROW);
        }

        @Override
        void clear() {
            Arrays.fill(starts, 0);
            Arrays.fill(lengths, 0);
            text.clear();
        }

        @Override
        Refusal set(int row, JsonToken token, Cursor cursor) {
            if (token.isStructStart()) {
                return Refusal.TYPE_MISMATCH;
            }
            starts[row] = text.size();
            text.append(cursor.parser());
            lengths[row] = text.size() - starts[row];
            return Refusal.NONE;
        }

        @Override
        Column column(int rows) {
            return new Column.Bytes(rows, text.bytes(), starts, lengths);
        }

        @Override
        int textBytes() {
            return text.size();
        }

        @Override
        long memoryBytes() {
            return 8L * starts.length + text.bytes().length;
        }
    }

    /** Any JSON, as it is written but for white space. */
    private static final class Dynamics extends Texts {
        Dynamics(int rows) {
            super(rows);
        }

        @Override
        Refusal set(int row, JsonToken token, Cursor cursor) {
            starts[row] = text.size();
            int start = cursor.tokenStart();
            text.appendCompact(cursor.bytes(), start, cursor.skipValue());
            lengths[row] = text.size() - starts[row];
            return Refusal.NONE;
        }
    }
}
