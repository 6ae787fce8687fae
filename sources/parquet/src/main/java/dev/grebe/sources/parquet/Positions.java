package dev.grebe.sources.parquet;

/**
 * Which rows of the row group the rows of a batch are.
 *
 * @param rows positions of a sparse batch, from {@code from} on; empty for a dense one, which starts at row {@code from}
 */
record Positions(int[] rows, int from, int count) {
    private static final int[] DENSE = {};

    static Positions dense(int from, int count) {
        return new Positions(DENSE, from, count);
    }

    boolean isDense() {
        return rows.length == 0;
    }

    int of(int row) {
        return rows.length == 0 ? from + row : rows[from + row];
    }
}
