package dev.grebe.engine;

import dev.grebe.plan.PlanException;
import dev.grebe.plan.Relation;
import dev.grebe.plugin.Run;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Source;
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
     * Plans the queries together and opens the scans: lists files and reads what the sources need to know of them.
     *
     * @param sources by table name, one for every table the queries read
     * @throws PlanException if two queries declare a column with different types, or a table has no source
     * @throws dev.grebe.plugin.DataException if a path or a required column is missing, or a file is damaged
     */
    public Execution prepare(List<Query> queries, Map<String, Source> sources, Run run) {
        Binder.Bound bound = Binder.bind(queries, run);
        Collection<Relation> roots = bound.queries().values();
        List<Tap> taps = Planner.plan(bound);
        Map<String, Stage> stages = Stage.of(taps);
        Budget budget = new Budget(settings.memoryBytes());
        Map<String, Scan> scans = new LinkedHashMap<>();
        try {
            for (Stage stage : stages.values()) {
                Source source = sources.get(stage.table());
                if (source == null) {
                    throw new PlanException("table '%s' has no source".formatted(stage.table()));
                }
                scans.put(stage.table(), source.scan(stage.request(), budget));
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
