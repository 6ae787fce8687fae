package dev.grebe.engine.expr;

import dev.grebe.data.Column;

/** The arguments of a call, of which one row is looked at. An argument that is a literal has one value for all rows. */
final class Arguments {
    private final boolean[] fixed;
    private final byte[][] bytes;
    private final int[][] starts;
    private final int[][] lengths;
    private final Column[] columns;
    private int row;

    Arguments(boolean[] fixed) {
        this.fixed = fixed;
        bytes = new byte[fixed.length][];
        starts = new int[fixed.length][];
        lengths = new int[fixed.length][];
        columns = new Column[fixed.length];
    }

    /** The column is no dictionary. */
    void set(int index, Column column) {
        columns[index] = column;
        if (column instanceof Column.Bytes text) {
            bytes[index] = text.bytes();
            starts[index] = text.starts();
            lengths[index] = text.lengths();
        }
    }

    void at(int next) {
        row = next;
    }

    int count() {
        return fixed.length;
    }

    /** Whether the argument has one value for all rows. */
    boolean isFixed(int index) {
        return fixed[index];
    }

    /** The array that holds the text of that argument. */
    byte[] bytes(int index) {
        return bytes[index];
    }

    int start(int index) {
        return starts[index][row(index)];
    }

    int length(int index) {
        return lengths[index][row(index)];
    }

    /** Where the text ends. */
    int end(int index) {
        return start(index) + length(index);
    }

    long whole(int index) {
        return ((Column.Longs) columns[index]).values()[row(index)];
    }

    /** Whether a value that is no STRING is null. */
    boolean isNull(int index) {
        return columns[index] instanceof Column.Bytes ? length(index) == 0 : columns[index].isNull(row(index));
    }

    private int row(int index) {
        return fixed[index] ? 0 : row;
    }
}
