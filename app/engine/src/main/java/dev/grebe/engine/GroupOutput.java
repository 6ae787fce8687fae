package dev.grebe.engine;

import dev.grebe.engine.expr.ExprCompiler;
import dev.grebe.plan.Node;
import dev.grebe.plan.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Groups rows as they come, each worker for itself, and puts the workers' groups together at the end. */
final class GroupOutput implements TapOutput {
    private final TapRun run;
    private final Node.Aggregate aggregate;
    private final Supplier<ExprCompiler> compiler;
    private final Evaluation evaluation;
    private final Budget budget;
    private final List<Grouping> groupings = new ArrayList<>();

    GroupOutput(
            TapRun run,
            Node.Aggregate aggregate,
            Supplier<ExprCompiler> compiler,
            Evaluation evaluation,
            Budget budget) {
        this.run = run;
        this.aggregate = aggregate;
        this.compiler = compiler;
        this.evaluation = evaluation;
        this.budget = budget;
    }

    @Override
    public Feed feed() {
        GroupFeed feed = GroupFeed.of(aggregate, run.meanings(), compiler.get());
        Grouping own = new Grouping(aggregate, budget);
        synchronized (groupings) {
            groupings.add(own);
        }
        return (split, batch, rows) -> feed.accept(batch, rows, own);
    }

    @Override
    public void finish() {
        Relation result = run.tap().result();
        Grouping all = groupings.isEmpty() ? new Grouping(aggregate, budget) : groupings.get(0);
        groupings.stream().skip(1).forEach(all::merge);
        evaluation.put(result, all);
    }
}
