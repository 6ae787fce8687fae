package dev.grebe.engine;

import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.engine.expr.Condition;
import dev.grebe.engine.expr.ExprCompiler;
import dev.grebe.engine.expr.Membership;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Field;
import dev.grebe.plan.Named;
import dev.grebe.plan.Node;
import dev.grebe.plan.Relation;
import dev.grebe.plugin.Rows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Computes relations from what the scans kept, each once. One thread; reading columns is what the workers are used for.
 */
final class Evaluation {
    private final Set<Relation> labelled;
    private final int batchRows;
    private final Budget budget;
    private final Clock clock;
    private final Map<Relation, Integer> uses = new HashMap<>();
    private final Map<Relation, Scanned> scanned = new HashMap<>();
    private final Map<Relation, Long> counts = new HashMap<>();
    private final Map<Relation, RowSet> known = new HashMap<>();
    private final Map<Relation, KeyTable> keyTables = new HashMap<>();

    Evaluation(Binder.Bound bound, int batchRows, Budget budget, Clock clock) {
        this.labelled = bound.labelled();
        this.batchRows = batchRows;
        this.budget = budget;
        this.clock = clock;
        bound.queries().values().forEach(this::countUses);
    }

    /** What a scan kept, before the steps that had to wait. */
    private record Scanned(RowSet rows, List<Chain.Step> steps, List<Named> outputs) {}

    private void countUses(Relation relation) {
        if (uses.merge(relation, 1, Integer::sum) == 1) {
            relation.node().inputs().forEach(this::countUses);
        }
    }

    /** Makes a chain's relation known by the rows that its scan kept, and the steps that are still to do. */
    void put(Chain chain, RowSet rows, List<Chain.Step> steps) {
        scanned.put(chain.relation(), new Scanned(rows, steps, chain.outputs()));
    }

    /** Makes a relation known that a scan grouped. */
    void put(Relation relation, Grouping grouping) {
        keyTables.put(relation, grouping.keys());
        known.put(relation, grouping.rows());
    }

    /** Makes a semi or anti join known by the left rows that are left. */
    void put(Relation join, PickedRows rows) {
        known.put(join, rows);
    }

    /** Tells how many rows a labelled relation has that is not kept. */
    void count(Relation labelled, long rows) {
        counts.put(labelled, rows);
    }

    /** Rows of a relation. */
    long count(Relation relation) {
        Long count = counts.get(relation);
        return count == null ? rows(relation).size() : count;
    }

    RowSet rows(Relation relation) {
        RowSet rows = known.get(relation);
        if (rows == null) {
            rows = compute(relation);
            known.put(relation, rows);
        }
        return rows;
    }

    private RowSet compute(Relation relation) {
        Scanned chain = scanned.get(relation);
        if (chain != null) {
            return finish(chain);
        }
        Node node = relation.node();
        if (node instanceof Node.Filter filter) {
            return filter(filter);
        } else if (node instanceof Node.Project project) {
            return project(rows(project.input()), project.columns());
        } else if (node instanceof Node.Join join) {
            return join.isWide() ? pairs(join, Optional.empty()) : semi(join);
        } else if (node instanceof Node.Aggregate aggregate) {
            RowSet input = rows(aggregate.input());
            Grouping grouping = group(aggregate, input);
            keyTables.put(relation, grouping.keys());
            return grouping.rows();
        } else if (node instanceof Node.Union union) {
            return new UnionRows(union.inputs().stream().map(this::rows).toList(), budget);
        } else if (node instanceof Node.Top top) {
            RowSet input = rows(top.input());
            long start = System.nanoTime();
            RowSet first = new Sorter(budget).top(top, input);
            clock.add("top " + top.count(), input.size(), System.nanoTime() - start);
            return first;
        }
        throw new IllegalStateException("not computed by its scan: " + node.getClass());
    }

    private RowSet finish(Scanned chain) {
        RowSet rows = chain.rows();
        for (Chain.Step step : chain.steps()) {
            if (step instanceof Chain.Where where) {
                rows = filter(rows, where.condition());
            } else if (step instanceof Chain.Count count) {
                counts.put(count.labelled(), (long) rows.size());
            }
        }
        return project(rows, chain.outputs());
    }

    private RowSet project(RowSet input, List<Named> columns) {
        List<Expr> exprs = columns.stream().map(Named::expr).toList();
        return new ProjectedRows(input, columns, compiler(input.schema().fields(), exprs));
    }

    /** Filters right above a join tell which pairs are worth forming, unless somebody counts or shares what is between. */
    private RowSet filter(Node.Filter filter) {
        List<Expr> conditions = new ArrayList<>(Exprs.conjuncts(filter.predicate()));
        Relation input = filter.input();
        while (isPrivate(input) && input.node() instanceof Node.Filter inner) {
            conditions.addAll(0, Exprs.conjuncts(inner.predicate()));
            input = inner.input();
        }
        return filter(pairsOrRows(input, conditions), conditions);
    }

    private RowSet pairsOrRows(Relation input, List<Expr> conditions) {
        boolean isKnown = known.containsKey(input) || !isPrivate(input);
        return !isKnown && input.node() instanceof Node.Join join && join.kind() == Node.Join.Kind.INNER
                ? pairs(join, TimeBound.of(join, input.schema().names(), conditions))
                : rows(input);
    }

