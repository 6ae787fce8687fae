package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;

/** Whether a whole number or ticks lie between two bounds, both included; null does not. */
final class LongRange implements Condition {
    private final Evaluator value;
    private final long low;
    private final long high;
    private final Scratch scratch = new Scratch();

    LongRange(Evaluator value, long low, long high) {
        this.value = value;
        this.low = low;
        this.high = high;
    }

    @Override
    public Selection filter(Batch batch, Selection rows) {
        Column column = value.evaluate(batch, rows);
        int[] kept = scratch.ints(rows.count());
        int count;
        if (column instanceof Column.Dictionary dictionary) {
            count = filter(dictionary, (Column.Longs) dictionary.values(), rows, kept);
        } else {
            Column.Longs longs = (Column.Longs) column;
            count = longs.nulls().length == 0
                    ? filter(longs.values(), rows, kept)
                    : filter(longs.values(), longs.nulls(), rows, kept);
        }
        return new Selection(kept, count);
    }

    private int filter(long[] values, Selection rows, int[] kept) {
        int[] from = rows.rows();
        int count = 0;
        for (int i = 0; i < rows.count(); i++) {
            int row = from[i];
            if (values[row] >= low && values[row] <= high) {
                kept[count++] = row;
            }
        }
        return count;
    }

    private int filter(long[] values, boolean[] nulls, Selection rows, int[] kept) {
        int[] from = rows.rows();
        int count = 0;
        for (int i = 0; i < rows.count(); i++) {
            int row = from[i];
            if (!nulls[row] && values[row] >= low && values[row] <= high) {
                kept[count++] = row;
            }
        }
        return count;
    }

    /** Looking at the entry costs no more than looking at a verdict on it. */
    private int filter(Column.Dictionary dictionary, Column.Longs entries, Selection rows, int[] kept) {
        long[] values = entries.values();
        int[] ids = dictionary.ids();
        int[] from = rows.rows();
        int count = 0;
        for (int i = 0; i < rows.count(); i++) {
            int row = from[i];
            int id = ids[row];
            if (id >= 0 && values[id] >= low && values[id] <= high && !entries.isNull(id)) {
                kept[count++] = row;
            }
        }
        return count;
    }
}
