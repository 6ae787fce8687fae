package dev.grebe.sources.parquet;

import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Storage;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

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
    synchronized RandomInput acquire(FileSlice file) {
        Handle handle = handles.get(file);
        if (handle == null) {
            handle = new Handle(storage.open(file));
            handles.put(file, handle);
        }
        handle.users++;
        closeIdle();
        return handle.input;
    }

    synchronized void release(FileSlice file) {
        Handle handle = handles.get(file);
        if (handle != null) {
            handle.users--;
            closeIdle();
        }
    }

    private void closeIdle() {
        Iterator<Handle> eldest = handles.values().iterator();
        while (handles.size() > KEPT && eldest.hasNext()) {
            Handle handle = eldest.next();
            if (handle.users == 0) {
                handle.input.close();
                eldest.remove();
            }
        }
    }

    @Override
    public synchronized void close() {
        handles.values().forEach(handle -> handle.input.close());
        handles.clear();
    }

    private static final class Handle {
        private final RandomInput input;
        private int users;

        Handle(RandomInput input) {
            this.input = input;
        }
    }
}
