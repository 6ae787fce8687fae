package dev.grebe.engine;

import dev.grebe.plugin.Rows;
import java.util.Arrays;
import java.util.BitSet;

/** Sets of row numbers. */
final class RowNumbers {
    private RowNumbers() {}

    /** The numbers, ascending and each once, without the negative ones. */
    static Rows sorted(int[] rows, int from, int count, int size) {
        boolean ascending = count > 0 && rows[from] >= 0;
        for (int i = from + 1; ascending && i < from + count; i++) {
            ascending = rows[i - 1] < rows[i];
        }
        if (ascending) {
            return count == size ? Rows.ALL : Rows.at(Arrays.copyOfRange(rows, from, from + count), count);
        }
        BitSet set = new BitSet(size);
        for (int i = from; i < from + count; i++) {
            if (rows[i] >= 0) {
                set.set(rows[i]);
            }
        }
        int[] sorted = set.stream().toArray();
        return sorted.length == size ? Rows.ALL : Rows.at(sorted, sorted.length);
    }

    /** The numbers that these rows stand for. */
    static Rows through(int[] numbers, int count, Rows rows, int size) {
        if (rows instanceof Rows.At at) {
            int[] mapped = Gather.ints(numbers, at.positions(), 0, at.count());
            return sorted(mapped, 0, mapped.length, size);
        }
        return sorted(numbers, 0, count, size);
    }

    static int[] range(int from, int count) {
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = from + i;
        }
        return rows;
    }

    static int[] upTo(int size) {
        return range(0, size);
    }
}
