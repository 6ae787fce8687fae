package dev.grebe.engine;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Named;
import dev.grebe.plan.Node;
import dev.grebe.plan.Relation;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which columns of each relation somebody reads. */
final class Needs {
    private final Map<Relation, Set<String>> needs = new HashMap<>();

    private Needs() {}

    /**
     * By relation, all that are read on the way to the roots and to what is counted.
     *
     * @param roots whose columns are all read
     * @param counted of which only the number of rows is asked for
     */
    static Map<Relation, Set<String>> of(Collection<Relation> roots, Collection<Relation> counted) {
        Deque<Relation> usersFirst = new ArrayDeque<>();
        Set<Relation> seen = new HashSet<>();
        roots.forEach(root -> sort(root, seen, usersFirst));
        counted.forEach(relation -> sort(relation, seen, usersFirst));
        Needs needs = new Needs();
        roots.forEach(needs::all);
        usersFirst.forEach(needs::pass);
        return needs.needs;
    }

    /** Depth first, each relation before its inputs in the resulting order. */
    private static void sort(Relation relation, Set<Relation> seen, Deque<Relation> usersFirst) {
        if (seen.add(relation)) {
            relation.node().inputs().forEach(input -> sort(input, seen, usersFirst));
            usersFirst.addFirst(relation);
        }
    }

    /** Passes on to its inputs what a relation needs, its users' needs being complete. */
    private void pass(Relation relation) {
        Set<String> wanted = needs.computeIfAbsent(relation, r -> new LinkedHashSet<>());
        Node node = relation.node();
        if (node instanceof Node.Filter filter) {
            need(filter.input(), wanted);
            expression(filter.input(), filter.predicate());
        } else if (node instanceof Node.Project project) {
            need(project.input(), Set.of());
            for (Named column : project.columns()) {
                if (wanted.contains(column.name())) {
                    expression(project.input(), column.expr());
                }
            }
            project.columns().forEach(column -> memberships(column.expr()));
        } else if (node instanceof Node.Join join) {
            join(join, relation, wanted);
        } else if (node instanceof Node.Aggregate aggregate) {
            need(aggregate.input(), Set.copyOf(aggregate.by()));
            aggregate.aggregations().forEach(a -> a.args().forEach(arg -> expression(aggregate.input(), arg)));
        } else {
            // Union by place and top with its ties read every column.
            node.inputs().forEach(this::all);
        }
    }

    private void join(Node.Join join, Relation relation, Set<String> wanted) {
        int leftSize = join.left().schema().size();
        Set<String> left = new LinkedHashSet<>();
        Set<String> right = new LinkedHashSet<>();
        List<String> names = relation.schema().names();
        for (int i = 0; i < names.size(); i++) {
            if (wanted.contains(names.get(i))) {
                Relation side = i < leftSize ? join.left() : join.right();
                (i < leftSize ? left : right)
                        .add(side.schema()
                                .field(i < leftSize ? i : i - leftSize)
                                .name());
            }
        }
        join.keys().forEach(key -> {
            left.add(key.left());
            right.add(key.right());
        });
        need(join.left(), left);
        need(join.right(), right);
    }

    private void expression(Relation input, Expr expr) {
        need(input, Exprs.columns(expr));
        memberships(expr);
    }

    private void memberships(Expr expr) {
        Exprs.memberships(expr).forEach(in -> all(in.relation()));
    }

    private void all(Relation relation) {
        need(relation, new LinkedHashSet<>(relation.schema().names()));
    }

    private void need(Relation relation, Set<String> columns) {
        needs.computeIfAbsent(relation, r -> new LinkedHashSet<>()).addAll(columns);
    }
}
