package dev.grebe.engine;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import dev.grebe.plan.Node;
import dev.grebe.plan.Period;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A bound on a time difference across a join, in ticks: only pairs with {@code low <= right - left <= high} can pass the
 * conditions. A superset of what they admit; they are applied all the same. The extremes of a long are open ends.
 *
 * @param left column of the left side, by place
 * @param right column of the right side, by place
 */
record TimeBound(int left, int right, long low, long high) {
    /** The narrowest bound that the conditions on a join's output give; none if no time of one side meets the other's. */
    static Optional<TimeBound> of(Node.Join join, List<String> outputs, List<Expr> conditions) {
        List<TimeBound> bounds = new ArrayList<>();
        for (Expr condition : conditions) {
            if (condition instanceof Expr.Call call && call.args().size() == 2) {
                comparison(call).flatMap(c -> bound(c, join, outputs)).ifPresent(bounds::add);
            }
        }
        Map<List<Integer>, TimeBound> byColumns = bounds.stream()
                .collect(Collectors.toMap(
                        bound -> List.of(bound.left, bound.right),
                        bound -> bound,
                        TimeBound::narrowed,
                        LinkedHashMap::new));
        return byColumns.values().stream().min(Comparator.comparingDouble(TimeBound::width));
    }

    /** The earliest right time in reach of a left one. */
    long firstFor(long time) {
        return low == Long.MIN_VALUE ? low : Ticks.plus(time, low);
    }

    /** The latest right time in reach of a left one. */
    long lastFor(long time) {
        return high == Long.MAX_VALUE ? high : Ticks.plus(time, high);
    }

    private TimeBound narrowed(TimeBound other) {
        return new TimeBound(left, right, Math.max(low, other.low), Math.min(high, other.high));
    }

    private double width() {
        return (double) high - low;
    }

    /** {@code low <= a - b <= high} in ticks. */
    private record Difference(Expr a, Expr b, long low, long high) {}

    private static Optional<TimeBound> bound(Difference difference, Node.Join join, List<String> outputs) {
        if (!(difference.a() instanceof Expr.Column a) || !(difference.b() instanceof Expr.Column b)) {
            return Optional.empty();
        }
        int width = join.left().schema().size();
        int first = outputs.indexOf(a.name());
        int second = outputs.indexOf(b.name());
        if (first >= width && second < width) {
            return Optional.of(new TimeBound(second, first - width, difference.low(), difference.high()));
        } else if (first < width && second >= width) {
            return Optional.of(
                    new TimeBound(first, second - width, negated(difference.high()), negated(difference.low())));
        }
        return Optional.empty();
    }

    /** The extremes are open ends and change places. */
    private static long negated(long ticks) {
        return ticks == Long.MIN_VALUE || ticks == Long.MAX_VALUE ? ~ticks : -ticks;
    }

    private static Optional<Difference> comparison(Expr.Call call) {
        Expr left = call.args().get(0);
        Expr right = call.args().get(1);
        if (left.type() == Type.TIMESTAMP && right.type() == Type.TIMESTAMP) {
            return limits(call.function(), 0).map(limits -> new Difference(left, right, limits[0], limits[1]));
        } else if (right instanceof Expr.Literal literal && literal.value() instanceof Long value) {
            return difference(call.function(), left, value);
        } else if (left instanceof Expr.Literal literal && literal.value() instanceof Long value) {
            return difference(call.function().flipped(), right, value);
        }
        return Optional.empty();
    }

    private static Optional<Difference> difference(Function function, Expr expr, long value) {
        if (!(expr instanceof Expr.Call call)) {
            return Optional.empty();
        }
        List<Expr> args = call.args();
        if (call.function() == Function.SUBTRACT && args.get(1).type() == Type.TIMESTAMP) {
            return limits(function, value)
                    .map(limits -> new Difference(args.get(0), args.get(1), limits[0], limits[1]));
        } else if (call.function() == Function.DATETIME_DIFF) {
            long ticks = Period.find(String.valueOf(((Expr.Literal) args.get(0)).value()))
                    .map(Period::ticks)
                    .orElse(0L);
            return ticks == 0
                    ? Optional.empty()
                    : limits(function, value)
                            .map(limits -> new Difference(
                                    args.get(1),
                                    args.get(2),
                                    widened(limits[0], -1, ticks),
                                    widened(limits[1], 1, ticks)));
        }
        return Optional.empty();
    }

    /** Boundaries between a and b tell a - b to less than one period either way. */
    private static long widened(long count, int by, long ticks) {
        boolean open = count == Long.MIN_VALUE || count == Long.MAX_VALUE;
        if (open || Math.abs(count) > Long.MAX_VALUE / ticks - 2) {
            return by < 0 ? (count > 0 ? Long.MAX_VALUE : Long.MIN_VALUE) : count < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return (count + by) * ticks - by;
    }

    /** Least and greatest value that compares so with another. */
    private static Optional<long[]> limits(Function function, long value) {
        return switch (function) {
            case EQUAL -> Optional.of(new long[] {value, value});
            case LESS -> Optional.of(new long[] {Long.MIN_VALUE, value == Long.MIN_VALUE ? value : value - 1});
            case LESS_OR_EQUAL -> Optional.of(new long[] {Long.MIN_VALUE, value});
            case GREATER -> Optional.of(new long[] {value == Long.MAX_VALUE ? value : value + 1, Long.MAX_VALUE});
            case GREATER_OR_EQUAL -> Optional.of(new long[] {value, Long.MAX_VALUE});
            default -> Optional.empty();
        };
    }
}
