package dev.grebe.plugin;

import java.io.OutputStream;

/** A file being written where nobody sees it. */
public interface Staging extends AutoCloseable {
    /** Where the bytes go; buffered. */
    OutputStream output();

    /**
     * Closes the output and makes the file visible at once, in place of one that was there.
     *
     * @throws SinkException if that fails; nothing is visible and the file is gone then
     * @throws IllegalStateException if it was committed or closed before
     */
    void commit();

    /**
     * Removes the file unless it was committed; leaves no trace.
     *
     * @throws SinkException naming the file if it cannot be removed
     */
    @Override
    void close();
}
