package dev.grebe.storage;

import dev.grebe.plugin.SinkException;
import dev.grebe.plugin.Staging;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Files being staged: they are removed when the JVM is told to end in the middle of a run. */
final class Unfinished {
    private static final Set<Staging> OPEN = new HashSet<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Unfinished::closeAll, "grebe-staging"));
    }

    private Unfinished() {}

    static void add(Staging staging) {
        synchronized (OPEN) {
            OPEN.add(staging);
        }
    }

    static void remove(Staging staging) {
        synchronized (OPEN) {
            OPEN.remove(staging);
        }
    }

    private static void closeAll() {
        List<Staging> open;
        synchronized (OPEN) {
            open = List.copyOf(OPEN);
        }
        for (Staging staging : open) {
            try {
                staging.close();
            } catch (SinkException e) {
                // The JVM is ending: the others are still to be removed, and nobody listens.
            }
        }
    }
}
