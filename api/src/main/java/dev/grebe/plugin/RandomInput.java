package dev.grebe.plugin;

import java.nio.ByteBuffer;

/** A file open for reading at any place. Thread-safe. */
public interface RandomInput extends AutoCloseable {
    /** Bytes in the file, as listed. */
    long size();

    /**
     * Fills the buffer's remaining bytes from a place of the file.
     *
     * @throws DataException naming the file if it ends before, or cannot be read
     */
    void read(long position, ByteBuffer buffer);

    @Override
    void close();
}
