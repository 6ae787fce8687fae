package dev.grebe.engine;

import dev.grebe.data.Column;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The rows of one side of a join, grouped by key in one array, and each group in order of time where a time matters.
 * Rows without that time are left out.
 */
final class KeyGroups {
    private final KeyTable keys;
    /** Rows of group g are {@code rows[starts[g]]} to before {@code rows[starts[g + 1]]}. */
    private final int[] starts;

    private final int[] rows;
    private final long[] times;

    private KeyGroups(KeyTable keys, int[] numbers, Optional<Column> time) {
        this.keys = keys;
        this.starts = new int[keys.size() + 1];
        for (int row = 0; row < numbers.length; row++) {
            starts[numbers[row] + 1] += isGrouped(time, row) ? 1 : 0;
        }
        for (int group = 0; group < keys.size(); group++) {
            starts[group + 1] += starts[group];
        }
        this.rows = new int[starts[keys.size()]];
        this.times = new long[time.isPresent() ? rows.length : 0];
        int[] next = Arrays.copyOf(starts, keys.size());
        for (int row = 0; row < numbers.length; row++) {
            if (isGrouped(time, row)) {
                int at = next[numbers[row]]++;
                rows[at] = row;
                if (time.isPresent()) {
                    times[at] = Values.number(time.get(), row);
                }
            }
        }
        TimeSort sort = new TimeSort(times, rows);
        for (int group = 0; time.isPresent() && group < keys.size(); group++) {
            sort.sort(starts[group], starts[group + 1]);
        }
    }

    private static boolean isGrouped(Optional<Column> time, int row) {
        return time.isEmpty() || !time.get().isNull(row);
    }

    /** @param time the column by which groups are ordered, by place */
    static KeyGroups of(
            RowSet set, List<Integer> places, Optional<Integer> time, int batchRows, Budget budget, String use) {
        List<Integer> wanted = new ArrayList<>(places);
        time.ifPresent(wanted::add);
        set.want(wanted, Rows.ALL);
        int size = set.size();
        List<Type> types =
                places.stream().map(place -> set.schema().field(place).type()).toList();
        KeyTable keys = new KeyTable(types, budget, use);
        budget.reserve(8L * size + (time.isPresent() ? 8L * size : 0), use);
        int[] numbers = new int[size];
        int[] part = new int[batchRows];
        for (int from = 0; from < size; from += batchRows) {
            Workers.requireUninterrupted();
            int count = Math.min(batchRows, size - from);
            int[] batch = RowNumbers.range(from, count);
            List<Column> columns = places.stream()
                    .map(place -> set.column(place, batch, 0, count))
                    .toList();
            keys.add(columns, RowNumbers.upTo(count), count, part);
            System.arraycopy(part, 0, numbers, from, count);
        }
        return new KeyGroups(keys, numbers, time.map(place -> set.column(place, RowNumbers.upTo(size), 0, size)));
    }

    KeyTable keys() {
        return keys;
    }

    /** Appends the rows of a group. */
    void appendAll(int group, IntList target) {
        for (int at = starts[group]; at < starts[group + 1]; at++) {
            target.add(rows[at]);
        }
    }

    /** Appends the rows of a group whose time is from {@code first} to {@code last}, both inclusive. */
    void appendBetween(int group, long first, long last, IntList target) {
        int end = starts[group + 1];
        for (int at = firstFrom(starts[group], end, first); at < end && times[at] <= last; at++) {
            target.add(rows[at]);
        }
    }

    private int firstFrom(int from, int to, long time) {
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
}
