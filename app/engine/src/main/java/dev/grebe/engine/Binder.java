package dev.grebe.engine;

import dev.grebe.engine.expr.ExprCompiler;
import dev.grebe.plan.Aggregation;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Expressions;
import dev.grebe.plan.Function;
import dev.grebe.plan.Named;
import dev.grebe.plan.Node;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes a query's plan one of this run: parameters become literals, tables of events are restricted to what the query
 * reaches of the window, and what serves only to ask whether a key occurs is reduced to distinct keys.
 */
final class Binder {
    private final Run run;
    private final Query query;
    private final Map<String, Relation> views;
    private final Set<Relation> bases;
    private final IdentityHashMap<Relation, Relation> bound = new IdentityHashMap<>();

    private Binder(Run run, Query query, Map<String, Relation> views, Set<Relation> bases) {
        this.run = run;
        this.query = query;
        this.views = views;
        this.bases = bases;
    }

    /**
     * Bound queries.
     *
     * @param labels of each query: labelled relations, inputs before what is made of them, as bound
     * @param bases relations that read a table as such: never kept, however many use them
     */
    record Bound(Map<String, Relation> queries, Map<String, List<Relation>> labels, Set<Relation> bases) {
        /** All relations whose rows are counted: those that equal a labelled one. */
        Set<Relation> labelled() {
            Set<Relation> labelled = new HashSet<>();
            labels.values().forEach(labelled::addAll);
            return labelled;
        }
    }

    static Bound bind(List<Query> queries, Map<String, Relation> views, Run run) {
        Set<Relation> bases = new HashSet<>();
        Map<String, Relation> relations = new LinkedHashMap<>();
        Map<String, List<Relation>> labels = new LinkedHashMap<>();
        for (Query query : queries) {
            Binder binder = new Binder(run, query, views, bases);
            relations.put(query.name(), binder.bind(query.relation()));
            labels.put(query.name(), binder.labels(query.relation()));
        }
        return new Bound(relations, labels, bases);
    }

    private Relation bind(Relation relation) {
        Relation known = bound.get(relation);
        if (known == null) {
            Relation made = rebuilt(relation.node());
            known = relation.label().map(made::as).orElse(made);
            bound.put(relation, known);
        }
        return known;
    }

    /** Labelled relations as bound; one that is bound to the same as another of its label still has a line of its own. */
    private List<Relation> labels(Relation root) {
        Set<Relation> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Relation> labelled = new ArrayList<>();
        collectLabels(root, seen, labelled);
        return labelled.stream().map(this::bind).toList();
    }

    private static void collectLabels(Relation relation, Set<Relation> seen, List<Relation> labelled) {
        if (seen.add(relation)) {
            relation.node().inputs().forEach(input -> collectLabels(input, seen, labelled));
            boolean known = labelled.stream()
                    .anyMatch(other -> other.equals(relation) && other.label().equals(relation.label()));
            if (relation.label().isPresent() && !known) {
                labelled.add(relation);
            }
        }
    }

    private Relation rebuilt(Node node) {
        if (node instanceof Node.Scan scan) {
            return windowed(scan);
        } else if (node instanceof Node.Filter filter) {
            return Relation.of(new Node.Filter(bind(filter.input()), bind(filter.predicate())));
        } else if (node instanceof Node.Project project) {
            List<Named> columns = project.columns().stream()
                    .map(column -> new Named(column.name(), bind(column.expr())))
                    .toList();
            return Relation.of(new Node.Project(bind(project.input()), columns));
        } else if (node instanceof Node.Join join) {
            return join(bind(join.left()), bind(join.right()), join);
        } else if (node instanceof Node.Aggregate aggregate) {
            List<Aggregation> aggregations = aggregate.aggregations().stream()
                    .map(a -> new Aggregation(
                            a.function(), a.args().stream().map(this::bind).toList(), a.names()))
                    .toList();
            return Relation.of(new Node.Aggregate(bind(aggregate.input()), aggregate.by(), aggregations));
        } else if (node instanceof Node.Union union) {
            return Relation.of(
                    new Node.Union(union.inputs().stream().map(this::bind).toList()));
        } else if (node instanceof Node.Top top) {
            return Relation.of(new Node.Top(bind(top.input()), top.count(), top.order()));
        } else if (node instanceof Node.Distinct distinct) {
            return distinct(bind(distinct.input()));
        }
        throw new IllegalStateException("unknown node " + node.getClass());
    }

