package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import java.util.Arrays;
import java.util.Collection;

/** Whether a whole number or ticks are one of some constants, or are none of them; null is none of them. */
final class LongSet implements Condition {
    private final Operand value;
    private final long[] sorted;
    private final boolean wanted;
    private final Scratch scratch = new Scratch();

    LongSet(Operand value, Collection<Long> constants, boolean wanted) {
        this.value = value;
        this.wanted = wanted;
        sorted = constants.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    @Override
    public Selection filter(Batch batch, Selection rows) {
        Column.Longs longs = value.longs(batch, rows);
        long[] values = longs.values();
        boolean[] nulls = longs.nulls();
        int[] kept = scratch.ints(rows.count());
        int count = 0;
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            boolean found = (nulls.length == 0 || !nulls[row]) && contains(values[row]);
            if (found == wanted) {
                kept[count++] = row;
            }
        }
        return new Selection(kept, count);
    }

    private boolean contains(long searched) {
        return sorted.length == 1 ? sorted[0] == searched : Arrays.binarySearch(sorted, searched) >= 0;
    }
}
