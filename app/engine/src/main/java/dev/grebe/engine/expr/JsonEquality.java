package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Function;
import dev.grebe.plan.Type;

/** Whether JSON values that are not null equal a scalar, as {@link Function#DYNAMIC_EQUAL} says. */
final class JsonEquality {
    private final Operand scalar;
    private final Type type;
    private final Numerals numerals = new Numerals();
    private final TextBuffer unescaped = new TextBuffer();
    private Column column = new Column.Longs(0, new long[0], Column.NO_NULLS);

    /** @param type the scalar's: BOOL, LONG, DOUBLE or STRING */
    JsonEquality(Operand scalar, Type type) {
        this.scalar = scalar;
        this.type = type;
    }

    /** Learns the scalar's values at these rows. */
    void begin(Batch batch, Selection rows) {
        column = switch (type) {
            case BOOL -> scalar.bools(batch, rows);
            case LONG -> scalar.longs(batch, rows);
            case DOUBLE -> scalar.doubles(batch, rows);
            case STRING -> scalar.bytes(batch, rows);
            case TIMESTAMP, DURATION, DYNAMIC -> throw new IllegalStateException("JSON holds no " + type);
        };
    }

    boolean isNull(int row) {
        return column.isNull(row);
    }

    /** Whether the scalar of the row is what a null DYNAMIC equals: {@code ""}. */
    boolean isEmptyText(int row) {
        return column instanceof Column.Bytes texts && texts.lengths()[row] == 0;
    }

    /** Whether the value equals the scalar of the row, which is not null. */
    boolean test(byte[] json, int start, int length, int row) {
        JsonKind kind = JsonKind.of(json, start, length);
        if (column instanceof Column.Bytes texts) {
            return JsonText.isText(
                    json, start, length, texts.bytes(), texts.starts()[row], texts.lengths()[row], unescaped);
        } else if (column instanceof Column.Bools bools) {
            return kind == JsonKind.BOOL && bools.values()[row] == (json[start] == 't');
        } else if (kind != JsonKind.NUMBER) {
            return false;
        } else if (column instanceof Column.Longs longs) {
            long value = longs.values()[row];
            return numerals.readWhole(json, start, length)
                    ? numerals.whole() == value
                    : numerals.readReal(json, start, length) && numerals.real() == value;
        }
        double value = ((Column.Doubles) column).values()[row];
        return numerals.readWhole(json, start, length)
                ? numerals.whole() == value
                : numerals.readReal(json, start, length) && numerals.real() == value;
    }
}
