package dev.grebe.storage;

import dev.grebe.plugin.FileSlice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileRange;
import org.apache.hadoop.util.functional.FutureIO;

/** A file behind Hadoop's stream: positioned reads leave its own position alone, so threads can share it. */
final class HadoopInput extends ListedInput {
    private static final int COPY_BYTES = 1 << 16;

    private final FSDataInputStream stream;
    private final Requests requests;
    private final boolean inRanges;

    /** @param inRanges whether the storage is asked for ranges of bytes, each a request of its own */
    HadoopInput(FSDataInputStream stream, FileSlice file, Requests requests, boolean inRanges) {
        super(file);
        this.stream = stream;
        this.requests = requests;
        this.inRanges = inRanges;
    }

    @Override
    int read(ByteBuffer buffer, long position) throws IOException {
        requests.reads.increment();
        int count = inRanges ? readRange(buffer, position) : readSome(buffer, position);
        requests.bytesRead.add(Math.max(0, count));
        return count;
    }

    /** Exactly these bytes, and at the same time as other threads get theirs: a plain read would wait for them. */
    private int readRange(ByteBuffer buffer, long position) throws IOException {
        int length = (int) Math.min(buffer.remaining(), size() - position);
        if (length <= 0) {
            return -1;
        }
        FileRange range = FileRange.createFileRange(position, length);
        stream.readVectored(List.of(range), ByteBuffer::allocate);
        buffer.put(FutureIO.awaitFuture(range.getData()));
        return length;
    }

    private int readSome(ByteBuffer buffer, long position) throws IOException {
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
