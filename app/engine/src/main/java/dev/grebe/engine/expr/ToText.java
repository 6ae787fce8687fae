package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Type;

/** {@code tostring} of any type but STRING: digits go straight into the bytes of the result; null is {@code ""}. */
final class ToText implements Evaluator {
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private final Operand value;
    private final Type type;
    private final Scratch scratch = new Scratch();
    private final TextBuffer text = new TextBuffer();

    ToText(Operand value, Type type) {
        this.value = value;
        this.type = type;
    }

    @Override
    public Column evaluate(Batch batch, Selection rows) {
        return switch (type) {
            case BOOL -> bools(value.bools(batch, rows), rows);
            case LONG, TIMESTAMP, DURATION -> longs(value.longs(batch, rows), rows);
            case DOUBLE -> doubles(value.doubles(batch, rows), rows);
            case DYNAMIC -> json(value.bytes(batch, rows), rows);
            case STRING -> throw new IllegalStateException("STRING is text already");
        };
    }

    private Column bools(Column.Bools from, Selection rows) {
        return texts(from, rows, row -> {
            byte[] word = from.values()[row] ? TRUE : FALSE;
            text.write(word, 0, word.length);
        });
    }

    private Column longs(Column.Longs from, Selection rows) {
        long[] values = from.values();
        if (type == Type.TIMESTAMP) {
            return texts(from, rows, row -> TicksText.writeTime(values[row], text));
        } else if (type == Type.DURATION) {
            return texts(from, rows, row -> TicksText.writeSpan(values[row], text));
        }
        return texts(from, rows, row -> text.writeLong(values[row]));
    }

    private Column doubles(Column.Doubles from, Selection rows) {
        double[] values = from.values();
        return texts(from, rows, row -> DoubleText.write(values[row], text));
    }

    private Column json(Column.Bytes from, Selection rows) {
        return texts(from, rows, row -> JsonText.write(from.bytes(), from.starts()[row], from.lengths()[row], text));
    }

    private interface Writer {
        void write(int row);
    }

    private Column texts(Column from, Selection rows, Writer writer) {
        text.clear();
        int[] starts = scratch.ints(from.rowCount());
        int[] lengths = scratch.lengths(from.rowCount());
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            starts[row] = text.length();
            if (!from.isNull(row)) {
                writer.write(row);
            }
            lengths[row] = text.length() - starts[row];
        }
        return new Column.Bytes(from.rowCount(), text.bytes(), starts, lengths);
    }
}