    private boolean isPrivate(Relation relation) {
        return !labelled.contains(relation) && uses.getOrDefault(relation, 0) <= 1;
    }

    /** One condition after the other, so that the columns of a later one are read for the rows that are left. */
    private RowSet filter(RowSet input, List<Expr> conditions) {
        RowSet rows = input;
        for (Expr condition : conditions) {
            rows = filter(rows, condition);
        }
        return rows;
    }

    private RowSet filter(RowSet input, Expr predicate) {
        ExprCompiler compiler = compiler(input.schema().fields(), List.of(predicate));
        long start = System.nanoTime();
        want(input, Exprs.columns(predicate));
        Condition condition = compiler.condition(predicate);
        IntList kept = new IntList(budget, "rows of " + predicate);
        for (int from = 0; from < input.size(); from += batchRows) {
            Workers.requireUninterrupted();
            int count = Math.min(batchRows, input.size() - from);
            RowBatch batch = new RowBatch(input, RowNumbers.range(from, count), 0, count);
            Selection selected = condition.filter(batch, Selection.all(count));
            for (int i = 0; i < selected.count(); i++) {
                kept.add(from + selected.rows()[i]);
            }
        }
        clock.add("where " + predicate, input.size(), System.nanoTime() - start);
        return kept.size() == input.size() ? input : new PickedRows(input, kept.array(), kept.size());
    }

    private RowSet pairs(Node.Join join, Optional<TimeBound> bound) {
        RowSet left = rows(join.left());
        RowSet right = rows(join.right());
        long start = System.nanoTime();
        RowSet pairs = new Joiner(join, bound, batchRows, budget).pairs(left, right);
        String keys = join.keys().toString();
        clock.add(
                bound.isPresent() ? "interval join on " + keys : "join on " + keys,
                pairs.size(),
                System.nanoTime() - start);
        return pairs;
    }

    private RowSet semi(Node.Join join) {
        RowSet left = rows(join.left());
        KeyTable right = keyTable(join.right());
        long start = System.nanoTime();
        List<Integer> places = join.keys().stream()
                .map(key -> left.schema().index(key.left(), "the rows"))
                .toList();
        left.want(places, Rows.ALL);
        KeyTable.Probe probe = right.probe();
        IntList kept = new IntList(budget, "rows of a semi join");
        int[] numbers = new int[batchRows];
        for (int from = 0; from < left.size(); from += batchRows) {
            Workers.requireUninterrupted();
            int count = Math.min(batchRows, left.size() - from);
            int[] rows = RowNumbers.range(from, count);
            List<Column> keys = places.stream()
                    .map(place -> left.column(place, rows, 0, count))
                    .toList();
            probe.find(keys, RowNumbers.upTo(count), count, numbers);
            for (int i = 0; i < count; i++) {
                boolean matches = numbers[i] != KeyTable.ABSENT && !right.hasNull(numbers[i]);
                if (matches == (join.kind() == Node.Join.Kind.SEMI)) {
                    kept.add(from + i);
                }
            }
        }
        clock.add(join.kind() + " join on " + join.keys(), left.size(), System.nanoTime() - start);
        return new PickedRows(left, kept.array(), kept.size());
    }

    /** The distinct rows of a relation that the binder made distinct. */
    private KeyTable keyTable(Relation relation) {
        rows(relation);
        KeyTable table = keyTables.get(relation);
        if (table == null) {
            throw new IllegalStateException("no keys of " + relation.name());
        }
        return table;
    }

    private Grouping group(Node.Aggregate node, RowSet input) {
        List<Expr> args =
                node.aggregations().stream().flatMap(a -> a.args().stream()).toList();
        ExprCompiler compiler = compiler(input.schema().fields(), args);
        long start = System.nanoTime();
        Set<String> columns = new LinkedHashSet<>(node.by());
        args.forEach(arg -> columns.addAll(Exprs.columns(arg)));
        want(input, columns);
        Grouping grouping = new Grouping(node, budget);
        GroupFeed feed = GroupFeed.of(node, compiler);
        for (int from = 0; from < input.size(); from += batchRows) {
            Workers.requireUninterrupted();
            int count = Math.min(batchRows, input.size() - from);
            feed.accept(new RowBatch(input, RowNumbers.range(from, count), 0, count), Selection.all(count), grouping);
        }
        clock.add("summarize by " + node.by(), input.size(), System.nanoTime() - start);
        return grouping;
    }

    private static void want(RowSet set, Collection<String> columns) {
        if (!columns.isEmpty()) {
            set.want(
                    columns.stream()
                            .map(name -> set.schema().index(name, "the rows"))
                            .toList(),
                    Rows.ALL);
        }
    }

    /** A compiler for expressions whose relations are computed now. */
    ExprCompiler compiler(List<Field> fields, Collection<Expr> exprs) {
        Map<Expr.In, Membership> memberships = new HashMap<>();
        for (Expr expr : exprs) {
            for (Expr.In in : Exprs.memberships(expr)) {
                memberships.computeIfAbsent(in, key -> new KeyMembership(keyTable(key.relation())));
            }
        }
        return new ExprCompiler(fields, memberships);
    }
}
