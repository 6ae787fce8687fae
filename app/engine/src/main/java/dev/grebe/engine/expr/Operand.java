package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Type;

/** An argument of a function as plain arrays: what comes by dictionary is looked up at the rows asked for. */
final class Operand {
    private final Evaluator evaluator;
    private final Scratch scratch = new Scratch();

    Operand(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** Plain arrays of whatever type. */
    Column plain(Batch batch, Selection rows, Type type) {
        return switch (type) {
            case BOOL -> bools(batch, rows);
            case LONG, TIMESTAMP, DURATION -> longs(batch, rows);
            case DOUBLE -> doubles(batch, rows);
            case STRING, DYNAMIC -> bytes(batch, rows);
        };
    }

    Column.Longs longs(Batch batch, Selection rows) {
        Column column = evaluator.evaluate(batch, rows);
        if (column instanceof Column.Dictionary dictionary) {
            long[] entries = ((Column.Longs) dictionary.values()).values();
            long[] values = scratch.longs(column.rowCount());
            int[] ids = dictionary.ids();
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                values[row] = ids[row] < 0 ? 0 : entries[ids[row]];
            }
            return new Column.Longs(column.rowCount(), values, nulls(dictionary, rows));
        }
        return (Column.Longs) column;
    }

    Column.Doubles doubles(Batch batch, Selection rows) {
        Column column = evaluator.evaluate(batch, rows);
        if (column instanceof Column.Dictionary dictionary) {
            double[] entries = ((Column.Doubles) dictionary.values()).values();
            double[] values = scratch.doubles(column.rowCount());
            int[] ids = dictionary.ids();
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                values[row] = ids[row] < 0 ? 0 : entries[ids[row]];
            }
            return new Column.Doubles(column.rowCount(), values, nulls(dictionary, rows));
        }
        return (Column.Doubles) column;
    }

    Column.Bools bools(Batch batch, Selection rows) {
        Column column = evaluator.evaluate(batch, rows);
        if (column instanceof Column.Dictionary dictionary) {
            boolean[] entries = ((Column.Bools) dictionary.values()).values();
            boolean[] values = scratch.bools(column.rowCount());
            int[] ids = dictionary.ids();
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                values[row] = ids[row] >= 0 && entries[ids[row]];
            }
            return new Column.Bools(column.rowCount(), values, nulls(dictionary, rows));
        }
        return (Column.Bools) column;
    }

    /** Text or JSON; the bytes of a dictionary are not copied. */
    Column.Bytes bytes(Batch batch, Selection rows) {
        Column column = evaluator.evaluate(batch, rows);
        if (column instanceof Column.Dictionary dictionary) {
            Column.Bytes entries = (Column.Bytes) dictionary.values();
            int[] starts = scratch.ints(column.rowCount());
            int[] lengths = scratch.lengths(column.rowCount());
            int[] ids = dictionary.ids();
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                int id = ids[row];
                starts[row] = id < 0 ? 0 : entries.starts()[id];
                lengths[row] = id < 0 ? 0 : entries.lengths()[id];
            }
            return new Column.Bytes(column.rowCount(), entries.bytes(), starts, lengths);
        }
        return (Column.Bytes) column;
    }

    private boolean[] nulls(Column.Dictionary dictionary, Selection rows) {
        boolean[] nulls = scratch.nulls(dictionary.rowCount());
        boolean found = false;
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            boolean isNull = dictionary.isNull(row);
            nulls[row] = isNull;
            found |= isNull;
        }
        return found ? nulls : Column.NO_NULLS;
    }

    /** Marks of the rows where either is null; the arguments stay as they are. */
    static boolean[] eitherNull(boolean[] left, boolean[] right, Selection rows, boolean[] scratch) {
        if (left.length == 0 || right.length == 0) {
            return left.length == 0 ? right : left;
        }
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            scratch[row] = left[row] || right[row];
        }
        return scratch;
    }
}
