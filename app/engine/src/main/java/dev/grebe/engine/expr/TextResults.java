package dev.grebe.engine.expr;

import dev.grebe.data.Column;

/** Texts or JSON that a function writes, row by row; a row at which nothing is written is {@code ""} or null. */
final class TextResults {
    private final Scratch scratch = new Scratch();
    private final TextBuffer text = new TextBuffer();
    private int[] starts = {};
    private int[] lengths = {};
    private int rowCount;

    void begin(int rows) {
        rowCount = rows;
        starts = scratch.ints(rows);
        lengths = scratch.lengths(rows);
        text.clear();
    }

    TextBuffer text() {
        return text;
    }

    /** What is written between this and {@link #endRow} is the row's. */
    void beginRow(int row) {
        starts[row] = text.length();
    }

    void endRow(int row) {
        lengths[row] = text.length() - starts[row];
    }

    Column column() {
        return new Column.Bytes(rowCount, text.bytes(), starts, lengths);
    }
}
