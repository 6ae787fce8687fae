package dev.grebe.engine.expr;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import dev.grebe.plan.Type;

/** What a condition costs per row, in steps that differ by about a factor; the order is that in which to try them. */
enum Effort {
    /** Numbers, ticks and truth values that a column holds. */
    NUMBERS,
    /** Numbers that are computed. */
    ARITHMETIC,
    /** Text of a column equal to literals: a verdict per dictionary entry, else mostly a look at the length. */
    EQUAL_TEXT,
    /** Text of a column that begins or ends with literals. */
    EDGE_OF_TEXT,
    /** Text of a column that is searched. */
    INSIDE_TEXT,
    /** A relation is asked. */
    MEMBERSHIP,
    /** Text that is computed, or compared with text. */
    COMPUTED_TEXT,
    /** Text that a regular expression is looked for in: some ten times as much for each byte. */
    REGEX;

    static Effort of(Expr expr) {
        if (expr instanceof Expr.Match match) {
            Effort matching = of(match.op());
            return match.text() instanceof Expr.Column
                    ? matching
                    : greater(matching, greater(of(match.text()), COMPUTED_TEXT));
        } else if (expr instanceof Expr.In in) {
            return in.keys().stream().map(Effort::of).reduce(MEMBERSHIP, Effort::greater);
        } else if (expr instanceof Expr.Call call) {
            return call.args().stream().map(Effort::of).reduce(of(call), Effort::greater);
        }
        return NUMBERS;
    }

    private static Effort of(Expr.Match.Op op) {
        return switch (op) {
            case EQUALS -> EQUAL_TEXT;
            case STARTS_WITH, ENDS_WITH -> EDGE_OF_TEXT;
            case CONTAINS, HAS, HAS_PREFIX, HAS_SUFFIX -> INSIDE_TEXT;
            case REGEX -> REGEX;
        };
    }

    private static Effort of(Expr.Call call) {
        if (RegexFunctions.regex(call).isPresent()) {
            return REGEX;
        } else if (call.function().cost() == Function.Cost.TEXT
                || call.args().stream().anyMatch(Effort::isText)) {
            return COMPUTED_TEXT;
        }
        return switch (call.function()) {
            case EQUAL,
                    NOT_EQUAL,
                    LESS,
                    LESS_OR_EQUAL,
                    GREATER,
                    GREATER_OR_EQUAL,
                    AND,
                    OR,
                    NOT,
                    IS_NULL,
                    TO_LONG,
                    TO_DOUBLE -> NUMBERS;
            default -> ARITHMETIC;
        };
    }

    /** Words like the name of a period are no text of the row. */
    private static boolean isText(Expr arg) {
        boolean holdsText = arg.type() == Type.STRING || arg.type() == Type.DYNAMIC;
        return holdsText && !(arg instanceof Expr.Literal);
    }

    private static Effort greater(Effort left, Effort right) {
        return left.compareTo(right) >= 0 ? left : right;
    }
}
