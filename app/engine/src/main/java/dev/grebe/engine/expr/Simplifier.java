package dev.grebe.engine.expr;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import dev.grebe.plan.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
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
            return simplify(call);
        } else if (expr instanceof Expr.Match match) {
            Expr text = simplify(match.text());
            return match.literals().isEmpty()
                    ? FALSE
                    : valued(new Expr.Match(text, match.op(), match.ignoreCase(), match.literals()), List.of(text));
        }
        return expr;
    }

    private static Expr simplify(Expr.Call call) {
        if (call.function() == Function.AND || call.function() == Function.OR) {
            return chain(call);
        } else if (call.function() == Function.IS_NULL && call.args().get(0).type() == Type.STRING) {
            return FALSE;
        }
        List<Expr> args = call.args().stream().map(Simplifier::simplify).toList();
        return valued(new Expr.Call(call.function(), args, call.type()), args);
    }

    /** One value decides, the other is dropped. What is left becomes a tree without depth: chains may be long. */
    private static Expr chain(Expr.Call call) {
        Expr deciding = call.function() == Function.AND ? FALSE : TRUE;
        Expr neutral = call.function() == Function.AND ? TRUE : FALSE;
        List<Expr> parts = parts(call, call.function()).stream()
                .map(Simplifier::simplify)
                .filter(part -> !part.equals(neutral))
                .toList();
        if (parts.isEmpty()) {
            return neutral;
        }
        return parts.contains(deciding) ? deciding : tree(call.function(), parts);
    }

    private static Expr tree(Function function, List<Expr> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        int middle = parts.size() / 2;
        List<Expr> sides =
                List.of(tree(function, parts.subList(0, middle)), tree(function, parts.subList(middle, parts.size())));
        return valued(new Expr.Call(function, sides, Type.BOOL), sides);
    }

    /** The operands of a chain of one operator, without recursion. */
    static List<Expr> parts(Expr expr, Function function) {
        List<Expr> parts = new ArrayList<>();
        Deque<Expr> open = new ArrayDeque<>(List.of(expr));
        while (!open.isEmpty()) {
            Expr next = open.pop();
            if (next instanceof Expr.Call call && call.function() == function) {
                open.push(call.args().get(1));
                open.push(call.args().get(0));
            } else {
                parts.add(next);
            }
        }
        return parts;
    }

    /** The expression's value if all its operands are literals. */
    static Expr valued(Expr expr, List<Expr> args) {
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
