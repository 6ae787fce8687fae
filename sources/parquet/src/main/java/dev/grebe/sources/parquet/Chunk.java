package dev.grebe.sources.parquet;

import org.apache.parquet.format.CompressionCodec;

/**
 * One column of one row group in its file: what a reader needs to know of the footer.
 *
 * @param start its first byte; a dictionary page, if there is one, stands there
 * @param end behind its last byte
 * @param firstRow of the row group in its file, for messages
 * @param nullCount missing values, -1 where the footer does not say
 * @param indexStart of its offset index, or 0 if it has none
 */
record Chunk(
        Place place,
        Decoding decoding,
        FileColumn column,
        CompressionCodec codec,
        long start,
        long end,
        int rows,
        long firstRow,
        long nullCount,
        Coded coded,
        long indexStart,
        int indexLength) {
    /** Whether all data pages are dictionary-coded. */
    enum Coded {
        ALL,
        NOT_ALL,
        UNKNOWN
    }

    boolean mayHoldNulls() {
        return column.isOptional() && nullCount != 0;
    }
}
