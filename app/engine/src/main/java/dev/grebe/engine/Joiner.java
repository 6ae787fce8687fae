package dev.grebe.engine;

import dev.grebe.data.Column;
import dev.grebe.plan.Node;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pairs rows with equal keys. With a {@link TimeBound} a left row visits only the right ones in its reach: n log n +
 * matches, where an equi-join of one hot key would form every pair.
 */
final class Joiner {
    private final Node.Join join;
    private final Optional<TimeBound> bound;
    private final int batchRows;
    private final Budget budget;
    private final String use;

    Joiner(Node.Join join, Optional<TimeBound> bound, int batchRows, Budget budget) {
        this.join = join;
        this.bound = bound;
        this.batchRows = batchRows;
        this.budget = budget;
        this.use = "pairs of the join on "
                + String.join(
                        ", ", join.keys().stream().map(Node.Join.Key::toString).toList());
    }

    JoinedRows pairs(RowSet left, RowSet right) {
        List<Integer> keys = places(
                left.schema(), join.keys().stream().map(Node.Join.Key::left).toList());
        List<Integer> rightKeys = places(
                right.schema(), join.keys().stream().map(Node.Join.Key::right).toList());
        KeyGroups groups = KeyGroups.of(right, rightKeys, bound.map(TimeBound::right), batchRows, budget, use);
        List<Integer> wanted = new ArrayList<>(keys);
        bound.ifPresent(b -> wanted.add(b.left()));
        left.want(wanted, Rows.ALL);
        Pairs pairs = new Pairs(groups);
        KeyTable.Probe probe = groups.keys().probe();
        int[] numbers = new int[batchRows];
        for (int from = 0; from < left.size(); from += batchRows) {
            Workers.requireUninterrupted();
            int count = Math.min(batchRows, left.size() - from);
            int[] rows = RowNumbers.range(from, count);
            List<Column> columns = keys.stream()
                    .map(place -> left.column(place, rows, 0, count))
                    .toList();
            probe.find(columns, RowNumbers.upTo(count), count, numbers);
            Optional<Column> times = bound.map(b -> left.column(b.left(), rows, 0, count));
            for (int i = 0; i < count; i++) {
                pairs.add(from + i, numbers[i], times, i);
            }
        }
        boolean isOuter = join.kind() == Node.Join.Kind.LEFT_OUTER;
        return new JoinedRows(
                join.schema(), left, pairs.left.array(), right, pairs.right.array(), pairs.left.size(), isOuter);
    }

    private static List<Integer> places(Schema schema, List<String> names) {
        return names.stream().map(name -> schema.index(name, "the rows")).toList();
    }

    /** Row numbers side by side. */
    private final class Pairs {
        private final KeyGroups groups;
        private final IntList left = new IntList(budget, use);
        private final IntList right = new IntList(budget, use);

        Pairs(KeyGroups groups) {
            this.groups = groups;
        }

        /**
         * Pairs a left row with its group.
         *
         * @param times left times, of which the row's stands at {@code at}
         */
        void add(int row, int group, Optional<Column> times, int at) {
            int before = right.size();
            if (group != KeyTable.ABSENT && !groups.keys().hasNull(group)) {
                if (times.isEmpty()) {
                    groups.appendAll(group, right);
                } else if (!times.get().isNull(at)) {
                    TimeBound reach = bound.orElseThrow();
                    long time = Values.number(times.get(), at);
                    groups.appendBetween(group, reach.firstFor(time), reach.lastFor(time), right);
                }
            }
            if (right.size() == before && join.kind() == Node.Join.Kind.LEFT_OUTER) {
                right.add(-1);
            }
            for (int pair = before; pair < right.size(); pair++) {
                left.add(row);
            }
        }
    }
}
