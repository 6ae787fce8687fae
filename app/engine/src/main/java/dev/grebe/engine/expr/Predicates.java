package dev.grebe.engine.expr;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compiles simplified conditions for one wanted truth value. {@code not} turns the wanted value round, so null, which is
 * neither, is never kept; {@code and} wanted false is an {@code or} of its parts wanted false, and the reverse.
 */
record Predicates(Values values) {
    Condition condition(Expr expr, boolean wanted) {
        if (expr instanceof Expr.Literal literal) {
            return Boolean.valueOf(wanted).equals(literal.value()) ? Conditions.ALWAYS : Conditions.NEVER;
        } else if (expr instanceof Expr.Match match) {
            return values.match(match, wanted);
        } else if (is(expr, Function.NOT)) {
            return condition(((Expr.Call) expr).args().get(0), !wanted);
        } else if (is(expr, Function.AND) || is(expr, Function.OR)) {
            Function function = ((Expr.Call) expr).function();
            List<Expr> parts = parts(expr, function);
            return (function == Function.AND) == wanted ? all(parts, wanted) : any(parts, wanted);
        }
        return Range.of(expr, wanted)
                .map(this::condition)
                .orElseGet(() -> Conditions.value(values.evaluator(expr), wanted));
    }

    private Condition condition(Range range) {
        return range.isEmpty()
                ? Conditions.NEVER
                : new LongRange(values.evaluator(range.value()), range.low(), range.high());
    }

    /** Operands of a chain of the same operator, the cheap ones first. */
    private static List<Expr> parts(Expr expr, Function function) {
        List<Expr> parts = new ArrayList<>();
        collect(expr, function, parts);
        parts.sort(Comparator.comparing(Effort::of));
        return parts;
    }

    private static void collect(Expr expr, Function function, List<Expr> parts) {
        if (is(expr, function)) {
            ((Expr.Call) expr).args().forEach(arg -> collect(arg, function, parts));
        } else {
            parts.add(expr);
        }
    }

    /** Bounds on one value are tried together, so that the value is computed once. */
    private Condition all(List<Expr> parts, boolean wanted) {
        Map<Expr, Range> ranges = new LinkedHashMap<>();
        for (Expr part : parts) {
            Range.of(part, wanted).ifPresent(range -> ranges.merge(range.value(), range, Range::and));
        }
        List<Condition> conditions = new ArrayList<>();
        for (Expr part : parts) {
            Optional<Range> range = Range.of(part, wanted);
            if (range.isEmpty()) {
                conditions.add(condition(part, wanted));
            } else {
                Range merged = ranges.remove(range.get().value());
                if (merged != null) {
                    conditions.add(condition(merged));
                }
            }
        }
        return conditions.size() == 1 ? conditions.get(0) : Conditions.all(conditions);
    }

    private Condition any(List<Expr> parts, boolean wanted) {
        return Conditions.any(
                parts.stream().map(part -> condition(part, wanted)).toList());
    }

    private static boolean is(Expr expr, Function function) {
        return expr instanceof Expr.Call call && call.function() == function;
    }

    /** A condition that a whole number lies between bounds, both included; null does not. */
    private record Range(Expr value, long low, long high) {
        static Optional<Range> of(Expr expr, boolean wanted) {
            if (!(expr instanceof Expr.Call call)
                    || call.args().size() != 2
                    || !isWhole(call.args().get(0).type())) {
                return Optional.empty();
            }
            Expr left = call.args().get(0);
            Expr right = call.args().get(1);
            if (right instanceof Expr.Literal literal && literal.value() instanceof Long bound) {
                return of(left, wanted ? call.function() : negated(call.function()), bound);
            } else if (left instanceof Expr.Literal literal && literal.value() instanceof Long bound) {
                return of(right, flipped(wanted ? call.function() : negated(call.function())), bound);
            }
            return Optional.empty();
        }

        private static Optional<Range> of(Expr value, Function function, long bound) {
            return switch (function) {
                case EQUAL -> Optional.of(new Range(value, bound, bound));
                case LESS ->
                    Optional.of(bound == Long.MIN_VALUE ? empty(value) : new Range(value, Long.MIN_VALUE, bound - 1));
                case LESS_OR_EQUAL -> Optional.of(new Range(value, Long.MIN_VALUE, bound));
                case GREATER ->
                    Optional.of(bound == Long.MAX_VALUE ? empty(value) : new Range(value, bound + 1, Long.MAX_VALUE));
                case GREATER_OR_EQUAL -> Optional.of(new Range(value, bound, Long.MAX_VALUE));
                // Unlike the bound are two ranges and null.
                case NOT_EQUAL -> Optional.empty();
                case EQUAL_IGNORING_CASE,
                        AND,
                        OR,
                        NOT,
                        IS_NULL,
                        ADD,
                        SUBTRACT,
                        DATETIME_DIFF,
                        BIN,
                        STRCAT,
                        TO_STRING,
                        TO_LONG,
                        TO_DOUBLE -> Optional.empty();
            };
        }

        private static Range empty(Expr value) {
            return new Range(value, 1, 0);
        }

        boolean isEmpty() {
            return low > high;
        }

        Range and(Range other) {
            return new Range(value, Math.max(low, other.low), Math.min(high, other.high));
        }

        private static boolean isWhole(Type type) {
            return type == Type.LONG || type.isTicks();
        }

        private static Function negated(Function function) {
            return switch (function) {
                case EQUAL -> Function.NOT_EQUAL;
                case NOT_EQUAL -> Function.EQUAL;
                case LESS -> Function.GREATER_OR_EQUAL;
                case LESS_OR_EQUAL -> Function.GREATER;
                case GREATER -> Function.LESS_OR_EQUAL;
                case GREATER_OR_EQUAL -> Function.LESS;
                default -> function;
            };
        }

        private static Function flipped(Function function) {
            return switch (function) {
                case LESS -> Function.GREATER;
                case LESS_OR_EQUAL -> Function.GREATER_OR_EQUAL;
                case GREATER -> Function.LESS;
                case GREATER_OR_EQUAL -> Function.LESS_OR_EQUAL;
                default -> function;
            };
        }
    }
}
