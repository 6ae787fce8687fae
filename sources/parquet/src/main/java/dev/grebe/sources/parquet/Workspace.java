package dev.grebe.sources.parquet;

import dev.grebe.plugin.Memory;
import java.util.ArrayList;
import java.util.List;

/** What one open reader works with; used again by the next, so that a scan has as many as readers at a time. */
final class Workspace {
    /** Rows that are decoded at a time. */
    static final int BLOCK = 4096;

    private static final long KEPT_BYTES = 24L << 20;

    private final Memory memory;
    private final String use;
    private final List<Slot> slots = new ArrayList<>();

    final Codec codec = new Codec();
    final PageHeader header = new PageHeader();
    final int[] wanted = new int[BLOCK];
    final int[] places = new int[BLOCK];
    final int[] nulls = new int[BLOCK];
    final int[] ids = new int[BLOCK];
    final long[] longs = new long[BLOCK];

    Workspace(Memory memory, String table) {
        this.memory = memory;
        use = "page buffers of " + table;
    }

    Slot slot(int index) {
        while (slots.size() <= index) {
            slots.add(new Slot(memory, use));
        }
        return slots.get(index);
    }

    /** Before it waits for its next reader: gives back what only a wide one needs. */
    void rest() {
        if (slots.stream().mapToLong(Slot::size).sum() > KEPT_BYTES) {
            slots.stream().skip(1).forEach(Slot::free);
        }
    }

    void free() {
        slots.forEach(Slot::free);
        codec.close();
    }
}
