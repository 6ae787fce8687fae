package dev.grebe.plugin;

/**
 * What a run does with bad input of one table: it ends at the first, or sets it aside and counts it. Either way no bad row
 * is delivered. Thread-safe.
 *
 * <p>A row is handed over before any row of its batch is delivered, and again whenever the source meets it again; it counts
 * once. A file is handed over before any row of it was delivered. What is found wrong later ends the attempt with a
 * {@link DataException} that carries a {@link Rejection}: where bad files are set aside, the run starts again without that
 * file.
 */
public interface Rejects {
    /** Ends the run at the first bad row or file. */
    Rejects FAIL = new Rejects() {
        @Override
        public void row(Rejection row) {
            throw new DataException(row);
        }

        @Override
        public void file(Rejection file) {
            throw new DataException(file);
        }

        @Override
        public boolean contains(String file) {
            return false;
        }

        @Override
        public boolean tolerates() {
            return false;
        }
    };

    /**
     * Refuses a row; the source leaves it out and counts it as rejected.
     *
     * @throws DataException if the run ends with it
     */
    void row(Rejection row);

    /**
     * Refuses a file; the source leaves all of it out.
     *
     * @throws DataException if the run ends with it
     */
    void file(Rejection file);

    /** Whether a file of the list was refused, now or in an attempt before: it is left out and not opened. */
    boolean contains(String file);

    /** Whether bad rows are set aside. Then a source that decodes late must find them before it delivers their rows. */
    boolean tolerates();
}
