package dev.grebe.engine;

import dev.grebe.data.Column;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Exact sums of DOUBLE by group. */
final class DoubleSums implements Accumulator {
    private final Budget budget;
    private final String use;
    private @Nullable ExactSum[] sums = new @Nullable ExactSum[0];

    DoubleSums(Budget budget, String use) {
        this.budget = budget;
        this.use = use;
    }

    @Override
    public void accept(List<Column> args, int[] rows, int[] groups, int count) {
        Column column = args.get(0);
        Column.Dictionary dictionary = column instanceof Column.Dictionary coded ? coded : null;
        double[] values = ((Column.Doubles) (dictionary == null ? column : dictionary.values())).values();
        for (int i = 0; i < count; i++) {
            if (!column.isNull(rows[i])) {
                sum(groups[i])
                        .add(values[dictionary == null ? rows[i] : dictionary.ids()[rows[i]]]);
            }
        }
    }

    @Override
    public void merge(Accumulator other, int[] groups, int count) {
        @Nullable ExactSum[] added = ((DoubleSums) other).sums;
        for (int i = 0; i < Math.min(count, added.length); i++) {
            ExactSum sum = added[i];
            if (sum != null) {
                sum(groups[i]).add(sum);
            }
        }
    }

    @Override
    public List<Column> results(int count) {
        double[] values = new double[count];
        for (int group = 0; group < Math.min(count, sums.length); group++) {
            ExactSum sum = sums[group];
            values[group] = sum == null ? 0 : sum.value();
        }
        return List.of(new Column.Doubles(count, values, Column.NO_NULLS));
    }

    private ExactSum sum(int group) {
        if (group >= sums.length) {
            sums = Arrays.copyOf(sums, Growth.length(sums.length, group + 1, use));
        }
        ExactSum sum = sums[group];
        if (sum == null) {
            budget.reserve(ExactSum.BYTES, use);
            sum = new ExactSum();
            sums[group] = sum;
        }
        return sum;
    }
}
