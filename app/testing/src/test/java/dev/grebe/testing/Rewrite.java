package dev.grebe.testing;

import dev.grebe.plan.Aggregation;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Named;
import dev.grebe.plan.Node;
import dev.grebe.plan.Relation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A plan with one relation put in the place of another, wherever it stands. */
final class Rewrite {
    private final Map<Relation, Relation> known = new HashMap<>();

    private Rewrite(Relation replaced, Relation by) {
        known.put(replaced, by);
    }

    /**
     * The same plan with another relation in that place; labels outside of it stay.
     *
     * @throws dev.grebe.plan.PlanException if it does not fit there
     */
    static Relation replacing(Relation replaced, Relation by, Relation in) {
        return new Rewrite(replaced, by).of(in);
    }

    private Relation of(Relation relation) {
        Relation rewritten = known.get(relation);
        if (rewritten == null) {
            Relation bare = Relation.of(of(relation.node()));
            rewritten = relation.label().map(bare::as).orElse(bare);
            known.put(relation, rewritten);
        }
        return rewritten;
    }

    private Node of(Node node) {
        if (node instanceof Node.Filter filter) {
            return new Node.Filter(of(filter.input()), of(filter.predicate()));
        } else if (node instanceof Node.Project project) {
            return new Node.Project(
                    of(project.input()),
                    project.columns().stream()
                            .map(column -> new Named(column.name(), of(column.expr())))
                            .toList());
        } else if (node instanceof Node.Join join) {
            return new Node.Join(of(join.left()), of(join.right()), join.kind(), join.keys());
        } else if (node instanceof Node.Aggregate aggregate) {
            return new Node.Aggregate(
                    of(aggregate.input()),
                    aggregate.by(),
                    aggregate.aggregations().stream()
                            .map(a -> new Aggregation(a.function(), all(a.args()), a.names()))
                            .toList());
        } else if (node instanceof Node.Union union) {
            return new Node.Union(union.inputs().stream().map(this::of).toList());
        } else if (node instanceof Node.Top top) {
            return new Node.Top(of(top.input()), top.count(), top.order());
        } else if (node instanceof Node.Distinct distinct) {
            return new Node.Distinct(of(distinct.input()));
        }
        return node;
    }

    private List<Expr> all(List<Expr> exprs) {
        return exprs.stream().map(this::of).toList();
    }

    private Expr of(Expr expr) {
        if (expr instanceof Expr.Call call) {
            return new Expr.Call(call.function(), all(call.args()), call.type());
        } else if (expr instanceof Expr.Match match) {
            return new Expr.Match(of(match.text()), match.op(), match.ignoreCase(), match.literals());
        } else if (expr instanceof Expr.In in) {
            return new Expr.In(all(in.keys()), of(in.relation()));
        }
        return expr;
    }
}
