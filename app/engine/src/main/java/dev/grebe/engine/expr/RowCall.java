package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Selection;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import dev.grebe.plan.Type;
import java.util.List;

/** Calls a row function for each row; where a strict function has a null argument the result is null. */
final class RowCall {
    private final Operand[] operands;
    private final Type[] types;
    private final boolean isStrict;
    private final Arguments arguments;

    private RowCall(Expr.Call call, Values values) {
        List<Expr> args = call.args();
        boolean[] fixed = new boolean[args.size()];
        operands = new Operand[args.size()];
        types = new Type[args.size()];
        arguments = new Arguments(fixed);
        isStrict = call.function().nulls() == Function.Nulls.STRICT;
        for (int i = 0; i < fixed.length; i++) {
            types[i] = args.get(i).type();
            operands[i] = values.operand(call, i);
            if (args.get(i) instanceof Expr.Literal literal) {
                fixed[i] = true;
                arguments.set(i, Constant.column(literal, 1));
            }
        }
    }

    static Evaluator of(Expr.Call call, Values values, RowFunction function) {
        RowCall rows = new RowCall(call, values);
        if (function instanceof RowFunction.OfText text) {
            return rows.texts(text);
        }
        RowFunction.OfNumber number = (RowFunction.OfNumber) function;
        return call.type() == Type.BOOL ? rows.truths(number) : rows.wholes(number);
    }

    private Evaluator texts(RowFunction.OfText function) {
        TextResults results = new TextResults();
        return (batch, rows) -> {
            begin(batch, rows);
            results.begin(batch.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                results.beginRow(row);
                if (!isNull(row)) {
                    function.write(arguments, results.text());
                }
                results.endRow(row);
            }
            return results.column();
        };
    }

    private Evaluator wholes(RowFunction.OfNumber function) {
        LongResults results = new LongResults();
        return (batch, rows) -> {
            begin(batch, rows);
            results.begin(batch.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                long value = isNull(row) ? RowFunction.NOTHING : function.value(arguments);
                if (value == RowFunction.NOTHING) {
                    results.setNull(row);
                } else {
                    results.set(row, value);
                }
            }
            return results.column();
        };
    }

    private Evaluator truths(RowFunction.OfNumber function) {
        BoolResults results = new BoolResults();
        return (batch, rows) -> {
            begin(batch, rows);
            results.begin(batch.rowCount());
            for (int i = 0; i < rows.count(); i++) {
                int row = rows.rows()[i];
                long value = isNull(row) ? RowFunction.NOTHING : function.value(arguments);
                if (value == RowFunction.NOTHING) {
                    results.setNull(row);
                } else {
                    results.set(row, value == 1);
                }
            }
            return results.column();
        };
    }

    private void begin(Batch batch, Selection rows) {
        for (int i = 0; i < operands.length; i++) {
            if (!arguments.isFixed(i)) {
                arguments.set(i, operands[i].plain(batch, rows, types[i]));
            }
        }
    }

    /** Turns to the row; whether it is null without a call. */
    private boolean isNull(int row) {
        arguments.at(row);
        for (int i = 0; isStrict && i < types.length; i++) {
            if (types[i] != Type.STRING && arguments.isNull(i)) {
                return true;
            }
        }
        return false;
    }
}
