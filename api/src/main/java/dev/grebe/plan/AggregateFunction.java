package dev.grebe.plan;

import java.util.List;

/**
 * The aggregates. Empty input gives no row with group keys and one row without. Null and {@code ""} are ordinary
 * groups.
 *
 * @see <a href="https://learn.microsoft.com/en-us/kusto/query/summarize-operator">KQL summarize</a>
 */
public enum AggregateFunction {
    /** Rows of the group: LONG, 0 for none. */
    COUNT("count"),
    /**
     * Sum of a LONG, DOUBLE or DURATION without its nulls; none: 0. Whole sums are exact and null if too large; DOUBLE
     * sums are exact and rounded once, so they do not depend on order; NaN and infinities as IEEE 754 adds them.
     */
    SUM("sum"),
    /** Least value without nulls, in the order of {@link SortKey}; none: null, {@code ""} for STRING. */
    MIN("min"),
    /** Greatest value, as {@link #MIN}. NaN is taken only if there is nothing else. */
    MAX("max"),
    /**
     * DYNAMIC array of the distinct values without nulls ({@code ""} stays), ascending where Kusto leaves the order
     * open, cut to its 1,048,576 least.
     */
    MAKE_SET("make_set"),
    /**
     * The row whose first argument is greatest: its values of all arguments. Null is taken only if all are null; of
     * several such rows the least one, argument by argument, null before values.
     */
    ARG_MAX("arg_max");

    private final String kql;

    AggregateFunction(String kql) {
        this.kql = kql;
    }

    /** The name in KQL. */
    public String kql() {
        return kql;
    }

    void check(List<Expr> args) {
        boolean fits = switch (this) {
            case COUNT -> args.isEmpty();
            case SUM -> args.size() == 1 && isSummable(args.get(0).type());
            case MIN, MAX, MAKE_SET -> args.size() == 1 && args.get(0).type().isComparable();
            case ARG_MAX ->
                !args.isEmpty() && args.stream().allMatch(arg -> arg.type().isComparable());
        };
        if (!fits) {
            throw new PlanException("%s does not take %s"
                    .formatted(kql, args.stream().map(arg -> arg.type().name()).toList()));
        }
    }

    Type result(List<Expr> args, int index) {
        return switch (this) {
            case COUNT -> Type.LONG;
            case MAKE_SET -> Type.DYNAMIC;
            case SUM, MIN, MAX, ARG_MAX -> args.get(index).type();
        };
    }

    private static boolean isSummable(Type type) {
        return type == Type.LONG || type == Type.DOUBLE || type == Type.DURATION;
    }
}
