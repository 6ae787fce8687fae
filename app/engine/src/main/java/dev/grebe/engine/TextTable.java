package dev.grebe.engine;

import dev.grebe.data.Column;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.LongConsumer;

/** Distinct texts, numbered from 0 in order of arrival: an open hash table with linear probing over a pool of bytes. */
final class TextTable {
    static final int ABSENT = -1;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final LongConsumer reserve;
    private final String use;
    private final TextPool pool;
    private int[] slots = new int[16];
    private int[] hashes = new int[16];

    TextTable(LongConsumer reserve, String use) {
        this.reserve = reserve;
        this.use = use;
        this.pool = new TextPool(reserve, use);
    }

    /** The text's number, a new one if it was not there. */
    int intern(byte[] text, int start, int length) {
        int hash = hash(text, start, length);
        int slot = slot(hash, text, start, length);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        int number = pool.add(text, start, length);
        if (number == hashes.length) {
            reserve.accept(4L * (hashes.length >> 1));
            hashes = Arrays.copyOf(hashes, number + (number >> 1));
        }
        hashes[number] = hash;
        slots[slot] = number + 1;
        if (2 * pool.size() > slots.length) {
            rehash();
        }
        return number;
    }

    /** The text's number, or {@link #ABSENT}. */
    int find(byte[] text, int start, int length) {
        return slots[slot(hash(text, start, length), text, start, length)] - 1;
    }

    Column.Bytes entries() {
        return pool.entries();
    }

    /** The slot that holds the text, or the free one where it belongs. */
    private int slot(int hash, byte[] text, int start, int length) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (hashes[number] == hash && pool.equals(number, text, start, length)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void rehash() {
        int capacity = Growth.doubled(slots.length, use);
        reserve.accept(4L * (capacity - slots.length));
        slots = new int[capacity];
        for (int number = 0; number < pool.size(); number++) {
            int slot = hashes[number] & (capacity - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (capacity - 1);
            }
            slots[slot] = number + 1;
        }
    }

    private static int hash(byte[] text, int start, int length) {
        long hash = length;
        int at = start;
        for (int end = start + length - 7; at < end; at += 8) {
            hash = mixed(hash ^ (long) LONGS.get(text, at));
        }
        long rest = 0;
        for (int end = start + length; at < end; at++) {
            rest = rest << 8 | text[at] & 0xFF;
        }
        hash = mixed(hash ^ rest);
        return (int) (hash ^ hash >>> 32);
    }

    private static long mixed(long value) {
        long mixed = value * MULTIPLIER;
        return mixed ^ mixed >>> 29;
    }
}
