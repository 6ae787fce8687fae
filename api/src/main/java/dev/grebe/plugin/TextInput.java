package dev.grebe.plugin;

/** The decompressed bytes of a text file, from some place to its end. Used by one thread at a time. */
public interface TextInput extends AutoCloseable {
    /**
     * Reads some bytes.
     *
     * @return how many, at least 1; -1 at the end
     * @throws DataException naming file and place if the file is damaged ({@code DECOMPRESS}, {@code TRUNCATED},
     *     {@code TRAILING_DATA}), changed
     *     ({@code CHANGED_DURING_READ}), or is larger than its limit when decompressed ({@code LIMIT_EXCEEDED})
     */
    int read(byte[] buffer, int offset, int length);

    /** Stored bytes taken from the storage so far. */
    long bytesRead();

    @Override
    void close();
}
