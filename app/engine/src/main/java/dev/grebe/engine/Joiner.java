package dev.grebe.engine;

import dev.grebe.data.Column;
import dev.grebe.plan.Node;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Pairs rows with equal keys. The right side is grouped by key in one array; with a {@link TimeBound} each group is sorted
 * by time, so that a left row visits only the right ones in reach: n log n + matches, where an equi-join of one hot key
 * would form every pair.
 */
final class Joiner {
    private final Node.Join join;
    private final Optional<TimeBound> bound;
    private final int batchRows;
    private final Budget budget;

    Joiner(Node.Join join, Optional<TimeBound> bound, int batchRows, Budget budget) {
        this.join = join;
        this.bound = bound;
        this.batchRows = batchRows;
        this.budget = budget;
    }

    /** The right side: rows of group g are {@code rows[starts[g]]} to before {@code starts[g + 1]}, by time if bounded. */
    private record Groups(KeyTable keys, int[] starts, int[] rows, long[] times) {}

    JoinedRows pairs(RowSet left, RowSet right, Schema schema) {
        List<Integer> leftKeys = places(
                left.schema(), join.keys().stream().map(Node.Join.Key::left).toList());
        List<Integer> rightKeys = places(
                right.schema(), join.keys().stream().map(Node.Join.Key::right).toList());
        wantKeys(left, leftKeys, bound.map(TimeBound::left));
        wantKeys(right, rightKeys, bound.map(TimeBound::right));
        Groups groups = group(right, rightKeys);
        IntList leftRows = new IntList(budget, "pairs of " + describe());
        IntList rightRows = new IntList(budget, "pairs of " + describe());
        KeyTable.Probe probe = groups.keys().probe();
        int[] numbers = new int[batchRows];
        for (int from = 0; from < left.size(); from += batchRows) {
            int count = Math.min(batchRows, left.size() - from);
            int[] rows = RowNumbers.range(from, count);
            probe.find(columns(left, leftKeys, rows, count), RowNumbers.upTo(count), count, numbers);
            Optional<Column> times = bound.map(b -> left.column(b.left(), rows, 0, count));
            for (int i = 0; i < count; i++) {
                int before = rightRows.size();
                if (numbers[i] != KeyTable.ABSENT && !groups.keys().hasNull(numbers[i])) {
                    append(groups, numbers[i], times, i, rightRows);
                }
                if (rightRows.size() == before && join.kind() == Node.Join.Kind.LEFT_OUTER) {
                    rightRows.add(-1);
                }
                for (int pair = before; pair < rightRows.size(); pair++) {
                    leftRows.add(from + i);
                }
            }
        }
        boolean isOuter = join.kind() == Node.Join.Kind.LEFT_OUTER;
        return new JoinedRows(schema, left, leftRows.array(), right, rightRows.array(), leftRows.size(), isOuter);
    }

    private String describe() {
        return "the join on "
                + String.join(
                        ", ", join.keys().stream().map(Node.Join.Key::toString).toList());
    }

    private void append(Groups groups, int group, Optional<Column> times, int row, IntList rows) {
        if (times.isPresent()) {
            if (!times.get().isNull(row)) {
                appendInReach(groups, group, Values.number(times.get(), row), rows);
            }
            return;
        }
        for (int at = groups.starts()[group]; at < groups.starts()[group + 1]; at++) {
            rows.add(groups.rows()[at]);
        }
    }

    private void appendInReach(Groups groups, int group, long time, IntList rows) {
        TimeBound reach = bound.orElseThrow();
        long first = reach.low() == Long.MIN_VALUE ? Long.MIN_VALUE : saturated(time, reach.low());
        long last = reach.high() == Long.MAX_VALUE ? Long.MAX_VALUE : saturated(time, reach.high());
        int end = groups.starts()[group + 1];
        for (int at = lowerBound(groups.times(), groups.starts()[group], end, first);
                at < end && groups.times()[at] <= last;
                at++) {
            rows.add(groups.rows()[at]);
        }
    }

    private static int lowerBound(long[] times, int from, int to, long time) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static long saturated(long time, long by) {
        long sum = time + by;
        boolean overflows = ((time ^ sum) & (by ^ sum)) < 0;
        return overflows ? (by < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }

    private Groups group(RowSet right, List<Integer> keyPlaces) {
        int size = right.size();
        List<Type> types = keyPlaces.stream()
                .map(place -> right.schema().field(place).type())
                .toList();
        KeyTable keys = new KeyTable(types, budget, "keys of " + describe());
        budget.reserve(8L * size + (bound.isPresent() ? 8L * size : 0), "rows by key of " + describe());
        int[] numbers = new int[size];
        int[] part = new int[batchRows];
        for (int from = 0; from < size; from += batchRows) {
            int count = Math.min(batchRows, size - from);
            List<Column> columns = columns(right, keyPlaces, RowNumbers.range(from, count), count);
            keys.add(columns, RowNumbers.upTo(count), count, part);
            System.arraycopy(part, 0, numbers, from, count);
        }
        Optional<Column> times = bound.map(b -> right.column(b.right(), RowNumbers.upTo(size), 0, size));
        return sorted(keys, numbers, times, size);
    }

    /** Rows by group, counting first; rows without a time are in nobody's reach. */
    private static Groups sorted(KeyTable keys, int[] numbers, Optional<Column> times, int size) {
        int[] starts = new int[keys.size() + 1];
        for (int row = 0; row < size; row++) {
            if (times.isEmpty() || !times.get().isNull(row)) {
                starts[numbers[row] + 1]++;
            }
        }
        for (int group = 0; group < keys.size(); group++) {
            starts[group + 1] += starts[group];
        }
        int[] next = Arrays.copyOf(starts, keys.size());
        int[] rows = new int[starts[keys.size()]];
        long[] ordered = new long[times.isPresent() ? rows.length : 0];
        for (int row = 0; row < size; row++) {
            if (times.isEmpty()) {
                rows[next[numbers[row]]++] = row;
            } else if (!times.get().isNull(row)) {
                ordered[next[numbers[row]]] = Values.number(times.get(), row);
                rows[next[numbers[row]]++] = row;
            }
        }
        if (times.isPresent()) {
            TimeSort sort = new TimeSort(ordered, rows);
            for (int group = 0; group < keys.size(); group++) {
                sort.sort(starts[group], starts[group + 1]);
            }
        }
        return new Groups(keys, starts, rows, ordered);
    }

    private static void wantKeys(RowSet set, List<Integer> keys, Optional<Integer> time) {
        List<Integer> wanted = new ArrayList<>(keys);
        time.ifPresent(wanted::add);
        set.want(wanted, Rows.ALL);
    }

    private static List<Integer> places(Schema schema, List<String> names) {
        return names.stream().map(name -> schema.index(name, "the rows")).toList();
    }

    private static List<Column> columns(RowSet set, List<Integer> places, int[] rows, int count) {
        return places.stream().map(place -> set.column(place, rows, 0, count)).toList();
    }
}