    private Relation windowed(Node.Scan scan) {
        Relation all = table(scan);
        if (!scan.table().isWindowed()) {
            return all;
        }
        Relation base = all;
        Expr time = new Expr.Column(scan.table().time(), Type.TIMESTAMP);
        Long from = run.window().from();
        Long to = run.window().to();
        if (from != null) {
            base = base.where(time.isAtLeast(moved(from, -Ticks.of(query.before()))));
        }
        if (to != null) {
            base = base.where(time.isLessThan(moved(to, Ticks.of(query.after()))));
        }
        bases.add(base);
        if (base.node() instanceof Node.Filter filter) {
            bases.add(filter.input());
        }
        return base;
    }

    private Relation table(Node.Scan scan) {
        Relation view = views.get(scan.table().name());
        Relation all = view == null
                ? Relation.of(scan)
                : view.project(scan.table().schema().names().toArray(String[]::new));
        for (Relation base = all; bases.add(base) && !base.node().inputs().isEmpty(); ) {
            base = base.node().inputs().get(0);
        }
        return all;
    }

    private static Expr moved(long ticks, long by) {
        return Expressions.literal(Ticks.plus(ticks, by), Type.TIMESTAMP);
    }

    /** Of the right side of a semi or anti join only the distinct keys are asked for, a column for each. */
    private static Relation join(Relation left, Relation right, Node.Join join) {
        List<String> names = join.keys().stream().map(Node.Join.Key::right).toList();
        if (join.isWide() || right.schema().names().equals(names)) {
            Relation asked = join.isWide() ? right : distinct(right);
            return Relation.of(new Node.Join(left, asked, join.kind(), join.keys()));
        }
        List<Named> columns = new ArrayList<>();
        List<Node.Join.Key> keys = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.indexOf(names.get(i)) == i ? names.get(i) : names.get(i) + " again " + i;
            columns.add(new Named(name, right.column(names.get(i))));
            keys.add(new Node.Join.Key(join.keys().get(i).left(), name));
        }
        return Relation.of(
                new Node.Join(left, distinct(right.project(columns.toArray(Named[]::new))), join.kind(), keys));
    }

    /** Distinct rows as groups without aggregates: one operator for both. */
    private static Relation distinct(Relation input) {
        boolean isDistinct = input.node() instanceof Node.Aggregate aggregate
                && aggregate.aggregations().isEmpty();
        if (isDistinct && input.label().isEmpty()) {
            return input;
        }
        return Relation.of(new Node.Aggregate(input, input.schema().names(), List.of()));
    }

    private Expr bind(Expr expr) {
        return rewrite(expr, leaf -> {
            if (leaf instanceof Expr.Param param) {
                return new Expr.Literal(value(param), Type.TIMESTAMP);
            } else if (leaf instanceof Expr.In in) {
                return new Expr.In(in.keys(), distinct(bind(in.relation())));
            }
            return leaf;
        });
    }

    private @Nullable Long value(Expr.Param param) {
        return switch (param.name()) {
            case FROM -> run.window().from();
            case TO -> run.window().to();
            case RUN_START -> Ticks.of(run.started());
        };
    }

    /** The expression with every node replaced, operands first; what has become constant is folded. */
    static Expr rewrite(Expr expr, UnaryOperator<Expr> replacement) {
        if (expr instanceof Expr.Call call) {
            List<Expr> args =
                    call.args().stream().map(arg -> rewrite(arg, replacement)).toList();
            return folded(call.function(), args, call);
        } else if (expr instanceof Expr.Match match) {
            return replacement.apply(new Expr.Match(
                    rewrite(match.text(), replacement), match.op(), match.ignoreCase(), match.literals()));
        } else if (expr instanceof Expr.In in) {
            List<Expr> keys =
                    in.keys().stream().map(key -> rewrite(key, replacement)).toList();
            return replacement.apply(new Expr.In(keys, in.relation()));
        }
        return replacement.apply(expr);
    }

    /**
     * The window's open ends make whole conditions true, and calls of literals are literals: sources know what to skip only
     * where a column is compared with one.
     */
    private static Expr folded(Function function, List<Expr> args, Expr.Call call) {
        if (function == Function.IS_NULL && args.get(0) instanceof Expr.Literal literal) {
            return Expressions.literal(literal.value() == null);
        }
        if (function == Function.AND || function == Function.OR) {
            boolean decides = function == Function.OR;
            for (int i = 0; i < 2; i++) {
                if (args.get(i) instanceof Expr.Literal literal && literal.value() instanceof Boolean value) {
                    return value == decides ? literal : args.get(1 - i);
                }
            }
        }
        return ExprCompiler.folded(args.equals(call.args()) ? call : new Expr.Call(function, args, call.type()));
    }
}
