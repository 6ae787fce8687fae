package dev.grebe.sources.jsonl;

/**
 * How work is cut.
 *
 * @param splitBytes plain files are cut into parts of about this many bytes
 * @param chunkBytes bytes of rows that are read at a time
 * @param batchRows rows in a batch
 * @param batchTextBytes of text after which a batch ends early
 */
record Portions(long splitBytes, int chunkBytes, int batchRows, int batchTextBytes) {
    static final Portions DEFAULT = new Portions(32L << 20, 1 << 20, 4_096, 32 << 20);
}
