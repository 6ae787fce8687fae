package dev.grebe.pipeline;

import dev.grebe.plugin.LimitException;
import dev.grebe.plugin.Memory;
import java.util.concurrent.atomic.AtomicLong;

/** A budget of more than half of the heap, for reading outside of a run. */
final class HeapShare implements Memory {
    private final long limit = Runtime.getRuntime().maxMemory() / 10 * 6;
    private final AtomicLong used = new AtomicLong();

    @Override
    public void reserve(long bytes, String use) {
        if (used.addAndGet(bytes) > limit) {
            used.addAndGet(-bytes);
            throw new LimitException("memory: %s need %d MiB, more than is left of %d MiB. Raise -Xmx"
                    .formatted(use, bytes >> 20, limit >> 20));
        }
    }

    @Override
    public void release(long bytes) {
        used.addAndGet(-bytes);
    }
}
