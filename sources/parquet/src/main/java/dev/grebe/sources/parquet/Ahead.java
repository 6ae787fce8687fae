package dev.grebe.sources.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tasks that are worked off by a few threads while their results are taken in order. What a task throws comes out where its
 * result is taken; the tasks behind one at which the taker gives up are cancelled.
 */
final class Ahead<T> {
    /** Reading a footer is waiting, mostly, where files are far. */
    private static final int THREADS = 8;
    /** Fewer tasks are not worth a thread. */
    private static final int FEW = 4;

    private final List<Callable<T>> tasks = new ArrayList<>();
    private final List<Future<T>> running = new ArrayList<>();

    void add(Callable<T> task) {
        tasks.add(task);
    }

    /** Gives each result in the order of the tasks. */
    void forEach(Consumer<Supplier<T>> action) {
        if (tasks.size() < FEW) {
            tasks.forEach(task -> action.accept(() -> call(task)));
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(THREADS, tasks.size()), Ahead::thread);
        try {
            tasks.forEach(task -> running.add(threads.submit(task)));
            running.forEach(result -> action.accept(() -> await(result)));
        } finally {
            running.forEach(task -> task.cancel(false));
            end(threads);
        }
    }

    /** Waits for the tasks that have begun: they use files that will be closed. */
    private static void end(ExecutorService threads) {
        threads.shutdown();
        try {
            while (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                Thread.onSpinWait();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "footers");
        thread.setDaemon(true);
        return thread;
    }

    private static <T> T call(Callable<T> task) {
        try {
            return task.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T await(Future<T> result) {
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            } else if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
