package dev.grebe.sources.jsonl;

/**
 * What bounds the memory that a hostile file can take, and how work is cut.
 *
 * @param splitBytes plain files are cut into parts of about this many bytes
 * @param chunkBytes bytes of lines that are read at a time
 * @param lineBytes of the longest line
 * @param batchRows rows in a batch
 * @param batchTextBytes of text after which a batch ends early
 */
record Limits(long splitBytes, int chunkBytes, int lineBytes, int batchRows, int batchTextBytes) {
    static final Limits DEFAULT = new Limits(32L << 20, 1 << 20, 16 << 20, 4_096, 32 << 20);

    /** Characters in one value of a column that is read. */
    static final int LONGEST_TEXT = 1 << 20;

    static final int DEEPEST = 500;
    static final int LONGEST_NUMBER = 1_000;
    static final int LONGEST_KEY = 50_000;
}
