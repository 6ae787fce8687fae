package dev.grebe.plan;

import static dev.grebe.plan.Expressions.call;
import static dev.grebe.plan.Expressions.literal;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Builds operators from operands of near types: the widenings of KQL are calls of their own, so engines see equal types. */
final class Operators {
    private Operators() {}

    static Expr equality(Function function, Expr left, Object other) {
        Expr right = operand(other, left);
        if (left.type() == Type.STRING && right instanceof Expr.Literal literal && literal.type() == Type.STRING) {
            boolean ignoreCase = function == Function.EQUAL_IGNORING_CASE;
            Expr match = new Expr.Match(
                    left, Expr.Match.Op.EQUALS, ignoreCase, List.of((String) Objects.requireNonNull(literal.value())));
            return function == Function.NOT_EQUAL ? match.not() : match;
        }
        if (function != Function.EQUAL_IGNORING_CASE
                && (left.type() == Type.DYNAMIC) != (right.type() == Type.DYNAMIC)) {
            Expr equal = left.type() == Type.DYNAMIC ? held(left, right) : held(right, left);
            return function == Function.NOT_EQUAL ? equal.not() : equal;
        }
        if (left.type() == Type.STRING && meetsText(right) || right.type() == Type.STRING && meetsText(left)) {
            return equality(function, asText(left), asText(right));
        }
        Expr counted = counted(left, right);
        return binary(function, counted, counted(right, left));
    }

    private static Expr held(Expr dynamic, Expr scalar) {
        if (scalar.type().isTicks()) {
            String mend = scalar.type() == Type.TIMESTAMP ? "todatetime" : "totimespan";
            throw new PlanException(
                    "%s is DYNAMIC and holds no %s. Convert it with %s(..)".formatted(dynamic, scalar.type(), mend));
        }
        return call(Function.DYNAMIC_EQUAL, dynamic, scalar);
    }

    /** The number stands before the span. */
    static Expr product(Expr left, Object other) {
        Expr right = operand(other, left);
        return left.type() == Type.DURATION
                ? binary(Function.MULTIPLY, right, left)
                : binary(Function.MULTIPLY, left, right);
    }

    static Expr binary(Function function, Expr left, Object other) {
        Expr right = operand(other, left);
        return call(function, widened(left, right), widened(right, left));
    }

    static Expr in(Expr left, Collection<?> values) {
        boolean allText = left.type() == Type.STRING && values.stream().allMatch(String.class::isInstance);
        if (allText) {
            List<String> texts = values.stream().map(String.class::cast).collect(Collectors.toList());
            return new Expr.Match(left, Expr.Match.Op.EQUALS, false, texts);
        }
        List<Expr> equalities = values.stream().map(left::is).toList();
        return equalities.isEmpty() ? literal(false) : any(equalities);
    }

    /** A balanced tree: a list of thousands must not make an expression thousands deep. */
    private static Expr any(List<Expr> conditions) {
        int half = conditions.size() / 2;
        return half == 0
                ? conditions.get(0)
                : any(conditions.subList(0, half)).or(any(conditions.subList(half, conditions.size())));
    }

    private static Expr operand(Object other, Expr beside) {
        if (other instanceof Expr expr) {
            return expr;
        }
        boolean whole = other instanceof Integer || other instanceof Long;
        if (whole && beside.type() == Type.DOUBLE) {
            return literal(((Number) other).doubleValue());
        }
        return literal(other);
    }

    private static Expr widened(Expr expr, Expr beside) {
        return expr.type() == Type.LONG && beside.type() == Type.DOUBLE ? call(Function.TO_DOUBLE, expr) : expr;
    }

    /** A truth value beside a number is 1 or 0, where they are compared for equality. */
    private static Expr counted(Expr expr, Expr beside) {
        boolean counts = beside.type() == Type.LONG || beside.type() == Type.DOUBLE;
        return expr.type() == Type.BOOL && counts ? call(Function.TO_LONG, expr) : expr;
    }

    /** Whether equality with a STRING is that of texts. Times, spans and truth values beside text are mistakes. */
    private static boolean meetsText(Expr expr) {
        return expr.type() == Type.LONG || expr.type() == Type.DOUBLE || expr.type() == Type.DYNAMIC;
    }

    private static Expr asText(Expr expr) {
        return expr.type() == Type.STRING ? expr : call(Function.TO_STRING, expr);
    }
}
