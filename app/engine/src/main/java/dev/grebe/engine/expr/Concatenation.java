package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import java.util.List;

/** {@code strcat}. */
final class Concatenation implements Evaluator {
    private final List<Operand> parts;
    private final Column.Bytes[] texts;
    private final Scratch scratch = new Scratch();
    private final TextBuffer joined = new TextBuffer();

    Concatenation(List<Operand> parts) {
        this.parts = parts;
        texts = new Column.Bytes[parts.size()];
    }

    @Override
    public Column evaluate(Batch batch, Selection rows) {
        for (int part = 0; part < texts.length; part++) {
            texts[part] = parts.get(part).bytes(batch, rows);
        }
        joined.clear();
        int rowCount = batch.rowCount();
        int[] starts = scratch.ints(rowCount);
        int[] lengths = scratch.lengths(rowCount);
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            starts[row] = joined.length();
            for (Column.Bytes text : texts) {
                joined.write(text.bytes(), text.starts()[row], text.lengths()[row]);
            }
            lengths[row] = joined.length() - starts[row];
        }
        return new Column.Bytes(rowCount, joined.bytes(), starts, lengths);
    }
}
