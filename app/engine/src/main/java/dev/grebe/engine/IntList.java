package dev.grebe.engine;

import java.util.Arrays;

/** A growing array of ints that counts against the budget. */
final class IntList {
    private final Budget budget;
    private final String use;
    private int[] values = new int[16];
    private int size;
    private long reserved;

    IntList(Budget budget, String use) {
        this.budget = budget;
        this.use = use;
    }

    void add(int value) {
        ensure(1);
        values[size++] = value;
    }

    void addAll(int[] added, int count) {
        ensure(count);
        System.arraycopy(added, 0, values, size, count);
        size += count;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return values[index];
    }

    /** The backing array: its first {@link #size} values count. */
    int[] array() {
        return values;
    }

    /** Gives back the memory: the values were copied elsewhere. */
    void release() {
        budget.release(reserved);
        reserved = 0;
    }

    /** Room for more values, growing by half. The old array is garbage at once and not counted twice. */
    private void ensure(int more) {
        long needed = (long) size + more;
        if (needed <= values.length) {
            return;
        }
        int capacity = Growth.length(values.length, needed, use);
        long bytes = 4L * (capacity - values.length);
        budget.reserve(bytes, use);
        reserved += bytes;
        values = Arrays.copyOf(values, capacity);
    }
}
