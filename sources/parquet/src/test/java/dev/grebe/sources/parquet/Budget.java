package dev.grebe.sources.parquet;

import dev.grebe.plugin.LimitException;
import dev.grebe.plugin.Memory;

/** A budget that tells how much of it is taken. */
final class Budget implements Memory {
    private final long limit;
    private long taken;

    Budget(long limit) {
        this.limit = limit;
    }

    @Override
    public synchronized void reserve(long bytes, String use) {
        if (bytes < 0 || taken + bytes > limit) {
            throw new LimitException("memory: %s need %d bytes of %d".formatted(use, bytes, limit - taken));
        }
        taken += bytes;
    }

    @Override
    public synchronized void release(long bytes) {
        taken -= bytes;
        if (bytes < 0 || taken < 0) {
            throw new IllegalStateException("more was given back than taken");
        }
    }

    synchronized long taken() {
        return taken;
    }
}
