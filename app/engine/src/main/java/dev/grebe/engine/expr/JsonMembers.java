package dev.grebe.engine.expr;

import java.util.Arrays;

/**
 * The members of the bags that are being written, those of inner bags behind those of outer ones. When a bag ends, values
 * of equal keys change places: a bag of many keys is looked at once, by a hash table, whatever they are.
 */
final class JsonMembers {
    private static final int MULTIPLIER = 0x9E3779B1;
    private static final int GONE = -1;

    private final TextBuffer out;
    private final TextBuffer rewritten = new TextBuffer();
    /** Where the member begins, by its key. Its value begins behind the key's colon. */
    private int[] starts = new int[16];

    /** Behind its value. */
    private int[] ends = new int[16];

    private int[] valueStarts = new int[16];
    private int size;
    /** Numbers of members, from 1. */
    private int[] slots = {};

    JsonMembers(TextBuffer out) {
        this.out = out;
    }

    void reset() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** A member whose key and colon stand from there to the end of what is written. */
    void add(int start) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            valueStarts = Arrays.copyOf(valueStarts, size * 2);
        }
        starts[size] = start;
        valueStarts[size] = out.length();
        size++;
    }

    /** Ends the bag that begins there and whose members are those from that one on. */
    void close(int begin, int first) {
        for (int i = first; i < size; i++) {
            ends[i] = (i + 1 < size ? starts[i + 1] : out.length()) - 1;
        }
        if (size - first > 1 && hasEqualKeys(first)) {
            rewrite(begin, first);
        }
        size = first;
    }

    /** Gives the first of equal keys the value of the last; the others are gone. */
    private boolean hasEqualKeys(int first) {
        int capacity = Integer.highestOneBit(size - first) * 4;
        if (slots.length < capacity) {
            slots = new int[capacity];
        } else {
            Arrays.fill(slots, 0, capacity, 0);
        }
        boolean found = false;
        for (int i = first; i < size; i++) {
            int keyLength = valueStarts[i] - starts[i];
            int slot = slot(starts[i], keyLength, capacity);
            if (slots[slot] == 0) {
                slots[slot] = i + 1;
                continue;
            }
            int earlier = slots[slot] - 1;
            // Its own key still stands at its own start; only the value is another one's.
            valueStarts[earlier] = valueStarts[i];
            ends[earlier] = ends[i];
            valueStarts[i] = GONE;
            found = true;
        }
        return found;
    }

    private int slot(int start, int keyLength, int capacity) {
        byte[] bytes = out.bytes();
        int hash = keyLength;
        for (int at = start; at < start + keyLength; at++) {
            hash = (hash ^ bytes[at]) * MULTIPLIER;
        }
        int slot = (hash ^ hash >>> 15) & capacity - 1;
        while (slots[slot] != 0 && !isKey(slots[slot] - 1, start, keyLength)) {
            slot = slot + 1 & capacity - 1;
        }
        return slot;
    }

    private boolean isKey(int member, int start, int keyLength) {
        byte[] bytes = out.bytes();
        int own = starts[member];
        // A key ends where its colon stands behind its quote: equal bytes are equal keys, whatever follows.
        return own + keyLength <= out.length()
                && Arrays.equals(bytes, own, own + keyLength, bytes, start, start + keyLength);
    }

    private void rewrite(int begin, int first) {
        rewritten.clear();
        for (int i = first; i < size; i++) {
            if (valueStarts[i] == GONE) {
                continue;
            }
            rewritten.write((byte) (rewritten.length() == 0 ? '{' : ','));
            int key = starts[i];
            rewritten.write(out.bytes(), key, keyEnd(key) - key);
            rewritten.write(out.bytes(), valueStarts[i], ends[i] - valueStarts[i]);
        }
        rewritten.write((byte) '}');
        out.truncate(begin);
        out.write(rewritten.bytes(), 0, rewritten.length());
    }

    /** Behind the colon of the key that begins there. */
    private int keyEnd(int key) {
        byte[] bytes = out.bytes();
        int at = key + 1;
        while (bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        return at + 2;
    }
}
