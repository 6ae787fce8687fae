package dev.grebe.engine.expr;

import dev.grebe.data.Column;

/** Doubles that a function gives, row by row; arrays are used again for the next batch. */
final class DoubleResults {
    private final Scratch scratch = new Scratch();
    private double[] values = {};
    private boolean[] nulls = {};
    private int rowCount;
    private boolean anyNull;

    void begin(int rows) {
        rowCount = rows;
        values = scratch.doubles(rows);
        nulls = scratch.nulls(rows);
        anyNull = false;
    }

    void set(int row, double value) {
        values[row] = value;
        nulls[row] = false;
    }

    void setNull(int row) {
        values[row] = 0;
        nulls[row] = true;
        anyNull = true;
    }

    Column column() {
        return new Column.Doubles(rowCount, values, anyNull ? nulls : Column.NO_NULLS);
    }
}
