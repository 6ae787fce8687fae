package dev.grebe.plugin;

/**
 * Where findings go. A run stages all of them, then commits every sink; before that nobody sees any, after an abort
 * there is no trace. Used by one thread.
 */
public interface Sink {
    /** What a repeated commit of one run does to the target. */
    enum Delivery {
        /** All of a run's findings become visible at once, exactly once. */
        ATOMIC,
        /** Findings may arrive twice and are recognised by id. */
        IDEMPOTENT,
        /** Findings may arrive twice. */
        AT_LEAST_ONCE
    }

    /** What this sink promises. */
    Delivery delivery();

    /**
     * Begins to stage a run's findings.
     *
     * @throws SinkException if the target cannot take them
     */
    Staged stage(Run run);

    /**
     * Makes what was staged visible.
     *
     * @param receipt what {@link Staged#finish} gave
     * @throws SinkException if nothing was staged for the run, or it cannot be made visible
     */
    void commit(Run run, String receipt);

    /**
     * Whether the target shows this run's findings: asks it, so that a lost answer settles itself.
     *
     * @throws SinkException if the target does not say
     */
    boolean committed(Run run);

    /**
     * Forgets what was staged; nothing if there was nothing.
     *
     * @throws SinkException if a trace is left
     */
    void abort(Run run);

    /** Takes findings, in order of (time, detector, id). */
    interface Staged extends AutoCloseable {
        /**
         * Takes one finding; nobody sees it yet.
         *
         * @throws SinkException if the target cannot take it
         */
        void accept(Finding finding);

        /**
         * Ends the staging; the receipt names it to {@link Sink#commit}.
         *
         * @throws SinkException if the target cannot take all of it
         */
        String finish();

        @Override
        void close();
    }
}
