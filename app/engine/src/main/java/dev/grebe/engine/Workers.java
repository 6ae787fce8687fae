package dev.grebe.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A fixed number of threads that share the tasks of a stage. The first failure, or an interrupt, stops them all. */
final class Workers implements AutoCloseable {
    private final int count;
    private final ExecutorService threads;

    Workers(int count) {
        this.count = count;
        this.threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "grebe-worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Runs tasks 0 to {@code tasks - 1}; results stand in the order of the tasks, whoever ran them.
     *
     * @param perWorker makes what a worker keeps for itself and uses for all of its tasks
     */
    <T> List<T> run(int tasks, Supplier<IntFunction<T>> perWorker) {
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean stopped = new AtomicBoolean();
        AtomicReferenceArray<@Nullable T> results = new AtomicReferenceArray<>(tasks);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < Math.min(count, tasks); i++) {
            running.add(threads.submit(() -> {
                try {
                    IntFunction<T> worker = perWorker.get();
                    for (int task = next.getAndIncrement(); task < tasks; task = next.getAndIncrement()) {
                        if (stopped.get()) {
                            return;
                        }
                        results.set(task, worker.apply(task));
                    }
                } catch (RuntimeException | Error failure) {
                    stopped.set(true);
                    throw failure;
                }
            }));
        }
        await(running, stopped);
        List<T> list = new ArrayList<>(tasks);
        for (int task = 0; task < tasks; task++) {
            list.add(Objects.requireNonNull(results.get(task)));
        }
        return list;
    }

    /**
     * For long work of the main thread, once a batch.
     *
     * @throws CancellationException if the thread was interrupted
     */
    static void requireUninterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
    }

    /** Waits for all, also behind a failure: nobody may use a scan that is being closed. */
    private static void await(List<Future<?>> running, AtomicBoolean stopped) {
        Throwable failure = null;
        boolean interrupted = false;
        for (Future<?> worker : running) {
            boolean done = false;
            while (!done) {
                try {
                    worker.get();
                    done = true;
                } catch (InterruptedException e) {
                    interrupted = true;
                    stopped.set(true);
                } catch (ExecutionException e) {
                    failure = failure == null ? e.getCause() : failure;
                    done = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } else if (failure instanceof RuntimeException exception) {
            throw exception;
        } else if (failure instanceof Error error) {
            throw error;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
