package dev.grebe.engine;

import dev.grebe.plan.PlanException;
import dev.grebe.plan.Relation;
import dev.grebe.plugin.Run;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Split;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Runs queries over sources. Stateless; many preparations may live side by side. */
public final class Engine {
    private final Settings settings;

    public Engine(Settings settings) {
        this.settings = settings;
    }

    /**
     * Finds what {@link #prepare} would refuse in the plan itself, without any source.
     *
     * @throws PlanException if a regular expression is none, or is too large
     */
    public static void check(Relation relation) {
        new PlanCheck().check(relation);
    }

    /**
     * Plans the queries together and opens the scans: lists files and reads what the sources need to know of them.
     *
     * @throws PlanException if two queries declare a column with different types, or a table is not in the lake, or as
     *     {@link #check}
     * @throws dev.grebe.plugin.DataException if a path or a required column is missing, or a file is damaged
     */
    public Execution prepare(List<Query> queries, Lake lake, Run run) {
        queries.forEach(query -> check(query.relation()));
        lake.views().values().forEach(Engine::check);
        Binder.Bound bound = Binder.bind(queries, lake.views(), run);
        Collection<Relation> roots = bound.queries().values();
        List<Tap> taps = Planner.plan(bound);
        Map<String, Stage> stages = Stage.of(taps);
        Budget budget = new Budget(settings.memoryBytes());
        Map<String, Scan> scans = new LinkedHashMap<>();
        try {
            for (Stage stage : stages.values()) {
                Lake.Feed feed = lake.feeds().get(stage.table());
                if (feed == null) {
                    throw new PlanException("table '%s' has no source".formatted(stage.table()));
                }
                scans.put(stage.table(), feed.source().scan(stage.request(feed.filed()), budget, feed.rejects()));
            }
            Map<String, Long> bytes = new LinkedHashMap<>();
            scans.forEach((table, scan) -> bytes.put(
                    table, scan.splits().stream().mapToLong(Split::bytes).sum()));
            Map<String, Set<String>> wishes = Planner.wishes(taps, roots);
            List<Stage> ordered = Planner.order(wishes, bytes).stream()
                    .map(table -> Objects.requireNonNull(stages.get(table)))
                    .toList();
            String explanation = new Explanation(queries, ordered, scans, wishes, settings).text();
            return new EngineExecution(bound, ordered, scans, settings, budget, explanation);
        } catch (RuntimeException | Error failure) {
            scans.values().forEach(Scan::close);
            throw failure;
        }
    }
}
