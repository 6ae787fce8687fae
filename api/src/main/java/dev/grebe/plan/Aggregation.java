package dev.grebe.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An aggregate over the rows of a group.
 *
 * @param args none for {@code count}, one for most; for {@code arg_max} the compared one first, then the others of its
 *     row
 * @param names of the result columns: one, or one for each argument of {@code arg_max}
 */
public record Aggregation(AggregateFunction function, List<Expr> args, List<String> names) {
    /** @throws PlanException if the function does not take these arguments, or the names are too few or too many */
    public Aggregation {
        args = List.copyOf(args);
        names = List.copyOf(names);
        function.check(args);
        int expected = function == AggregateFunction.ARG_MAX ? args.size() : 1;
        if (names.size() != expected) {
            throw new PlanException("%s has %d results, %d names".formatted(function.kql(), expected, names.size()));
        }
    }

    /** The same aggregate with another name for its (first) result. */
    public Aggregation named(String name) {
        List<String> renamed = new ArrayList<>(names);
        renamed.set(0, name);
        return new Aggregation(function, args, renamed);
    }

    /** The result columns, as many as {@link #names}. */
    public List<Field> fields() {
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Field(names.get(i), function.result(args, i)))
                .toList();
    }

    @Override
    public String toString() {
        String call = args.stream().map(Expr::toString).collect(Collectors.joining(", ", function.kql() + "(", ")"));
        return names.get(0) + " = " + call;
    }
}
