package dev.grebe.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.LongAdder;

/** Counts what is read. */
final class CountedStream extends FilterInputStream {
    private final LongAdder bytes;

    CountedStream(InputStream stream, LongAdder bytes) {
        super(stream);
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        bytes.add(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        bytes.add(Math.max(0, count));
        return count;
    }
}
