package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import dev.grebe.plan.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Replaces what does not depend on the row by its value, and drops what decides nothing. */
final class Simplifier {
    private static final Expr TRUE = new Expr.Literal(true, Type.BOOL);
    private static final Expr FALSE = new Expr.Literal(false, Type.BOOL);
    private static final Selection ONE = Selection.all(1);
    private static final Values NO_COLUMNS = new Values(List.of(), Map.of());

    private Simplifier() {}

    /** An expression of the same value. {@code in (relation)} stays as it is: it is known by its own keys. */
    static Expr simplify(Expr expr) {
        if (expr instanceof Expr.Call call) {
            List<Expr> args = call.args().stream().map(Simplifier::simplify).toList();
            return decided(call.function(), args)
                    .orElseGet(() -> valued(new Expr.Call(call.function(), args, call.type()), args));
        } else if (expr instanceof Expr.Match match) {
            if (match.literals().isEmpty()) {
                return FALSE;
            }
            Expr text = simplify(match.text());
            return valued(new Expr.Match(text, match.op(), match.ignoreCase(), match.literals()), List.of(text));
        }
        return expr;
    }

    private static Optional<Expr> decided(Function function, List<Expr> args) {
        boolean isAnd = function == Function.AND;
        if (!isAnd && function != Function.OR) {
            boolean isText = function == Function.IS_NULL && args.get(0).type() == Type.STRING;
            return isText ? Optional.of(FALSE) : Optional.empty();
        }
        Expr deciding = isAnd ? FALSE : TRUE;
        Expr neutral = isAnd ? TRUE : FALSE;
        Expr left = args.get(0);
        Expr right = args.get(1);
        if (left.equals(deciding) || right.equals(deciding)) {
            return Optional.of(deciding);
        } else if (left.equals(neutral)) {
            return Optional.of(right);
        }
        return right.equals(neutral) ? Optional.of(left) : Optional.empty();
    }

    private static Expr valued(Expr expr, List<Expr> args) {
        return args.stream().allMatch(Expr.Literal.class::isInstance)
                ? new Expr.Literal(
                        value(NO_COLUMNS.evaluator(expr).evaluate(new OneRow(), ONE), expr.type()), expr.type())
                : expr;
    }

    private static @Nullable Object value(Column column, Type type) {
        if (type == Type.STRING || type == Type.DYNAMIC) {
            Column.Bytes bytes = (Column.Bytes) column;
            return type == Type.DYNAMIC && bytes.lengths()[0] == 0 ? null : bytes.text(0);
        } else if (column.isNull(0)) {
            return null;
        }
        return switch (type) {
            case BOOL -> ((Column.Bools) column).values()[0];
            case LONG, TIMESTAMP, DURATION -> ((Column.Longs) column).values()[0];
            case DOUBLE -> ((Column.Doubles) column).values()[0];
            case STRING, DYNAMIC -> throw new IllegalStateException("text is done above");
        };
    }

    /** A row without columns. */
    private record OneRow() implements Batch {
        @Override
        public int rowCount() {
            return 1;
        }

        @Override
        public long position(int row) {
            return 0;
        }

        @Override
        public Column column(int index, Selection rows) {
            throw new IllegalStateException("a literal names no column");
        }
    }
}
