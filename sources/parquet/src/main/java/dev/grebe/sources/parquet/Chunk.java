package dev.grebe.sources.parquet;

import org.apache.parquet.format.CompressionCodec;

/**
 * One stored column of one row group in its file: what a reader needs to know of the footer.
 *
 * @param column without the groups around it
 * @param start its first byte; a dictionary page, if there is one, stands there
 * @param end behind its last byte
 * @param entries values and nulls: as many as rows, unless it is repeated
 * @param firstRow of the row group in its file, for messages
 * @param nullCount missing values, -1 where the footer does not say
 * @param encodings bit set of those of its pages
 */
record Chunk(
        Place place,
        Decoding decoding,
        FileColumn column,
        CompressionCodec codec,
        long start,
        long end,
        int rows,
        int entries,
        long firstRow,
        long nullCount,
        Coded coded,
        long encodings,
        Part offsetIndex,
        Part columnIndex,
        Part bloomFilter) {
    /** Whether all data pages are dictionary-coded. */
    enum Coded {
        ALL,
        NOT_ALL,
        UNKNOWN
    }

    /** A range of bytes of the file; of length 0 if it is not there. */
    record Part(long start, int length) {
        static final Part NONE = new Part(0, 0);

        boolean isThere() {
            return length > 0;
        }
    }

    boolean mayHoldNulls() {
        return column.isOptional() && nullCount != 0;
    }

    /** Level of a value that is there; 0 if it always is. */
    int definition() {
        return column.node().definition();
    }

    int repetition() {
        return column.node().repetition();
    }

    /** Whether values are read as bytes: INT96 is, where it may be no time and yet is to be shown. */
    boolean isOfBytes() {
        return column.isOfBytes() || decoding == Decoding.JSON && column.meaning() == FileColumn.Meaning.INT96;
    }
}
