package dev.grebe.engine;

/** Sorts ranges of times and moves row numbers along. A merge sort: times mostly arrive in runs. */
final class TimeSort {
    private final long[] times;
    private final int[] rows;
    private long[] timeScratch = new long[0];
    private int[] rowScratch = new int[0];

    TimeSort(long[] times, int[] rows) {
        this.times = times;
        this.rows = rows;
    }

    void sort(int from, int to) {
        if (to - from < 2) {
            return;
        }
        if (timeScratch.length < to - from) {
            timeScratch = new long[to - from];
            rowScratch = new int[to - from];
        }
        split(from, to);
    }

    private void split(int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        split(from, middle);
        split(middle, to);
        if (times[middle - 1] > times[middle]) {
            merge(from, middle, to);
        }
    }

    private void merge(int from, int middle, int to) {
        int moved = middle - from;
        System.arraycopy(times, from, timeScratch, 0, moved);
        System.arraycopy(rows, from, rowScratch, 0, moved);
        int left = 0;
        int right = middle;
        int at = from;
        while (left < moved) {
            if (right < to && times[right] < timeScratch[left]) {
                times[at] = times[right];
                rows[at++] = rows[right++];
            } else {
                times[at] = timeScratch[left];
                rows[at++] = rowScratch[left++];
            }
        }
    }
}
