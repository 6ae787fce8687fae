package dev.grebe.engine.expr;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
                .map(this::between)
                .or(() -> Range.excluded(expr, wanted).map(range -> member(range.value(), Set.of(range.low()), false)))
                .orElseGet(() -> Conditions.value(values.evaluator(expr), wanted));
    }

    private Condition between(Range range) {
        return range.isEmpty()
                ? Conditions.NEVER
                : new LongRange(values.evaluator(range.value()), range.low(), range.high());
    }

    private Condition member(Expr value, Set<Long> constants, boolean wanted) {
        return new LongSet(new Operand(values.evaluator(value)), constants, wanted);
    }

    /** The operands of a chain, the cheap ones first. */
    private static List<Expr> parts(Expr expr, Function function) {
        return Simplifier.parts(expr, function).stream()
                .sorted(Comparator.comparing(Effort::of))
                .toList();
    }

    /** Bounds on one value are tried together, so that the value is computed once; so are values that it must not have. */
    private Condition all(List<Expr> parts, boolean wanted) {
        Map<Expr, Range> ranges = new HashMap<>();
        Map<Expr, Set<Long>> excluded = new HashMap<>();
        for (Expr part : parts) {
            Range.of(part, wanted).ifPresent(range -> ranges.merge(range.value(), range, Range::and));
            Range.excluded(part, wanted).ifPresent(range -> add(range, excluded));
        }
        List<Condition> conditions = new ArrayList<>();
        for (Expr part : parts) {
            Optional<Range> range = Range.of(part, wanted);
            Optional<Range> exclusion = Range.excluded(part, wanted);
            if (range.isPresent()) {
                Optional.ofNullable(ranges.remove(range.get().value()))
                        .map(this::between)
                        .ifPresent(conditions::add);
            } else if (exclusion.isPresent()) {
                Expr value = exclusion.get().value();
                Optional.ofNullable(excluded.remove(value))
                        .map(constants -> member(value, constants, false))
                        .ifPresent(conditions::add);
            } else {
                conditions.add(condition(part, wanted));
            }
        }
        return conditions.size() == 1 ? conditions.get(0) : Conditions.all(conditions);
    }

    /** Constants that one value may equal are looked up together. */
    private Condition any(List<Expr> parts, boolean wanted) {
        Map<Expr, Set<Long>> points = new HashMap<>();
        for (Expr part : parts) {
            Range.of(part, wanted).filter(Range::isPoint).ifPresent(range -> add(range, points));
        }
        List<Condition> conditions = new ArrayList<>();
        for (Expr part : parts) {
            Optional<Range> point = Range.of(part, wanted).filter(Range::isPoint);
            if (point.isPresent()) {
                Expr value = point.get().value();
                Optional.ofNullable(points.remove(value))
                        .map(constants -> member(value, constants, true))
                        .ifPresent(conditions::add);
            } else {
                conditions.add(condition(part, wanted));
            }
        }
        return conditions.size() == 1 ? conditions.get(0) : Conditions.any(conditions);
    }

    private static void add(Range point, Map<Expr, Set<Long>> points) {
        points.computeIfAbsent(point.value(), value -> new HashSet<>()).add(point.low());
    }

    private static boolean is(Expr expr, Function function) {
        return expr instanceof Expr.Call call && call.function() == function;
    }
}
