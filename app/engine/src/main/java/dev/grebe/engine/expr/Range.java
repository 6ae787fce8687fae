package dev.grebe.engine.expr;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import dev.grebe.plan.Type;
import java.util.Optional;

/** That a whole number or ticks lie between constant bounds, both included; null does not. Empty if the bounds cross. */
record Range(Expr value, long low, long high) {
    /** What a comparison with a constant says if it is to have the wanted truth value. */
    static Optional<Range> of(Expr expr, boolean wanted) {
        return Comparand.of(expr).flatMap(found -> of(found, wanted ? found.function() : negated(found.function())));
    }

    /** The one value that {@code expr}, if it has the wanted truth value, says is not there; null is as good as others. */
    static Optional<Range> excluded(Expr expr, boolean wanted) {
        Function unlike = wanted ? Function.NOT_EQUAL : Function.EQUAL;
        return Comparand.of(expr)
                .filter(found -> found.function() == unlike)
                .map(found -> new Range(found.value(), found.bound(), found.bound()));
    }

    private static Optional<Range> of(Comparand found, Function function) {
        Expr value = found.value();
        long bound = found.bound();
        return switch (function) {
            case EQUAL -> Optional.of(new Range(value, bound, bound));
            case LESS -> Optional.of(bound == Long.MIN_VALUE ? empty(value) : atMost(value, bound - 1));
            case LESS_OR_EQUAL -> Optional.of(atMost(value, bound));
            case GREATER -> Optional.of(bound == Long.MAX_VALUE ? empty(value) : atLeast(value, bound + 1));
            case GREATER_OR_EQUAL -> Optional.of(atLeast(value, bound));
            // No other function says between which numbers a value lies.
            default -> Optional.empty();
        };
    }

    private static Range atMost(Expr value, long bound) {
        return new Range(value, Long.MIN_VALUE, bound);
    }

    private static Range atLeast(Expr value, long bound) {
        return new Range(value, bound, Long.MAX_VALUE);
    }

    private static Range empty(Expr value) {
        return new Range(value, 1, 0);
    }

    boolean isEmpty() {
        return low > high;
    }

    boolean isPoint() {
        return low == high;
    }

    Range and(Range other) {
        return new Range(value, Math.max(low, other.low), Math.min(high, other.high));
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

    /** A call with a whole constant on one side, which is then the right one. */
    private record Comparand(Function function, Expr value, long bound) {
        static Optional<Comparand> of(Expr expr) {
            if (!(expr instanceof Expr.Call call)
                    || call.type() != Type.BOOL
                    || call.args().size() != 2) {
                return Optional.empty();
            }
            Expr left = call.args().get(0);
            Expr right = call.args().get(1);
            if (right instanceof Expr.Literal literal && literal.value() instanceof Long bound) {
                return Optional.of(new Comparand(call.function(), left, bound));
            } else if (left instanceof Expr.Literal literal && literal.value() instanceof Long bound) {
                return Optional.of(new Comparand(call.function().flipped(), right, bound));
            }
            return Optional.empty();
        }
    }
}
