package dev.grebe.sources.parquet;

import dev.grebe.plugin.Memory;

/** Bytes taken from a run's budget for one use, given back together. */
final class Reserved {
    private final Memory memory;
    private final String use;
    private long bytes;

    Reserved(Memory memory, String use) {
        this.memory = memory;
        this.use = use;
    }

    void add(long more) {
        memory.reserve(more, use);
        bytes += more;
    }

    void remove(long less) {
        memory.release(less);
        bytes -= less;
    }

    void releaseAll() {
        releaseTo(0);
    }

    /** Gives back all but so many bytes. */
    void releaseTo(long kept) {
        if (bytes > kept) {
            memory.release(bytes - kept);
            bytes = kept;
        }
    }
}
