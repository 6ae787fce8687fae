package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;

/**
 * A text match, as a value and as a condition. What comes by dictionary is matched once per entry that a row uses: the
 * verdicts are kept as long as the dictionary is the same object, over all batches of a split.
 */
final class TextMatch implements Evaluator, Condition {
    private static final byte UNKNOWN = 0;
    private static final byte YES = 1;
    private static final byte NO = 2;

    private final Evaluator text;
    private final TextMatcher matcher;
    private final boolean wanted;
    private final Scratch scratch = new Scratch();
    private byte[] verdicts = {};
    /** The dictionary that the verdicts are about. */
    private Column.Bytes judged = new Column.Bytes(0, verdicts, new int[0], new int[0]);

    /** @param wanted what a row must be for the condition to keep it */
    TextMatch(Evaluator text, TextMatcher matcher, boolean wanted) {
        this.text = text;
        this.matcher = matcher;
        this.wanted = wanted;
    }

    @Override
    public Column evaluate(Batch batch, Selection rows) {
        Column column = text.evaluate(batch, rows);
        boolean[] values = scratch.bools(column.rowCount());
        if (column instanceof Column.Dictionary dictionary) {
            begin(dictionary);
            int[] ids = dictionary.ids();
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                values[row] = verdict(ids[row]) == YES;
            }
        } else {
            Column.Bytes plain = (Column.Bytes) column;
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                values[row] = matcher.matches(plain.bytes(), plain.starts()[row], plain.lengths()[row]);
            }
        }
        return new Column.Bools(column.rowCount(), values, Column.NO_NULLS);
    }

    @Override
    public Selection filter(Batch batch, Selection rows) {
        Column column = text.evaluate(batch, rows);
        int[] kept = scratch.ints(rows.count());
        int count = column instanceof Column.Dictionary dictionary
                ? filter(dictionary, rows, kept)
                : filter((Column.Bytes) column, rows, kept);
        return new Selection(kept, count);
    }

    private int filter(Column.Dictionary dictionary, Selection rows, int[] kept) {
        begin(dictionary);
        byte[] known = verdicts;
        byte keep = wanted ? YES : NO;
        int[] ids = dictionary.ids();
        int[] from = rows.rows();
        int count = 0;
        for (int i = 0; i < rows.count(); i++) {
            int row = from[i];
            int id = ids[row];
            byte verdict = known[id] == UNKNOWN ? verdict(id) : known[id];
            if (verdict == keep) {
                kept[count++] = row;
            }
        }
        return count;
    }

    private int filter(Column.Bytes plain, Selection rows, int[] kept) {
        byte[] bytes = plain.bytes();
        int[] starts = plain.starts();
        int[] lengths = plain.lengths();
        int[] from = rows.rows();
        int count = 0;
        for (int i = 0; i < rows.count(); i++) {
            int row = from[i];
            if (matcher.matches(bytes, starts[row], lengths[row]) == wanted) {
                kept[count++] = row;
            }
        }
        return count;
    }

    /** Another object is another dictionary, even over the same arrays, which a reader may have filled anew. */
    @SuppressWarnings("ReferenceEquality")
    private void begin(Column.Dictionary dictionary) {
        Column.Bytes entries = (Column.Bytes) dictionary.values();
        if (judged != entries) {
            judged = entries;
            verdicts = new byte[entries.rowCount()];
        }
    }

    private byte verdict(int id) {
        if (verdicts[id] == UNKNOWN) {
            Column.Bytes entries = judged;
            verdicts[id] = matcher.matches(entries.bytes(), entries.starts()[id], entries.lengths()[id]) ? YES : NO;
        }
        return verdicts[id];
    }
}
