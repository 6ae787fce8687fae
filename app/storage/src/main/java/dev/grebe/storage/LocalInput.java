package dev.grebe.storage;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Visible;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.concurrent.CancellationException;

/** A local file, read through its channel. */
final class LocalInput implements RandomInput {
    private final FileChannel channel;
    private final FileSlice file;

    LocalInput(FileChannel channel, FileSlice file) {
        this.channel = channel;
        this.file = file;
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public void read(long position, ByteBuffer buffer) {
        long expected = position + buffer.remaining();
        try {
            for (long at = position; buffer.hasRemaining(); ) {
                int count = channel.read(buffer, at);
                if (count < 0) {
                    throw Changed.shorter(file, at, expected);
                }
                at += count;
            }
        } catch (ClosedChannelException e) {
            // Interrupting one reader closes the channel for all: none of them has met a damaged file.
            CancellationException cancelled = new CancellationException("reading " + file.path() + " was interrupted");
            cancelled.initCause(e);
            throw cancelled;
        } catch (IOException e) {
            throw new DataException("%s: byte %d: %s".formatted(Visible.of(file.path()), position, Reason.of(e)), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing was written: what was read is right.
        }
    }
}
