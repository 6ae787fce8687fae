package dev.grebe.engine;

/**
 * How the engine runs; none of it changes a result.
 *
 * @param threads workers that read and evaluate splits
 * @param memoryBytes what may be kept at a time: rows, keys, buffers
 * @param batchRows rows that are evaluated at a time behind the scans
 */
public record Settings(int threads, long memoryBytes, int batchRows) {
    /** 4,096 rows of eight columns of eight bytes are 256 KiB: a batch stays in the second-level cache. */
    public static final int BATCH_ROWS = 4096;

    /** As many workers as processors, 60 % of the heap. */
    public static Settings defaults() {
        Runtime runtime = Runtime.getRuntime();
        return new Settings(runtime.availableProcessors(), runtime.maxMemory() / 10 * 6, BATCH_ROWS);
    }
}
