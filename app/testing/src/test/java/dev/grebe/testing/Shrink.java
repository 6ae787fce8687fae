package dev.grebe.testing;

import dev.grebe.engine.Query;
import dev.grebe.engine.Settings;
import dev.grebe.plan.Aggregation;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Node;
import dev.grebe.plan.PlanException;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes a failing case small: takes the first simpler one that still fails, again and again. What is simpler: fewer
 * queries, a part of a plan in the place of the whole, less of a node, fewer rows, missing values, a plainer run.
 */
final class Shrink {
    private final Predicate<Case> fails;
    private final long deadline;

    private Shrink(Predicate<Case> fails, Duration limit) {
        this.fails = fails;
        this.deadline = System.nanoTime() + limit.toNanos();
    }

    /** The smallest failing case that is found in that time. */
    static Case smallest(Case failing, Predicate<Case> fails, Duration limit) {
        return new Shrink(fails, limit).smallest(failing);
    }

    private Case smallest(Case failing) {
        Case smallest = failing;
        Optional<Case> next = simpler(smallest);
        while (next.isPresent()) {
            smallest = next.get();
            next = simpler(smallest);
        }
        return smallest;
    }

    /** The first simpler case that fails. */
    private Optional<Case> simpler(Case given) {
        List<Case> candidates = new ArrayList<>();
        addRuns(given, candidates);
        addQueries(given, candidates);
        addPlans(given, candidates);
        addTables(given, candidates);
        return candidates.stream()
                .takeWhile(candidate -> System.nanoTime() < deadline)
                .filter(fails)
                .findFirst();
    }

    private static void addRuns(Case given, List<Case> candidates) {
        Layout layout = given.layout();
        Layout plainer = new Layout(layout.batchRows(), layout.splits(), layout.rereads(), Layout.Coding.PLAIN, false);
        Settings simple = new Settings(1, 256L << 20, Settings.BATCH_ROWS);
        for (Case simpler : List.of(
                new Case(given.queries(), given.tables(), Window.ALL, layout, given.settings()),
                new Case(given.queries(), given.tables(), given.window(), Layout.PLAIN, given.settings()),
                new Case(given.queries(), given.tables(), given.window(), plainer, given.settings()),
                new Case(given.queries(), given.tables(), given.window(), layout, simple))) {
            if (!simpler.equals(given)) {
                candidates.add(simpler);
            }
        }
    }

    private static void addQueries(Case given, List<Case> candidates) {
        if (given.queries().size() > 1) {
            given.queries().forEach(query -> candidates.add(with(given, List.of(query))));
        }
        for (Query query : given.queries()) {
            if (!query.before().isZero() || !query.after().isZero()) {
                candidates.add(withQuery(given, query, Query.of(query.name(), query.relation())));
            }
        }
    }

    private static void addPlans(Case given, List<Case> candidates) {
        for (Query query : given.queries()) {
            Set<Relation> parts = new LinkedHashSet<>();
            collect(query.relation(), parts);
            parts.remove(query.relation());
            parts.forEach(part -> candidates.add(withRelation(given, query, part)));
            parts.add(query.relation());
            for (Relation part : parts) {
                lesser(part).forEach(less -> addRewritten(given, query, part, less, candidates));
            }
        }
    }

    private static void addRewritten(Case given, Query query, Relation part, Relation by, List<Case> candidates) {
        try {
            candidates.add(withRelation(given, query, Rewrite.replacing(part, by, query.relation())));
        } catch (PlanException e) {
            // The rest of the plan needs what the lesser part lacks: no case.
        }
    }

    private static void collect(Relation relation, Set<Relation> parts) {
        relation.node().inputs().forEach(input -> collect(input, parts));
        parts.add(relation);
    }

    /** Relations that could stand for this one. */
    private static List<Relation> lesser(Relation relation) {
        Node node = relation.node();
        List<Relation> lesser = new ArrayList<>(node.inputs());
        if (relation.label().isPresent()) {
            lesser.add(Relation.of(node));
        }
        if (node instanceof Node.Filter filter) {
            parts(filter.predicate()).forEach(part -> lesser.add(filter.input().where(part)));
        } else if (node instanceof Node.Project project) {
            without(project.columns())
                    .forEach(some -> lesser.add(Relation.of(new Node.Project(project.input(), some))));
        } else if (node instanceof Node.Join join) {
            without(join.keys()).forEach(some -> lesser.add(join.left().join(join.right(), join.kind(), some)));
        } else if (node instanceof Node.Aggregate aggregate) {
            without(aggregate.by())
                    .forEach(some -> lesser.add(
                            Relation.of(new Node.Aggregate(aggregate.input(), some, aggregate.aggregations()))));
            without(aggregate.aggregations())
                    .forEach(some ->
                            lesser.add(aggregate.input().summarize(aggregate.by(), some.toArray(Aggregation[]::new))));
        } else if (node instanceof Node.Union union) {
            without(union.inputs()).forEach(some -> lesser.add(Relation.of(new Node.Union(some))));
        } else if (node instanceof Node.Top top) {
            without(top.order()).forEach(some -> lesser.add(Relation.of(new Node.Top(top.input(), top.count(), some))));
        }
        return lesser;
    }

    /** The conditions inside a condition. */
    private static List<Expr> parts(Expr predicate) {
        return predicate instanceof Expr.Call call
                ? call.args().stream().filter(arg -> arg.type() == Type.BOOL).toList()
                : List.of();
    }

    /** The list without each of its elements, never empty. */
    private static <T> List<List<T>> without(List<T> list) {
        List<List<T>> lists = new ArrayList<>();
        for (int i = 0; list.size() > 1 && i < list.size(); i++) {
            List<T> some = new ArrayList<>(list);
            some.remove(i);
            lists.add(some);
        }
        return lists;
    }

    private static void addTables(Case given, List<Case> candidates) {
        for (TableLiteral table : given.tables().values()) {
            List<List<@Nullable Object>> rows = table.rows();
            for (int length = rows.size(); length > 0; length /= 2) {
                for (int start = 0; start < rows.size(); start += length) {
                    List<List<@Nullable Object>> some = new ArrayList<>(rows.subList(0, start));
                    some.addAll(rows.subList(Math.min(rows.size(), start + length), rows.size()));
                    candidates.add(withRows(given, table, some));
                }
            }
            for (int column = 0; column < table.schema().size(); column++) {
                Object missing = Naive.missing(table.schema().field(column).type());
                List<List<@Nullable Object>> blank = new ArrayList<>();
                for (List<@Nullable Object> row : rows) {
                    List<@Nullable Object> changed = new ArrayList<>(row);
                    changed.set(column, missing);
                    blank.add(changed);
                }
                if (!blank.equals(rows)) {
                    candidates.add(withRows(given, table, blank));
                }
            }
        }
    }

    private static Case withRows(Case given, TableLiteral table, List<List<@Nullable Object>> rows) {
        Map<String, TableLiteral> tables = new TreeMap<>(given.tables());
        tables.put(table.name(), new TableLiteral(table.name(), table.schema(), rows));
        return new Case(given.queries(), tables, given.window(), given.layout(), given.settings());
    }

    private static Case withRelation(Case given, Query query, Relation relation) {
        return withQuery(given, query, new Query(query.name(), relation, query.before(), query.after()));
    }

    private static Case withQuery(Case given, Query replaced, Query by) {
        return with(
                given,
                given.queries().stream()
                        .map(query -> query.equals(replaced) ? by : query)
                        .toList());
    }

    private static Case with(Case given, List<Query> queries) {
        return new Case(queries, given.tables(), given.window(), given.layout(), given.settings());
    }
}
