package dev.grebe.storage;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Visible;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CancellationException;
import org.apache.hadoop.fs.FSDataInputStream;

/** A file behind Hadoop's stream: positioned reads leave its own position alone, so threads can share it. */
final class HadoopInput implements RandomInput {
    private static final int COPY_BYTES = 1 << 16;

    private final FSDataInputStream stream;
    private final FileSlice file;

    HadoopInput(FSDataInputStream stream, FileSlice file) {
        this.stream = stream;
        this.file = file;
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public void read(long position, ByteBuffer buffer) {
        byte[] copy = buffer.hasArray() ? new byte[0] : new byte[Math.min(COPY_BYTES, buffer.remaining())];
        long expected = position + buffer.remaining();
        try {
            for (long at = position; buffer.hasRemaining(); ) {
                int count = buffer.hasArray() ? readDirectly(at, buffer) : readCopying(at, buffer, copy);
                if (count < 0) {
                    throw Changed.shorter(file, at, expected);
                }
                at += count;
            }
        } catch (InterruptedIOException e) {
            CancellationException cancelled = new CancellationException("reading " + file.path() + " was interrupted");
            cancelled.initCause(e);
            throw cancelled;
        } catch (IOException e) {
            throw new DataException("%s: byte %d: %s".formatted(Visible.of(file.path()), position, Reason.of(e)), e);
        }
    }

    private int readDirectly(long position, ByteBuffer buffer) throws IOException {
        int start = buffer.arrayOffset() + buffer.position();
        int count = stream.read(position, buffer.array(), start, buffer.remaining());
        if (count > 0) {
            buffer.position(buffer.position() + count);
        }
        return count;
    }

    private int readCopying(long position, ByteBuffer buffer, byte[] copy) throws IOException {
        int count = stream.read(position, copy, 0, Math.min(copy.length, buffer.remaining()));
        if (count > 0) {
            buffer.put(copy, 0, count);
        }
        return count;
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            // Nothing was written: what was read is right.
        }
    }
}
