package dev.grebe.sources.parquet;

import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Storage;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the files used last open, up to a limit that only files in use exceed. */
final class OpenFiles implements AutoCloseable {
    private static final int KEPT = 64;
    private static final float LOAD = 0.75f;

    private final Storage storage;
    private final Map<FileSlice, Handle> handles = new LinkedHashMap<>(KEPT, LOAD, true);

    OpenFiles(Storage storage) {
        this.storage = storage;
    }

    /** Opens a file, or finds it open; who is done calls {@link #release}. */
    RandomInput acquire(FileSlice file) {
        Handle handle;
        synchronized (this) {
            handle = handles.computeIfAbsent(file, Handle::new);
            handle.users++;
        }
        try {
            RandomInput input = handle.open(storage); // outside of the lock: far files take their time
            synchronized (this) {
                closeIdle();
            }
            return input;
        } catch (RuntimeException e) {
            release(file);
            throw e;
        }
    }

    synchronized void release(FileSlice file) {
        Handle handle = handles.get(file);
        if (handle != null) {
            handle.users--;
            if (handle.users == 0 && !handle.isOpen()) {
                handles.remove(file);
            }
            closeIdle();
        }
    }

    private void closeIdle() {
        Iterator<Handle> eldest = handles.values().iterator();
        while (handles.size() > KEPT && eldest.hasNext()) {
            Handle handle = eldest.next();
            if (handle.users == 0) {
                handle.close();
                eldest.remove();
            }
        }
    }

    @Override
    public synchronized void close() {
        handles.values().forEach(Handle::close);
        handles.clear();
    }

    private static final class Handle {
        private final FileSlice file;
        private @Nullable RandomInput input;
        private int users;

        Handle(FileSlice file) {
            this.file = file;
        }

        synchronized RandomInput open(Storage storage) {
            RandomInput known = input;
            if (known == null) {
                known = storage.open(file);
                input = known;
            }
            return known;
        }

        synchronized boolean isOpen() {
            return input != null;
        }

        synchronized void close() {
            if (input != null) {
                input.close();
            }
        }
    }
}
