package dev.grebe.engine;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Node;
import dev.grebe.plan.Relation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds what runs inside scans. A chain of filters and projections over a table is one piece; it ends where another
 * operator begins, or where two relations need it. Everything else is computed from what the scans kept.
 */
final class Planner {
    private final Set<Relation> bases;
    private final Set<Relation> labelled;
    private final Map<Relation, Integer> uses = new HashMap<>();
    private final Map<Relation, Set<String>> needs;
    private final Map<Relation, Tap> taps = new LinkedHashMap<>();
    private final Map<Relation, Relation> matchedBy = new HashMap<>();
    private final Set<Relation> visited = new HashSet<>();

    private Planner(Collection<Relation> roots, Set<Relation> bases, Set<Relation> labelled) {
        this.bases = bases;
        this.labelled = labelled;
        roots.forEach(this::countUses);
        this.needs = Needs.of(roots, labelled);
    }

    /** The taps of all plans; equal relations have one. */
    static List<Tap> plan(Binder.Bound bound) {
        Collection<Relation> roots = bound.queries().values();
        Planner planner = new Planner(roots, bound.bases(), bound.labelled());
        roots.forEach(planner::visit);
        // What nobody reads is not computed, but the count of its label is still asked for.
        bound.labelled().stream()
                .filter(relation -> !planner.isCounted(relation))
                .forEach(planner::visit);
        return List.copyOf(planner.taps.values());
    }

    private void countUses(Relation relation) {
        if (uses.merge(relation, 1, Integer::sum) == 1) {
            relation.node().inputs().forEach(this::countUses);
        }
    }

    private boolean isCounted(Relation labelled) {
        return visited.contains(labelled)
                || taps.values().stream().anyMatch(tap -> tap.chain().steps().contains(new Chain.Count(labelled)));
    }

    private void visit(Relation relation) {
        if (!visited.add(relation)) {
            return;
        }
        Chain chain = chain(relation);
        if (chain != null) {
            tap(chain, new Tap.Keep(), relation, chain.columnsOf(needs(relation)));
            return;
        }
        if (relation.node() instanceof Node.Aggregate aggregate && isPrivate(aggregate.input())) {
            Chain grouped = chain(aggregate.input());
            if (grouped != null) {
                tap(grouped, use(aggregate, relation), relation, grouped.columnsOf(needs(aggregate.input())));
                return;
            }
        }
        if (relation.node() instanceof Node.Join join && !join.isWide() && uses.getOrDefault(join.right(), 0) == 1) {
            matchedBy.put(join.right(), relation);
        }
        relation.node().inputs().forEach(this::visit);
    }

    private void tap(Chain chain, Tap.Use use, Relation result, Set<String> columns) {
        taps.put(result, new Tap(chain, use, result, columns));
        chain.memberships().forEach(in -> visit(in.relation()));
        // Beside the chain's own relation a grouping reads those that its arguments ask for membership.
        result.node().inputs().stream()
                .filter(input -> !(use instanceof Tap.Keep) && !input.equals(chain.relation()))
                .forEach(this::visit);
    }

    private Tap.Use use(Node.Aggregate aggregate, Relation relation) {
        Relation join = matchedBy.get(relation);
        return join == null || !aggregate.aggregations().isEmpty() || labelled.contains(relation)
                ? new Tap.Group(aggregate)
                : new Tap.Match(aggregate, join);
    }

    private Set<String> needs(Relation relation) {
        return needs.getOrDefault(relation, Set.of());
    }

    private @Nullable Chain chain(Relation relation) {
        Chain chain = uncounted(relation);
        return chain != null && labelled.contains(relation) ? chain.counted() : chain;
    }

    private @Nullable Chain uncounted(Relation relation) {
        if (relation.node() instanceof Node.Scan scan) {
            return Chain.scan(relation, scan.table());
        }
        Relation input;
        if (relation.node() instanceof Node.Filter filter) {
            input = filter.input();
        } else if (relation.node() instanceof Node.Project project) {
            input = project.input();
        } else {
            return null;
        }
        Chain before = isPrivate(input) ? chain(input) : null;
        return before == null ? null : before.then(relation);
    }

    /** Whether a relation need not be kept for others: it is a table as such, or has one user. */
    private boolean isPrivate(Relation relation) {
        return bases.contains(relation) || uses.getOrDefault(relation, 0) <= 1;
    }

    /**
     * The order of tables. A table whose rows are asked for membership, or for a match with rows of others, wants those
     * others first; of the tables without such a wish, or of all where wishes disagree, the smallest goes next.
     */
    static List<String> order(Map<String, Set<String>> wishes, Map<String, Long> bytes) {
        Set<String> remaining = new TreeSet<>(bytes.keySet());
        List<String> order = new ArrayList<>();
        while (!remaining.isEmpty()) {
            List<String> free = remaining.stream()
                    .filter(table ->
                            wishes.getOrDefault(table, Set.of()).stream().noneMatch(remaining::contains))
                    .toList();
            String next = smallest(free.isEmpty() ? remaining : free, bytes);
            remaining.remove(next);
            order.add(next);
        }
        return order;
    }

    private static String smallest(Collection<String> tables, Map<String, Long> bytes) {
        return tables.stream()
                .min(Comparator.<String>comparingLong(bytes::get).thenComparing(name -> name))
                .orElseThrow();
    }

    /** By table: the tables that should be read before it. */
    static Map<String, Set<String>> wishes(List<Tap> taps, Collection<Relation> roots) {
        Map<String, Set<String>> wishes = new HashMap<>();
        for (Tap tap : taps) {
            Set<String> wanted = wishes.computeIfAbsent(tap.table(), name -> new LinkedHashSet<>());
            for (Expr.In in : tap.chain().memberships()) {
                wanted.addAll(tables(in.relation()));
            }
            wanted.remove(tap.table());
        }
        Set<Relation> seen = new HashSet<>();
        roots.forEach(root -> wishesOfJoins(root, wishes, seen));
        return wishes;
    }

    private static void wishesOfJoins(Relation relation, Map<String, Set<String>> wishes, Set<Relation> seen) {
        if (!seen.add(relation)) {
            return;
        }
        if (relation.node() instanceof Node.Join join && !join.isWide()) {
            Set<String> left = tables(join.left());
            for (String table : tables(join.right())) {
                Set<String> wanted = wishes.computeIfAbsent(table, name -> new LinkedHashSet<>());
                left.stream().filter(other -> !other.equals(table)).forEach(wanted::add);
            }
        }
        relation.node().inputs().forEach(input -> wishesOfJoins(input, wishes, seen));
    }

    /** All tables that a relation reads. */
    static Set<String> tables(Relation relation) {
        Set<String> tables = new TreeSet<>();
        collectTables(relation, tables, new HashSet<>());
        return tables;
    }

    private static void collectTables(Relation relation, Set<String> tables, Set<Relation> seen) {
        if (seen.add(relation)) {
            if (relation.node() instanceof Node.Scan scan) {
                tables.add(scan.table().name());
            }
            relation.node().inputs().forEach(input -> collectTables(input, tables, seen));
        }
    }
}
