package dev.grebe.storage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Lists folders, several at a time: what takes the time is to wait for the storage. */
final class Lister implements AutoCloseable {
    private static final int THREADS = 16;

    private final Volume volume;
    private @Nullable ExecutorService workers;

    Lister(Volume volume) {
        this.volume = volume;
    }

    /** What a folder holds; or why that cannot be found out, and nothing. */
    record Content(List<Entry> entries, @Nullable IOException failure) {}

    /** What each of some folders holds, in their order. */
    List<Content> list(List<String> folders) {
        if (folders.size() == 1) {
            return List.of(content(folders.get(0)));
        }
        if (workers == null) {
            workers = Executors.newFixedThreadPool(THREADS, task -> {
                Thread thread = new Thread(task, "grebe-listing");
                thread.setDaemon(true);
                return thread;
            });
        }
        List<Future<Content>> pending = new ArrayList<>();
        for (String folder : folders) {
            pending.add(workers.submit(() -> content(folder)));
        }
        List<Content> contents = new ArrayList<>();
        for (Future<Content> future : pending) {
            contents.add(of(future));
        }
        return contents;
    }

    private static Content of(Future<Content> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("listing was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("listing failed", e.getCause());
        }
    }

    private Content content(String folder) {
        try {
            return new Content(volume.children(folder), null);
        } catch (IOException e) {
            return new Content(List.of(), e);
        }
    }

    @Override
    public void close() {
        if (workers != null) {
            workers.shutdownNow();
        }
    }
}
