package dev.grebe.engine.expr;

import dev.grebe.data.Column;

/** Truth values that a function gives, row by row; arrays are used again for the next batch. */
final class BoolResults {
    private final Scratch scratch = new Scratch();
    private boolean[] values = {};
    private boolean[] nulls = {};
    private int rowCount;
    private boolean anyNull;

    void begin(int rows) {
        rowCount = rows;
        values = scratch.bools(rows);
        nulls = scratch.nulls(rows);
        anyNull = false;
    }

    void set(int row, boolean value) {
        values[row] = value;
        nulls[row] = false;
    }

    void setNull(int row) {
        values[row] = false;
        nulls[row] = true;
        anyNull = true;
    }

    Column column() {
        return new Column.Bools(rowCount, values, anyNull ? nulls : Column.NO_NULLS);
    }
}
