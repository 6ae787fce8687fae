package dev.grebe.engine;

import dev.grebe.data.Column;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code min}, {@code max} and {@code arg_max} by group: the row whose first value is least or greatest, nulls only if
 * there is nothing else; of several the least in the other values.
 */
final class Extremes implements Accumulator {
    private final List<Cells> cells = new ArrayList<>();
    private final boolean least;
    private final Budget budget;
    private final String use;
    private boolean[] taken = new boolean[0];

    Extremes(List<Type> types, boolean least, Budget budget, String use) {
        types.forEach(type -> cells.add(new Cells(type, budget, use)));
        this.least = least;
        this.budget = budget;
        this.use = use;
    }

    @Override
    public void accept(List<Column> args, int[] rows, int[] groups, int count) {
        ensure(Accumulator.largest(groups, count) + 1);
        for (int i = 0; i < count; i++) {
            if (!taken[groups[i]] || isBetter(args, rows[i], groups[i])) {
                taken[groups[i]] = true;
                for (int arg = 0; arg < cells.size(); arg++) {
                    cells.get(arg).set(groups[i], args.get(arg), rows[i]);
                }
            }
        }
    }

    private boolean isBetter(List<Column> args, int row, int group) {
        int order = cells.get(0).compare(args.get(0), row, group);
        if (order != 0) {
            // Null is least of all, so it loses as greatest by itself; as least it must not win.
            boolean wins = least ? order < 0 : order > 0;
            return least && (args.get(0).isNull(row) || cells.get(0).isNull(group)) ? !wins : wins;
        }
        for (int arg = 1; arg < cells.size(); arg++) {
            int rest = cells.get(arg).compare(args.get(arg), row, group);
            if (rest != 0) {
                return rest < 0;
            }
        }
        return false;
    }

    @Override
    public void merge(Accumulator other, int[] groups, int count) {
        Extremes added = (Extremes) other;
        added.ensure(count);
        int[] rows = new int[count];
        int[] into = new int[count];
        int rowCount = 0;
        for (int group = 0; group < count; group++) {
            if (added.taken[group]) {
                rows[rowCount] = group;
                into[rowCount++] = groups[group];
            }
        }
        accept(added.results(count), rows, into, rowCount);
    }

    @Override
    public List<Column> results(int count) {
        return cells.stream().map(cell -> cell.column(count)).toList();
    }

    private void ensure(int groups) {
        if (groups > taken.length) {
            int capacity = Growth.length(taken.length, groups, use);
            budget.reserve(capacity - taken.length, use);
            taken = Arrays.copyOf(taken, capacity);
        }
        cells.forEach(cell -> cell.ensure(groups));
    }
}
