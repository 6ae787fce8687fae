package dev.grebe.engine;

import dev.grebe.data.Column;
import java.util.Arrays;
import java.util.function.LongConsumer;

/** Texts one behind the other, by number from 0. */
final class TextPool {
    private final LongConsumer reserve;
    private final String use;
    private byte[] bytes = new byte[0];
    private int used;
    private int[] starts = new int[0];
    private int[] lengths = new int[0];
    private int size;

    /** @param reserve takes bytes from the budget */
    TextPool(LongConsumer reserve, String use) {
        this.reserve = reserve;
        this.use = use;
    }

    int size() {
        return size;
    }

    /** Copies a text and gives its number. */
    int add(byte[] text, int start, int length) {
        ensure(length);
        System.arraycopy(text, start, bytes, used, length);
        starts[size] = used;
        lengths[size] = length;
        used += length;
        return size++;
    }

    boolean equals(int number, byte[] text, int start, int length) {
        int own = starts[number];
        return lengths[number] == length && Arrays.equals(bytes, own, own + length, text, start, start + length);
    }

    /** All texts, as they are now: later ones do not change what was given. */
    Column.Bytes entries() {
        return new Column.Bytes(size, bytes, starts, lengths);
    }

    private void ensure(int length) {
        if (size == starts.length) {
            int capacity = Growth.length(size, size + 1L, use);
            reserve.accept(8L * (capacity - size));
            starts = Arrays.copyOf(starts, capacity);
            lengths = Arrays.copyOf(lengths, capacity);
        }
        long needed = (long) used + length;
        if (needed > bytes.length) {
            int capacity = Growth.length(bytes.length, needed, "bytes of " + use);
            reserve.accept(capacity - bytes.length);
            bytes = Arrays.copyOf(bytes, capacity);
        }
    }
}
