package dev.grebe.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Columns, literals, functions and aggregates: the words of which a rule's plan is made. Meant to be imported static. */
public final class Expressions {
    private Expressions() {}

    /** A STRING column. */
    public static Expr text(String column) {
        return new Expr.Column(column, Type.STRING);
    }

    /** A LONG column. */
    public static Expr whole(String column) {
        return new Expr.Column(column, Type.LONG);
    }

    /** A DOUBLE column. */
    public static Expr real(String column) {
        return new Expr.Column(column, Type.DOUBLE);
    }

    /** A BOOL column. */
    public static Expr flag(String column) {
        return new Expr.Column(column, Type.BOOL);
    }

    /** A TIMESTAMP column. */
    public static Expr time(String column) {
        return new Expr.Column(column, Type.TIMESTAMP);
    }

    /** A DURATION column. */
    public static Expr span(String column) {
        return new Expr.Column(column, Type.DURATION);
    }

    /** A constant: Boolean, Integer, Long, Double, String, {@link Instant} or {@link Duration}. */
    public static Expr literal(Object value) {
        if (value instanceof Boolean) {
            return new Expr.Literal(value, Type.BOOL);
        } else if (value instanceof Integer number) {
            return new Expr.Literal(number.longValue(), Type.LONG);
        } else if (value instanceof Long) {
            return new Expr.Literal(value, Type.LONG);
        } else if (value instanceof Double) {
            return new Expr.Literal(value, Type.DOUBLE);
        } else if (value instanceof String) {
            return new Expr.Literal(value, Type.STRING);
        } else if (value instanceof Instant instant) {
            return new Expr.Literal(Ticks.of(instant), Type.TIMESTAMP);
        } else if (value instanceof Duration duration) {
            return new Expr.Literal(Ticks.of(duration), Type.DURATION);
        }
        throw new PlanException(
                "%s is no literal of a plan".formatted(value.getClass().getName()));
    }

    /** A constant of a stated type, {@link Type#literal} or null. */
    public static Expr literal(@Nullable Object value, Type type) {
        return new Expr.Literal(value, type);
    }

    /** A function's call; its type follows from the arguments. */
    public static Expr call(Function function, Expr... args) {
        List<Expr> list = Arrays.asList(args);
        return new Expr.Call(function, list, function.resolve(list));
    }

    /** {@code datetime_diff("second", later, earlier)}: see {@link Function#DATETIME_DIFF}. */
    public static Expr datetimeDiff(String period, Expr later, Expr earlier) {
        return call(Function.DATETIME_DIFF, literal(period.toLowerCase(Locale.ROOT)), later, earlier);
    }

    /** {@code bin(value, size)}: see {@link Function#BIN}. */
    public static Expr bin(Expr value, Object size) {
        return Operators.binary(Function.BIN, value, size);
    }

    /** {@code strcat(a, b, ..)} of {@code tostring} of each. */
    public static Expr strcat(Object... parts) {
        return call(
                Function.STRCAT,
                Arrays.stream(parts)
                        .map(part -> part instanceof Expr expr ? tostring(expr) : tostring(literal(part)))
                        .toArray(Expr[]::new));
    }

    /** {@code tostring(v)}; text stays as it is. */
    public static Expr tostring(Expr value) {
        return value.type() == Type.STRING ? value : call(Function.TO_STRING, value);
    }

    /** {@code iff(condition, then, otherwise)}: see {@link Function#CASE}. */
    public static Expr iff(Expr condition, Expr then, Expr otherwise) {
        return call(Function.CASE, condition, then, otherwise);
    }

    /** {@code coalesce(a, b, ..)}: see {@link Function#COALESCE}. */
    public static Expr coalesce(Expr... values) {
        return call(Function.COALESCE, values);
    }

    /** {@code isnull(v)}. */
    public static Expr isNull(Expr value) {
        return call(Function.IS_NULL, value);
    }

    /**
     * Whether a time lies in the run's window {@code [FROM, TO)}; an open end admits everything, so with both open a null
     * time is admitted too, and with one stated it is not.
     */
    public static Expr inRun(Expr time) {
        Expr from = new Expr.Param(Expr.Param.Name.FROM);
        Expr to = new Expr.Param(Expr.Param.Name.TO);
        return isNull(from).or(time.isAtLeast(from)).and(isNull(to).or(time.isLessThan(to)));
    }

    /** {@code count()}, named {@code count_}. */
    public static Aggregation count() {
        return new Aggregation(AggregateFunction.COUNT, List.of(), List.of("count_"));
    }

    /** {@code sum(x)}, named {@code sum_x}. */
    public static Aggregation sum(Expr value) {
        return aggregation(AggregateFunction.SUM, "sum_", value);
    }

    /** {@code min(x)}, named {@code min_x}. */
    public static Aggregation min(Expr value) {
        return aggregation(AggregateFunction.MIN, "min_", value);
    }

    /** {@code max(x)}, named {@code max_x}. */
    public static Aggregation max(Expr value) {
        return aggregation(AggregateFunction.MAX, "max_", value);
    }

    /** {@code make_set(x)}, named {@code set_x}. */
    public static Aggregation makeSet(Expr value) {
        return aggregation(AggregateFunction.MAKE_SET, "set_", value);
    }

    /** {@code arg_max(x, columns)}: every result keeps its column's name. */
    public static Aggregation argMax(Expr value, Expr... others) {
        List<Expr> args = new ArrayList<>(List.of(value));
        args.addAll(List.of(others));
        return new Aggregation(
                AggregateFunction.ARG_MAX,
                args,
                args.stream().map(Expressions::columnName).toList());
    }

    private static Aggregation aggregation(AggregateFunction function, String prefix, Expr value) {
        return new Aggregation(function, List.of(value), List.of(prefix + columnName(value)));
    }

    private static String columnName(Expr value) {
        return value instanceof Expr.Column column ? column.name() : "";
    }

    /** The columns to group by. */
    public static List<String> by(String... columns) {
        return List.of(columns);
    }

    /** {@code column asc}: see {@link SortKey}. */
    public static SortKey ascending(String column) {
        return new SortKey(column, false);
    }

    /** {@code column desc}: see {@link SortKey}. */
    public static SortKey descending(String column) {
        return new SortKey(column, true);
    }
}
