package dev.grebe.engine;

import dev.grebe.data.Column;
import dev.grebe.engine.expr.ExprCompiler;
import dev.grebe.plan.Node;
import dev.grebe.plan.Relation;
import dev.grebe.plugin.Rows;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A semi or anti join whose left rows are known and few: they wait for the right ones to come by. */
final class MatchOutput implements TapOutput {
    private final TapRun run;
    private final Node.Aggregate distinct;
    private final Relation join;
    private final RowSet left;
    private final Supplier<ExprCompiler> compiler;
    private final Evaluation evaluation;
    private final Budget budget;
    private final KeyTable keys;
    private final int[] numbers;
    /** By key; workers only ever set a mark, so none is lost. */
    private final boolean[] found;

    MatchOutput(
            TapRun run,
            Tap.Match match,
            RowSet left,
            Supplier<ExprCompiler> compiler,
            Evaluation evaluation,
            Budget budget) {
        this.run = run;
        this.distinct = match.aggregate();
        this.join = match.join();
        this.left = left;
        this.compiler = compiler;
        this.evaluation = evaluation;
        this.budget = budget;
        Node.Join node = (Node.Join) join.node();
        List<Integer> places = node.keys().stream()
                .map(key -> left.schema().index(key.left(), "the rows"))
                .toList();
        this.keys = new KeyTable(
                places.stream().map(place -> left.schema().field(place).type()).toList(),
                budget,
                "keys of " + node.keys());
        this.numbers = new int[left.size()];
        left.want(places, Rows.ALL);
        int[] rows = RowNumbers.upTo(left.size());
        List<Column> columns = places.stream()
                .map(place -> left.column(place, rows, 0, rows.length))
                .toList();
        keys.add(columns, rows, rows.length, numbers);
        this.found = new boolean[keys.size()];
    }

    @Override
    public Feed feed() {
        GroupFeed feed = GroupFeed.of(distinct, run.meanings(), compiler.get());
        KeyTable.Probe probe = keys.probe();
        return (split, batch, rows) -> {
            int[] matches = new int[rows.count()];
            probe.find(feed.keys(batch, rows), rows.rows(), rows.count(), matches);
            for (int match : matches) {
                if (match != KeyTable.ABSENT) {
                    found[match] = true;
                }
            }
        };
    }

    @Override
    public void finish() {
        boolean wanted = ((Node.Join) join.node()).kind() == Node.Join.Kind.SEMI;
        IntList kept = new IntList(budget, "rows of a semi join");
        IntStream.range(0, left.size())
                .filter(row -> wanted == (found[numbers[row]] && !keys.hasNull(numbers[row])))
                .forEach(kept::add);
        evaluation.put(join, new PickedRows(left, kept.array(), kept.size()));
    }
}
