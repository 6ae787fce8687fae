package dev.grebe.engine;

import dev.grebe.data.Column;
import dev.grebe.plan.Node;
import dev.grebe.plan.Schema;
import java.util.ArrayList;
import java.util.List;

/** Groups rows and aggregates them: a hash table of keys and an accumulator for each aggregate. */
final class Grouping {
    private final Node.Aggregate node;
    private final KeyTable keys;
    private final List<Accumulator> accumulators;
    private int[] groups = new int[0];

    Grouping(Node.Aggregate node, Budget budget) {
        this.node = node;
        Schema input = node.input().schema();
        String use = "groups by " + String.join(", ", node.by());
        this.keys = new KeyTable(
                node.by().stream()
                        .map(column -> input.type(column, "summarize"))
                        .toList(),
                budget,
                use);
        this.accumulators = node.aggregations().stream()
                .map(aggregation -> Accumulator.of(aggregation, budget))
                .toList();
    }

    /**
     * Takes the first {@code count} of {@code rows}.
     *
     * @param args columns of each aggregate's arguments
     */
    void accept(List<Column> by, List<List<Column>> args, int[] rows, int count) {
        ensure(count);
        keys.add(by, rows, count, groups);
        for (int i = 0; i < accumulators.size(); i++) {
            accumulators.get(i).accept(args.get(i), rows, groups, count);
        }
    }

    /** Takes the groups of another of the same node. */
    void merge(Grouping other) {
        int count = other.keys.size();
        ensure(count);
        keys.add(other.keys.columns(), RowNumbers.upTo(count), count, groups);
        for (int i = 0; i < accumulators.size(); i++) {
            accumulators.get(i).merge(other.accumulators.get(i), groups, count);
        }
    }

    /** The distinct keys. */
    KeyTable keys() {
        return keys;
    }

    /** A row for each group; one for nothing at all where there are no keys. */
    RowSet rows() {
        int count = node.by().isEmpty() ? 1 : keys.size();
        List<Column> columns = new ArrayList<>(keys.columns());
        accumulators.forEach(accumulator -> columns.addAll(accumulator.results(count)));
        return new ColumnRows(node.schema(), columns, count);
    }

    private void ensure(int count) {
        if (groups.length < count) {
            groups = new int[count];
        }
    }
}
