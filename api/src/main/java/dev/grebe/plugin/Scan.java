package dev.grebe.plugin;

import java.util.List;

/**
 * A table in one run: keeps the list of files, what is known of them and a bounded number of open ones. Thread-safe;
 * readers of different splits are used by different threads.
 */
public interface Scan extends AutoCloseable {
    /** The units of work, in an order that depends on the files alone; without those that cannot match. */
    List<Split> splits();

    /**
     * Opens a split for the columns and rows wanted now. The engine reads a split in rounds: predicate columns of all
     * rows, then others of the rows that passed, so footers and indexes are kept from one to the next.
     *
     * @param columns names of requested columns; a batch's column i is the i-th of them. May be empty: then batches tell
     *     how many rows there are
     * @throws DataException if the file is gone, changed or damaged
     * @throws LimitException if the memory for its buffers is not there
     */
    Reader open(Split split, List<String> columns, Rows rows);

    /** Whether a further round costs about what it reads; otherwise the engine keeps what it will need. */
    boolean rereads();

    /** What became of the table's files and rows so far. */
    Account account();

    /**
     * Called once, after all splits were read: reports what only the whole table shows.
     *
     * @throws DataException if rows were read and a required column was in none of them
     */
    void finish();

    /** Closes files. Errors of closing are ignored: everything was read. */
    @Override
    void close();
}
