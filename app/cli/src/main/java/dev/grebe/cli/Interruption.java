package dev.grebe.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C in good order: the thread that works is interrupted, and the process ends when it has withdrawn what nobody
 * may see, or after a while if it does not.
 */
final class Interruption {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Thread worker;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "interruption");

    private Interruption(Thread worker) {
        this.worker = worker;
    }

    /** From now until {@link #workIsDone}, the end of the process waits for the current thread. */
    static Interruption ofThisThread() {
        Interruption interruption = new Interruption(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    void workIsDone() {
        done.countDown();
    }

    private void stop() {
        if (done.getCount() == 0) {
            return;
        }
        worker.interrupt();
        try {
            if (!done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("error: the run does not stop; ending it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
