package dev.grebe.engine;

import dev.grebe.data.Column;
import dev.grebe.plan.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns the values of one key column into codes: equal values have equal codes. Text is numbered by a table, once per
 * dictionary entry. Used by one thread; several may share a table that is complete.
 */
final class KeyCoder {
    /** The code of text that the table does not hold. */
    static final long ABSENT = Long.MIN_VALUE;
    /** Every NaN, also the code of one of its bit patterns. */
    static final long NAN = Double.doubleToLongBits(Double.NaN);

    private static final int UNKNOWN = -2;

    private final Type type;
    private final TextTable texts;
    private final boolean adds;
    private @Nullable Column known;
    private int[] knownCodes = new int[0];

    /** @param adds whether text that is new is added to the table */
    KeyCoder(Type type, TextTable texts, boolean adds) {
        this.type = type;
        this.texts = texts;
        this.adds = adds;
    }

    /** Codes of the first {@code count} of {@code rows}: {@code codes[i]} is of {@code rows[i]}; of a null undefined. */
    void code(Column column, int[] rows, int count, long[] codes) {
        if (column instanceof Column.Dictionary dictionary) {
            if (type == Type.STRING) {
                codeTexts(dictionary, (Column.Bytes) dictionary.values(), rows, count, codes);
            } else {
                codeEntries(dictionary, rows, count, codes);
            }
        } else if (column instanceof Column.Bytes bytes) {
            for (int i = 0; i < count; i++) {
                codes[i] = text(bytes, rows[i]);
            }
        } else {
            for (int i = 0; i < count; i++) {
                codes[i] = number(column, rows[i]);
            }
        }
    }

    private void codeTexts(Column.Dictionary dictionary, Column.Bytes values, int[] rows, int count, long[] codes) {
        if (known != values) {
            known = values;
            knownCodes = new int[values.rowCount()];
            Arrays.fill(knownCodes, UNKNOWN);
        }
        for (int i = 0; i < count; i++) {
            int id = dictionary.ids()[rows[i]];
            if (knownCodes[id] == UNKNOWN) {
                long code = text(values, id);
                knownCodes[id] = code == ABSENT ? TextTable.ABSENT : (int) code;
            }
            codes[i] = knownCodes[id] == TextTable.ABSENT ? ABSENT : knownCodes[id];
        }
    }

    private static void codeEntries(Column.Dictionary dictionary, int[] rows, int count, long[] codes) {
        for (int i = 0; i < count; i++) {
            int id = dictionary.ids()[rows[i]];
            codes[i] = id < 0 ? 0 : number(dictionary.values(), id);
        }
    }

    private long text(Column.Bytes bytes, int row) {
        int start = bytes.starts()[row];
        int length = bytes.lengths()[row];
        if (adds) {
            return texts.intern(bytes.bytes(), start, length);
        }
        int number = texts.find(bytes.bytes(), start, length);
        return number == TextTable.ABSENT ? ABSENT : number;
    }

    private static long number(Column column, int row) {
        if (column instanceof Column.Longs longs) {
            return longs.values()[row];
        } else if (column instanceof Column.Bools bools) {
            return bools.values()[row] ? 1 : 0;
        }
        double value = ((Column.Doubles) column).values()[row];
        // 0.0 and -0.0 are equal; adding 0.0 makes one of the two.
        return Double.doubleToLongBits(value + 0.0);
    }
}
