package dev.grebe.storage;

import dev.grebe.plugin.SinkException;
import dev.grebe.plugin.Staging;
import dev.grebe.plugin.Visible;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A hidden file beside its target, renamed onto it: the steps, which are the same on all volumes. */
abstract class HiddenFile implements Staging {
    private static final int BUFFER_BYTES = 1 << 16;

    private final String shown;
    private final String hidden;
    private final OutputStream output;
    private boolean done;

    /**
     * @param shown the target as people wrote it
     * @param hidden what a message calls the hidden file
     */
    HiddenFile(String shown, String hidden, OutputStream file) {
        this.shown = shown;
        this.hidden = hidden;
        this.output = new BufferedOutputStream(file, BUFFER_BYTES);
    }

    /** Makes what was written durable. */
    abstract void sync() throws IOException;

    /** Renames the closed file onto its target. */
    abstract void publish() throws IOException;

    /** Closes the file and removes it, and the folders that were made for it. */
    abstract void discard() throws IOException;

    @Override
    public final OutputStream output() {
        return output;
    }

    @Override
    public final synchronized void commit() {
        if (done) {
            throw new IllegalStateException(shown + " was committed or closed before");
        }
        try {
            output.flush();
            sync();
            output.close();
            publish();
        } catch (IOException e) {
            close();
            throw new SinkException("%s: cannot be written: %s".formatted(Visible.of(shown), Cause.of(e)), e);
        }
        done = true;
        Unfinished.remove(this);
    }

    @Override
    public final synchronized void close() {
        if (done) {
            return;
        }
        done = true;
        try {
            discard();
        } catch (IOException e) {
            throw new SinkException(
                    "%s: %s cannot be removed: %s".formatted(Visible.of(shown), Visible.of(hidden), Cause.of(e)), e);
        } finally {
            Unfinished.remove(this);
        }
    }
}
