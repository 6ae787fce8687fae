package dev.grebe.storage;

import dev.grebe.plugin.FileSlice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A local file, read through its channel. */
final class LocalInput extends ListedInput {
    private final FileChannel channel;

    LocalInput(FileChannel channel, FileSlice file) {
        super(file);
        this.channel = channel;
    }

    @Override
    int read(ByteBuffer buffer, long position) throws IOException {
        return channel.read(buffer, position);
    }

    @Override
    void closeFile() throws IOException {
        channel.close();
    }
}
