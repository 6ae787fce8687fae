package dev.grebe.engine;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Node;
import dev.grebe.plan.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of a tap happens inside the scan. A condition that asks for membership in what is not computed yet waits: rows
 * are kept without it. Later conditions still run inside, up to the next label, whose count must not miss a row.
 */
record TapRun(Tap tap, List<Chain.Step> inside, List<Chain.Step> afterwards) {
    /** @param done tables whose stages have run */
    static TapRun of(Tap tap, Set<String> done) {
        List<Chain.Step> inside = new ArrayList<>();
        List<Chain.Step> afterwards = new ArrayList<>();
        boolean counted = false;
        for (Chain.Step step : tap.chain().steps()) {
            boolean waits = step instanceof Chain.Where where && !isKnown(where.condition(), done);
            counted |= step instanceof Chain.Count && !afterwards.isEmpty();
            (waits || counted ? afterwards : inside).add(step);
        }
        return new TapRun(tap, List.copyOf(inside), List.copyOf(afterwards));
    }

    private static boolean isKnown(Expr condition, Set<String> done) {
        return Exprs.memberships(condition).stream().allMatch(in -> done.containsAll(Planner.tables(in.relation())));
    }

    /** The grouping that happens while rows are read; none if a condition waits, or an argument asks for what waits. */
    Optional<Node.Aggregate> grouping(Set<String> done) {
        if (tap.use() instanceof Tap.Keep || !afterwards.isEmpty()) {
            return Optional.empty();
        }
        Node.Aggregate aggregate =
                tap.use() instanceof Tap.Group group ? group.aggregate() : ((Tap.Match) tap.use()).aggregate();
        boolean known = GroupFeed.exprs(aggregate, meanings()).stream().allMatch(expr -> isKnown(expr, done));
        return known ? Optional.of(aggregate) : Optional.empty();
    }

    /** The relation's columns over the table's. */
    Map<String, Expr> meanings() {
        Map<String, Expr> meanings = new HashMap<>();
        tap.chain().outputs().forEach(output -> meanings.put(output.name(), output.expr()));
        return meanings;
    }

    List<Expr> conditionsInside() {
        return inside.stream()
                .filter(Chain.Where.class::isInstance)
                .map(step -> ((Chain.Where) step).condition())
                .toList();
    }

    /**
     * What happens inside, as few conditions as counts allow: the compiler orders what stands in one by cost. Empty is a
     * count.
     */
    List<Optional<Expr>> segments() {
        List<Optional<Expr>> segments = new ArrayList<>();
        for (Chain.Step step : inside) {
            int last = segments.size() - 1;
            if (step instanceof Chain.Count) {
                segments.add(Optional.empty());
            } else if (last >= 0 && segments.get(last).isPresent()) {
                segments.set(last, segments.get(last).map(before -> before.and(((Chain.Where) step).condition())));
            } else {
                segments.add(Optional.of(((Chain.Where) step).condition()));
            }
        }
        return segments;
    }

    List<Relation> labelsInside() {
        return inside.stream()
                .filter(Chain.Count.class::isInstance)
                .map(step -> ((Chain.Count) step).labelled())
                .toList();
    }
}
