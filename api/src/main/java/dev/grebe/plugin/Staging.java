package dev.grebe.plugin;

import java.io.OutputStream;

/** A file being written where nobody sees it. */
public interface Staging extends AutoCloseable {
    /** Where the bytes go; buffered. */
    OutputStream output();

    /** Closes the output and makes the file visible at once, in place of one that was there. */
    void commit();

    /** Removes the file unless it was committed; leaves no trace. */
    @Override
    void close();
}
