package dev.grebe.storage;

import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.RandomInput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A listed file, open: what is said of it if it cannot be read, which is the same on all volumes. */
abstract class ListedInput implements RandomInput {
    private final FileSlice file;

    ListedInput(FileSlice file) {
        this.file = file;
    }

    /** Reads some of the buffer's remaining bytes, and says how many; negative at the end. By several threads at once. */
    abstract int read(ByteBuffer buffer, long position) throws IOException;

    abstract void closeFile() throws IOException;

    @Override
    public final long size() {
        return file.size();
    }

    @Override
    public final void read(long position, ByteBuffer buffer) {
        long expected = position + buffer.remaining();
        try {
            for (long at = position; buffer.hasRemaining(); ) {
                int count = read(buffer, at);
                if (count < 0) {
                    throw Changed.shorter(file, at, expected);
                }
                at += count;
            }
        } catch (IOException e) {
            throw Interrupted.is(e) ? Interrupted.of(file, e) : Cause.unreadable(file.path(), position, e);
        }
    }

    @Override
    public final void close() {
        try {
            closeFile();
        } catch (IOException e) {
            // Nothing was written: what was read is right.
        }
    }
}
