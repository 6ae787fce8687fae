package dev.grebe.storage;

import dev.grebe.plugin.FileSlice;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hadoop.fs.FSDataInputStream;

/** A file behind Hadoop's stream: positioned reads leave its own position alone, so threads can share it. */
final class HadoopInput extends ListedInput {
    private static final int COPY_BYTES = 1 << 16;

    private final FSDataInputStream stream;

    HadoopInput(FSDataInputStream stream, FileSlice file) {
        super(file);
        this.stream = stream;
    }

    @Override
    int read(ByteBuffer buffer, long position) throws IOException {
        return buffer.hasArray() ? readDirectly(buffer, position) : readCopying(buffer, position);
    }

    private int readDirectly(ByteBuffer buffer, long position) throws IOException {
        int start = buffer.arrayOffset() + buffer.position();
        int count = stream.read(position, buffer.array(), start, buffer.remaining());
        if (count > 0) {
            buffer.position(buffer.position() + count);
        }
        return count;
    }

    private int readCopying(ByteBuffer buffer, long position) throws IOException {
        byte[] copy = new byte[Math.min(COPY_BYTES, buffer.remaining())];
        int count = stream.read(position, copy, 0, copy.length);
        if (count > 0) {
            buffer.put(copy, 0, count);
        }
        return count;
    }

    @Override
    void closeFile() throws IOException {
        stream.close();
    }
}
