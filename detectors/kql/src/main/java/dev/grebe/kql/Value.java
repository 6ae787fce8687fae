package dev.grebe.kql;

import static dev.grebe.plan.Expressions.call;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Expressions;
import dev.grebe.plan.Function;
import dev.grebe.plan.PlanException;
import dev.grebe.plan.Regex;
import dev.grebe.plan.Type;
import java.util.Map;

/**
 * An operand with its place and its part in the operation, for messages; knows what it becomes where another type is
 * wanted.
 */
record Value(Expr expr, Syntax syntax, String role) {
    private static final Map<Type, String> CONVERSIONS = Map.of(
            Type.BOOL, "tobool",
            Type.LONG, "tolong",
            Type.DOUBLE, "todouble",
            Type.STRING, "tostring",
            Type.TIMESTAMP, "todatetime",
            Type.DURATION, "totimespan",
            Type.DYNAMIC, "parse_json");

    Type type() {
        return expr.type();
    }

    Span span() {
        return syntax.span();
    }

    /** A STRING; DYNAMIC becomes one. */
    Expr text() {
        return type() == Type.DYNAMIC ? Expressions.tostring(expr) : exactly(Type.STRING);
    }

    /** Any value as its text; whole numbers that are written out at once. */
    Expr string() {
        boolean isNumber =
                expr instanceof Expr.Literal literal && literal.value() instanceof Long && type() == Type.LONG;
        return isNumber
                ? Expressions.literal(String.valueOf(((Expr.Literal) expr).value()))
                : Expressions.tostring(expr);
    }

    Expr whole() {
        return exactly(Type.LONG);
    }

    /** A DOUBLE; LONG becomes one. */
    Expr real() {
        return type() == Type.LONG ? widened() : exactly(Type.DOUBLE);
    }

    Expr exactly(Type wanted) {
        if (type() != wanted) {
            throw unlike(wanted);
        }
        return expr;
    }

    /** The text of a literal; the message names what it is for. */
    String literal(String what) {
        if (expr instanceof Expr.Literal literal && type() == Type.STRING) {
            return Literals.text(literal);
        }
        throw span().error("%s is %s: it has to be written out, in quotes".formatted(role, what));
    }

    /** A literal regular expression. */
    String regex() {
        String pattern = literal("a regular expression");
        try {
            Regex.of(pattern);
        } catch (PlanException e) {
            throw span().error(String.valueOf(e.getMessage()));
        }
        return pattern;
    }

    /** What an operator on numbers and times takes: anything but DYNAMIC, whose conversion has to be chosen. */
    Expr scalar() {
        if (type() == Type.DYNAMIC) {
            throw span().error("%s is DYNAMIC; convert it with tolong(..), todouble(..), todatetime(..) or tostring(..)"
                    .formatted(role));
        }
        return expr;
    }

    /** The type itself; DYNAMIC as what it holds or reads as; LONG as DOUBLE. */
    Expr as(Type wanted) {
        if (type() == wanted) {
            return expr;
        } else if (type() == Type.LONG && wanted == Type.DOUBLE) {
            return widened();
        } else if (type() != Type.DYNAMIC) {
            throw unlike(wanted);
        }
        return switch (wanted) {
            case BOOL -> call(Function.TO_BOOL, expr);
            case LONG -> call(Function.TO_LONG, expr);
            case DOUBLE -> call(Function.TO_DOUBLE, expr);
            case TIMESTAMP -> call(Function.TO_DATETIME, Expressions.tostring(expr));
            case DURATION -> call(Function.TO_TIMESPAN, Expressions.tostring(expr));
            case STRING, DYNAMIC -> Expressions.tostring(expr);
        };
    }

    private Expr widened() {
        return expr instanceof Expr.Literal literal && literal.value() instanceof Long number
                ? Expressions.literal(number.doubleValue())
                : call(Function.TO_DOUBLE, expr);
    }

    private Mistake unlike(Type wanted) {
        String mend = CONVERSIONS.getOrDefault(wanted, "");
        return span().error("%s is %s, not %s; %s(..) converts".formatted(role, type(), wanted, mend));
    }
}
