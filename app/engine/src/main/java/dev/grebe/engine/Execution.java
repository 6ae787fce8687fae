package dev.grebe.engine;

/** Queries that are planned and whose scans are open. Runs once. */
public interface Execution extends AutoCloseable {
    /** The logical plans, the stages with their reasons, what is pushed down, and the columns of each scan, for people. */
    String explain();

    /**
     * Runs the queries. Interrupting the thread stops the workers and throws {@link java.util.concurrent.CancellationException}.
     *
     * @throws dev.grebe.plugin.DataException if a file turns out to be damaged
     * @throws dev.grebe.plugin.LimitException if the memory budget is too small
     */
    Outcome run(Progress progress);

    @Override
    void close();
}
