package dev.grebe.sources.jsonl;

import dev.grebe.plugin.RandomInput;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.LongAdder;

/** The bytes of a file from a place on, to its end as it was listed. */
final class StoredBytes implements ByteStream {
    private final RandomInput input;
    private final long end;
    private final LongAdder bytesRead;
    private long position;

    /** @param bytesRead counts what is taken from storage */
    StoredBytes(RandomInput input, long start, long end, LongAdder bytesRead) {
        this.input = input;
        this.position = start;
        this.end = end;
        this.bytesRead = bytesRead;
    }

    @Override
    public int read(byte[] target, int start, int length) {
        int count = (int) Math.min(length, end - position);
        if (count <= 0) {
            return -1;
        }
        input.read(position, ByteBuffer.wrap(target, start, count));
        position += count;
        bytesRead.add(count);
        return count;
    }

    @Override
    public void close() {
        input.close();
    }
}
