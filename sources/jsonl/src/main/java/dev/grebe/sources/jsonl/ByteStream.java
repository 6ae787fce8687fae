package dev.grebe.sources.jsonl;

/** Bytes of a file in order, as they are stored or decompressed. */
interface ByteStream extends AutoCloseable {
    /**
     * Up to {@code length} bytes, at least one.
     *
     * @return how many, or -1 at the end
     * @throws dev.grebe.plugin.DataException if they cannot be read or decompressed
     */
    int read(byte[] target, int start, int length);

    @Override
    void close();
}
