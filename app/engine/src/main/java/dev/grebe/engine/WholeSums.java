package dev.grebe.engine;

import dev.grebe.data.Column;
import java.util.Arrays;
import java.util.List;

/** Sums of LONG or DURATION by group, in 128 bits, so that only a result can be too large, not a step on the way. */
final class WholeSums implements Accumulator {
    private final Budget budget;
    private final String use;
    private long[] low = new long[0];
    private long[] high = new long[0];

    WholeSums(Budget budget, String use) {
        this.budget = budget;
        this.use = use;
    }

    @Override
    public void accept(List<Column> args, int[] rows, int[] groups, int count) {
        ensure(Accumulator.largest(groups, count) + 1);
        Column column = args.get(0);
        Column.Longs longs =
                (Column.Longs) (column instanceof Column.Dictionary dictionary ? dictionary.values() : column);
        for (int i = 0; i < count; i++) {
            if (!column.isNull(rows[i])) {
                int at = column instanceof Column.Dictionary dictionary
                        ? dictionary.ids()[rows[i]]
                        : rows[i];
                long value = longs.values()[at];
                add(groups[i], value, value >> 63);
            }
        }
    }

    @Override
    public void merge(Accumulator other, int[] groups, int count) {
        ensure(Accumulator.largest(groups, count) + 1);
        WholeSums added = (WholeSums) other;
        added.ensure(count);
        for (int i = 0; i < count; i++) {
            add(groups[i], added.low[i], added.high[i]);
        }
    }

    private void add(int group, long valueLow, long valueHigh) {
        long sum = low[group] + valueLow;
        boolean carries = Long.compareUnsigned(sum, valueLow) < 0;
        low[group] = sum;
        high[group] += valueHigh + (carries ? 1 : 0);
    }

    @Override
    public List<Column> results(int count) {
        ensure(count);
        boolean[] tooLarge = new boolean[count];
        boolean any = false;
        for (int group = 0; group < count; group++) {
            tooLarge[group] = high[group] != low[group] >> 63;
            any |= tooLarge[group];
        }
        return List.of(new Column.Longs(count, low, any ? tooLarge : Column.NO_NULLS));
    }

    private void ensure(int groups) {
        if (groups > low.length) {
            int capacity = Growth.length(low.length, groups, use);
            budget.reserve(16L * (capacity - low.length), use);
            low = Arrays.copyOf(low, capacity);
            high = Arrays.copyOf(high, capacity);
        }
    }
}
