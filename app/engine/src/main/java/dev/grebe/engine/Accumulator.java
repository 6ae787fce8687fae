package dev.grebe.engine;

import dev.grebe.data.Column;
import dev.grebe.plan.AggregateFunction;
import dev.grebe.plan.Aggregation;
import dev.grebe.plan.Type;
import java.util.List;

/** An aggregate's state, by group. None depends on the order in which rows or parts arrive. */
interface Accumulator {
    /** Takes the rows: {@code rows[i]} belongs to {@code groups[i]}. */
    void accept(List<Column> args, int[] rows, int[] groups, int count);

    /** Takes the state of another of its kind: its group g is {@code groups[g]} here. */
    void merge(Accumulator other, int[] groups, int count);

    /** The result columns of the first {@code count} groups. */
    List<Column> results(int count);

    static Accumulator of(Aggregation aggregation, Budget budget) {
        String use = "groups of " + aggregation;
        List<Type> types = aggregation.args().stream().map(arg -> arg.type()).toList();
        return switch (aggregation.function()) {
            case COUNT -> new Counts(budget, use);
            case SUM -> types.get(0) == Type.DOUBLE ? new DoubleSums(budget, use) : new WholeSums(budget, use);
            case MIN, MAX, ARG_MAX -> new Extremes(types, aggregation.function() == AggregateFunction.MIN, budget, use);
            case MAKE_SET -> new Sets(types.get(0), budget, use);
        };
    }

    static int largest(int[] groups, int count) {
        int largest = -1;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, groups[i]);
        }
        return largest;
    }
}
