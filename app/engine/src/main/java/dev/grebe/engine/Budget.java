package dev.grebe.engine;

import dev.grebe.plugin.LimitException;
import dev.grebe.plugin.Memory;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** The memory budget of one execution. */
final class Budget implements Memory {
    private static final long MIB = 1 << 20;

    private final long limit;
    private final AtomicLong used = new AtomicLong();

    Budget(long limit) {
        this.limit = limit;
    }

    @Override
    public void reserve(long bytes, String use) {
        long now = used.addAndGet(bytes);
        if (now > limit) {
            used.addAndGet(-bytes);
            throw new LimitException(
                    "memory: %s need %s, %s of %s are in use. Raise run.memory (and -Xmx), or narrow the run's window"
                            .formatted(use, amount(bytes), amount(now - bytes), amount(limit)));
        }
    }

    @Override
    public void release(long bytes) {
        used.addAndGet(-bytes);
    }

    long used() {
        return used.get();
    }

    private static String amount(long bytes) {
        return bytes < MIB
                ? String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0)
                : String.format(Locale.ROOT, "%.1f MiB", (double) bytes / MIB);
    }
}
