package dev.grebe.sources.parquet;

import java.util.Arrays;

/**
 * Some rows of a row group, as ranges.
 *
 * @param bounds first row and the one behind the last of each range, ascending
 */
record RowRanges(int[] bounds) {
    static RowRanges all(int rows) {
        return new RowRanges(rows == 0 ? new int[0] : new int[] {0, rows});
    }

    /** The rows of the pages that are marked. */
    static RowRanges of(OffsetIndex index, boolean[] marked) {
        int[] bounds = new int[2 * marked.length];
        int used = 0;
        for (int page = 0; page < marked.length; page++) {
            int from = index.firstRows()[page];
            int to = index.firstRows()[page + 1];
            if (marked[page] && from < to) {
                if (used == 0 || bounds[used - 1] < from) {
                    bounds[used++] = from;
                    used++;
                }
                bounds[used - 1] = to;
            }
        }
        return new RowRanges(Arrays.copyOf(bounds, used));
    }

    int count() {
        int count = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            count += bounds[i + 1] - bounds[i];
        }
        return count;
    }

    RowRanges and(RowRanges other) {
        int[] both = new int[bounds.length + other.bounds.length];
        int used = 0;
        int i = 0;
        int k = 0;
        while (i < bounds.length && k < other.bounds.length) {
            int from = Math.max(bounds[i], other.bounds[k]);
            int to = Math.min(bounds[i + 1], other.bounds[k + 1]);
            if (from < to) {
                both[used++] = from;
                both[used++] = to;
            }
            if (bounds[i + 1] < other.bounds[k + 1]) {
                i += 2;
            } else {
                k += 2;
            }
        }
        return new RowRanges(Arrays.copyOf(both, used));
    }

    /** The rows one by one, without some of them. */
    int[] rowsWithout(int[] left) {
        int[] rows = new int[count() - left.length];
        int used = 0;
        int next = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            for (int row = bounds[i]; row < bounds[i + 1]; row++) {
                if (next < left.length && left[next] == row) {
                    next++;
                } else {
                    rows[used++] = row;
                }
            }
        }
        return rows;
    }
}
