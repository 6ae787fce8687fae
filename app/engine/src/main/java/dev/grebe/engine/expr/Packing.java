package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Type;
import java.util.List;

/** {@code pack_array} and {@code bag_pack}: values of any type become JSON by way of their text. */
final class Packing implements Evaluator {
    private final List<Operand> keys;
    private final List<Operand> values;
    private final List<Type> types;
    private final Column.Bytes[] keyTexts;
    private final Column.Bytes[] texts;
    private final TextResults results = new TextResults();
    private final JsonWriter writer = new JsonWriter(results.text());

    /**
     * @param keys as many as there are values, or none: an array is wanted
     * @param values their texts; of a DYNAMIC its JSON
     */
    Packing(List<Operand> keys, List<Operand> values, List<Type> types) {
        this.keys = keys;
        this.values = values;
        this.types = types;
        keyTexts = new Column.Bytes[keys.size()];
        texts = new Column.Bytes[values.size()];
    }

    @Override
    public Column evaluate(Batch batch, Selection rows) {
        for (int i = 0; i < keyTexts.length; i++) {
            keyTexts[i] = keys.get(i).bytes(batch, rows);
        }
        for (int i = 0; i < texts.length; i++) {
            texts[i] = values.get(i).bytes(batch, rows);
        }
        results.begin(batch.rowCount());
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            results.beginRow(row);
            if (keyTexts.length == 0) {
                writeArray(row);
            } else {
                writeBag(row);
            }
            results.endRow(row);
        }
        return results.column();
    }

    private void writeArray(int row) {
        writer.beginArray();
        for (int i = 0; i < texts.length; i++) {
            writeValue(i, row);
        }
        writer.endArray();
    }

    private void writeBag(int row) {
        writer.beginBag();
        for (int i = 0; i < texts.length; i++) {
            Column.Bytes key = keyTexts[i];
            writer.key(key.bytes(), key.starts()[row], key.lengths()[row]);
            writeValue(i, row);
        }
        writer.endBag();
    }

    private void writeValue(int index, int row) {
        Column.Bytes text = texts[index];
        int start = text.starts()[row];
        int length = text.lengths()[row];
        boolean isQuoted = switch (types.get(index)) {
            case STRING -> true;
            case TIMESTAMP, DURATION -> length > 0;
            case DOUBLE -> length > 0 && !isNumber(text.bytes()[start + length - 1]);
            case BOOL, LONG, DYNAMIC -> false;
        };
        if (isQuoted) {
            writer.text(text.bytes(), start, length);
        } else {
            // Only nulls have no text.
            writer.json(text.bytes(), start, length);
        }
    }

    /** NaN and infinities have no digit at their end. */
    private static boolean isNumber(byte last) {
        return last >= '0' && last <= '9';
    }
}
