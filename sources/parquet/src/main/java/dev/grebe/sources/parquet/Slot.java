package dev.grebe.sources.parquet;

import dev.grebe.plugin.Memory;
import org.jspecify.annotations.Nullable;

/**
 * The buffers of one column being read: a window on the file and an inflated page. Columns may take turns with one slot;
 * who finds another the owner starts over.
 */
final class Slot {
    private final Reserved reserved;
    private @Nullable Object owner;

    byte[] window = {};
    /** The part of the file that the window holds. */
    long windowStart;

    int windowLength;
    byte[] page = {};

    Slot(Memory memory, String use) {
        reserved = new Reserved(memory, use);
    }

    /** Makes the caller the owner; false if it was not, and nothing in the buffers is its own. */
    boolean own(Object caller) {
        if (owner == caller) {
            return true;
        }
        owner = caller;
        windowLength = 0;
        return false;
    }

    /** Makes the window hold at least this many bytes; those in it are lost if it grows. */
    void ensureWindow(int bytes) {
        if (window.length < bytes) {
            windowLength = 0;
            int old = window.length;
            window = new byte[0];
            reserved.remove(old);
            reserved.add(bytes);
            window = new byte[bytes];
        }
    }

    /** Makes the page hold at least this many bytes. The old array goes before the new one comes. */
    void ensurePage(int bytes) {
        if (page.length < bytes) {
            int old = page.length;
            page = new byte[0];
            reserved.remove(old);
            reserved.add(bytes);
            page = new byte[bytes];
        }
    }

    long size() {
        return (long) window.length + page.length;
    }

    void free() {
        owner = null;
        windowLength = 0;
        window = new byte[0];
        page = new byte[0];
        reserved.releaseAll();
    }
}
