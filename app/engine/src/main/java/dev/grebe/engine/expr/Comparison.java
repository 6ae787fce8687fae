package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Function;
import dev.grebe.plan.Type;

/**
 * Comparison of two values of one type. Each pair is found smaller, equal, greater or unordered; what the operator makes
 * of these four is a table, so that there is one loop per type.
 */
final class Comparison implements Evaluator {
    private static final int SMALLER = 0;
    private static final int SAME = 1;
    private static final int GREATER = 2;
    /** NaN against anything, and text that differs: only {@code !=} holds. */
    private static final int UNORDERED = 3;

    private final Operand left;
    private final Operand right;
    private final Type type;
    private final boolean[] verdicts;
    private final boolean ignoreCase;
    private final boolean nullsAreValues;
    private final Scratch scratch = new Scratch();

    Comparison(Function function, Operand left, Operand right, Type type) {
        this.left = left;
        this.right = right;
        this.type = type;
        verdicts = verdicts(function);
        ignoreCase = function == Function.EQUAL_IGNORING_CASE;
        nullsAreValues = function.nulls() == Function.Nulls.OWN;
    }

    private static boolean[] verdicts(Function function) {
        return switch (function) {
            case EQUAL, EQUAL_IGNORING_CASE -> new boolean[] {false, true, false, false};
            case NOT_EQUAL -> new boolean[] {true, false, true, true};
            case LESS -> new boolean[] {true, false, false, false};
            case LESS_OR_EQUAL -> new boolean[] {true, true, false, false};
            case GREATER -> new boolean[] {false, false, true, false};
            case GREATER_OR_EQUAL -> new boolean[] {false, true, true, false};
            default -> throw new IllegalArgumentException(function + " is no comparison");
        };
    }

    @Override
    public Column evaluate(Batch batch, Selection rows) {
        return switch (type) {
            case BOOL -> bools(left.bools(batch, rows), right.bools(batch, rows), rows);
            case LONG, TIMESTAMP, DURATION -> longs(left.longs(batch, rows), right.longs(batch, rows), rows);
            case DOUBLE -> doubles(left.doubles(batch, rows), right.doubles(batch, rows), rows);
            case STRING -> texts(left.bytes(batch, rows), right.bytes(batch, rows), rows);
            case DYNAMIC -> throw new IllegalStateException("DYNAMIC is not compared");
        };
    }

    private Column bools(Column.Bools a, Column.Bools b, Selection rows) {
        boolean[] values = scratch.bools(a.rowCount());
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            boolean x = a.values()[row];
            boolean y = b.values()[row];
            values[row] = verdicts[x == y ? SAME : x ? GREATER : SMALLER];
        }
        return result(a.rowCount(), values, a.nulls(), b.nulls(), rows);
    }

    private Column longs(Column.Longs a, Column.Longs b, Selection rows) {
        boolean[] values = scratch.bools(a.rowCount());
        long[] x = a.values();
        long[] y = b.values();
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            values[row] = verdicts[x[row] < y[row] ? SMALLER : x[row] == y[row] ? SAME : GREATER];
        }
        return result(a.rowCount(), values, a.nulls(), b.nulls(), rows);
    }

    private Column doubles(Column.Doubles a, Column.Doubles b, Selection rows) {
        boolean[] values = scratch.bools(a.rowCount());
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            double x = a.values()[row];
            double y = b.values()[row];
            values[row] = verdicts[x < y ? SMALLER : x == y ? SAME : x > y ? GREATER : UNORDERED];
        }
        return result(a.rowCount(), values, a.nulls(), b.nulls(), rows);
    }

    private Column texts(Column.Bytes a, Column.Bytes b, Selection rows) {
        boolean[] values = scratch.bools(a.rowCount());
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            boolean equal = Folding.equal(
                    a.bytes(),
                    a.starts()[row],
                    a.lengths()[row],
                    b.bytes(),
                    b.starts()[row],
                    b.lengths()[row],
                    ignoreCase);
            values[row] = verdicts[equal ? SAME : UNORDERED];
        }
        return new Column.Bools(a.rowCount(), values, Column.NO_NULLS);
    }

    private Column result(int rowCount, boolean[] values, boolean[] left, boolean[] right, Selection rows) {
        boolean[] nulls = nullsAreValues
                ? bothNull(values, left, right, rows)
                : Operand.eitherNull(left, right, rows, scratch.nulls(rowCount));
        return new Column.Bools(rowCount, values, nulls);
    }

    /** One null is unlike any value; of two nulls nothing is known. */
    private boolean[] bothNull(boolean[] values, boolean[] left, boolean[] right, Selection rows) {
        if (left.length == 0 && right.length == 0) {
            return Column.NO_NULLS;
        }
        boolean[] nulls = scratch.nulls(values.length);
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.rows()[i];
            boolean leftNull = left.length != 0 && left[row];
            boolean rightNull = right.length != 0 && right[row];
            nulls[row] = leftNull && rightNull;
            values[row] = leftNull || rightNull ? verdicts[UNORDERED] : values[row];
        }
        return nulls;
    }
}
