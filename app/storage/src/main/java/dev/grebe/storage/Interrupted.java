package dev.grebe.storage;

import dev.grebe.plugin.FileSlice;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CancellationException;

/** Reads that somebody cancelled: none of them has met a damaged file. */
final class Interrupted {
    private Interrupted() {}

    // Interrupting one reader closes the channel for all.
    static boolean is(IOException e) {
        return e instanceof ClosedChannelException || e instanceof InterruptedIOException;
    }

    static CancellationException of(FileSlice file, IOException e) {
        CancellationException cancelled = new CancellationException("reading " + file.path() + " was interrupted");
        cancelled.initCause(e);
        return cancelled;
    }
}
