package dev.grebe.engine;

import dev.grebe.engine.expr.ExprCompiler;
import dev.grebe.plan.Aggregation;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Named;
import dev.grebe.plan.Node;
import dev.grebe.plan.Relation;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Finds what the engine refuses in a plan before anything is read. */
final class PlanCheck {
    private final Set<Relation> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @throws dev.grebe.plan.PlanException if a regular expression in it is none */
    void check(Relation relation) {
        if (!seen.add(relation)) {
            return;
        }
        Node node = relation.node();
        node.inputs().forEach(this::check);
        if (node instanceof Node.Filter filter) {
            check(filter.predicate());
        } else if (node instanceof Node.Project project) {
            project.columns().stream().map(Named::expr).forEach(this::check);
        } else if (node instanceof Node.Aggregate aggregate) {
            aggregate.aggregations().stream().map(Aggregation::args).forEach(args -> args.forEach(this::check));
        }
    }

    private void check(Expr expr) {
        Exprs.visit(expr, part -> {
            ExprCompiler.check(part);
            if (part instanceof Expr.In in) {
                check(in.relation());
            }
        });
    }
}
