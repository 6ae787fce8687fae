package dev.grebe.engine;

import dev.grebe.data.Column;
import java.util.Arrays;
import java.util.List;

/** Rows by group. */
final class Counts implements Accumulator {
    private final Budget budget;
    private final String use;
    private long[] counts = new long[0];

    Counts(Budget budget, String use) {
        this.budget = budget;
        this.use = use;
    }

    @Override
    public void accept(List<Column> args, int[] rows, int[] groups, int count) {
        ensure(Accumulator.largest(groups, count) + 1);
        for (int i = 0; i < count; i++) {
            counts[groups[i]]++;
        }
    }

    @Override
    public void merge(Accumulator other, int[] groups, int count) {
        ensure(Accumulator.largest(groups, count) + 1);
        long[] added = ((Counts) other).counts;
        for (int i = 0; i < count; i++) {
            counts[groups[i]] += added[i];
        }
    }

    @Override
    public List<Column> results(int count) {
        ensure(count);
        return List.of(new Column.Longs(count, counts, Column.NO_NULLS));
    }

    private void ensure(int groups) {
        if (groups > counts.length) {
            int capacity = Growth.length(counts.length, groups, use);
            budget.reserve(8L * (capacity - counts.length), use);
            counts = Arrays.copyOf(counts, capacity);
        }
    }
}
