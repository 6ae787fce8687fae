package dev.grebe.engine;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Named;
import dev.grebe.plan.Node;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Filters and projections over one table, which run inside its scan.
 *
 * @param relation what it computes
 * @param steps in order, over the table's own columns
 * @param outputs the relation's columns, over the table's own
 */
record Chain(Relation relation, Table table, List<Step> steps, List<Named> outputs) {
    /** A step of a chain. */
    sealed interface Step {}

    /** Keeps the rows for which a condition is true. */
    record Where(Expr condition) implements Step {}

    /** Counts the rows that come this far for a label. */
    record Count(Relation labelled) implements Step {}

    static Chain scan(Relation relation, Table table) {
        List<Named> outputs = table.schema().fields().stream()
                .map(field -> new Named(field.name(), new Expr.Column(field.name(), field.type())))
                .toList();
        return new Chain(relation, table, List.of(), outputs);
    }

    /** This chain with a filter or projection of its relation behind it. */
    Chain then(Relation next) {
        Map<String, Expr> meanings = new HashMap<>();
        outputs.forEach(output -> meanings.put(output.name(), output.expr()));
        List<Step> longer = new ArrayList<>(steps);
        List<Named> columns = outputs;
        if (next.node() instanceof Node.Filter filter) {
            Exprs.conjuncts(filter.predicate())
                    .forEach(condition -> longer.add(new Where(Exprs.substitute(condition, meanings))));
        } else if (next.node() instanceof Node.Project project) {
            columns = project.columns().stream()
                    .map(column -> new Named(column.name(), Exprs.substitute(column.expr(), meanings)))
                    .toList();
        }
        return new Chain(next, table, longer, columns);
    }

    /** This chain, counting the rows it has come to. */
    Chain counted() {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(new Count(relation));
        return new Chain(relation, table, longer, outputs);
    }

    List<Expr> conditions() {
        return steps.stream()
                .filter(Where.class::isInstance)
                .map(step -> ((Where) step).condition())
                .toList();
    }

    /**
     * The conditions before the first label: rows that fail them may be skipped unread without a wrong count. Those that
     * ask for membership say nothing of values.
     */
    List<Expr> skippable() {
        return steps.stream()
                .takeWhile(Where.class::isInstance)
                .map(step -> ((Where) step).condition())
                .filter(condition -> Exprs.memberships(condition).isEmpty())
                .toList();
    }

    /** Columns of the table that are read for these outputs. */
    Set<String> columnsOf(Set<String> wanted) {
        Set<String> columns = new LinkedHashSet<>();
        outputs.stream()
                .filter(output -> wanted.contains(output.name()))
                .forEach(output -> columns.addAll(Exprs.columns(output.expr())));
        return columns;
    }

    /** Everything asked by membership: conditions and outputs. */
    List<Expr.In> memberships() {
        List<Expr.In> found = new ArrayList<>();
        conditions().forEach(condition -> found.addAll(Exprs.memberships(condition)));
        outputs.forEach(output -> found.addAll(Exprs.memberships(output.expr())));
        return found;
    }
}
