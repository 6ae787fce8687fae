package dev.grebe.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C in good order: the thread that works is interrupted, withdraws what nobody may see, and the process ends as it
 * always does. A further Ctrl-C, or a thread that does not listen, ends it at once; signals that follow the first within
 * a moment are one impatient hand, or one signal that came by two ways, and change nothing. What is ended at once leaves
 * no findings either, but may leave no report.
 *
 * <p>A shutdown hook would come too late: once the JVM shuts down, Hadoop closes its file systems beside it, and
 * classes that want a hook of their own fail to load.
 */
final class Interruption {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final List<String> SIGNALS = List.of("INT", "TERM");
    /** What a shell calls the end by a signal: this and the signal's number. */
    private static final int BY_SIGNAL = 128;

    private final Thread worker;
    private final PrintStream err;
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicReference<@Nullable Heard> first = new AtomicReference<>();

    private record Heard(int signal, long nanos) {}

    private Interruption(Thread worker, PrintStream err) {
        this.worker = worker;
        this.err = err;
    }

    /** From now until {@link #exitCode}, signals interrupt the current thread. */
    static Interruption ofThisThread(PrintStream err) {
        Interruption interruption = new Interruption(Thread.currentThread(), err);
        SIGNALS.forEach(name -> Signals.listen(name, interruption::hear));
        return interruption;
    }

    /** The exit code of a worker that is done: of the signal if one made it fail. */
    int exitCode(int code) {
        done.countDown();
        Heard heard = first.get();
        return code == 0 || heard == null ? code : BY_SIGNAL + heard.signal();
    }

    /** Runs in a thread of its own for each signal. */
    private void hear(int signal) {
        int code = BY_SIGNAL + signal;
        Heard heard = new Heard(signal, System.nanoTime());
        Heard before = first.compareAndExchange(null, heard);
        if (before != null) {
            if (heard.nanos() - before.nanos() > MOMENT.toNanos()) {
                System.exit(code);
            }
            return;
        }
        worker.interrupt();
        try {
            if (!done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                err.println("error: the run does not stop; ending it");
                System.exit(code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
