package dev.grebe.engine;

import dev.grebe.data.Column;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.Account;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs stage after stage, then computes what the queries ask for. */
final class EngineExecution implements Execution {
    private final Binder.Bound bound;
    private final List<Stage> stages;
    private final Map<String, Scan> scans;
    private final Settings settings;
    private final Budget budget;
    private final String explanation;

    /** @param stages in the order in which they run */
    EngineExecution(
            Binder.Bound bound,
            List<Stage> stages,
            Map<String, Scan> scans,
            Settings settings,
            Budget budget,
            String explanation) {
        this.bound = bound;
        this.stages = stages;
        this.scans = scans;
        this.settings = settings;
        this.budget = budget;
        this.explanation = explanation;
    }

    @Override
    public String explain() {
        return explanation;
    }

    @Override
    public Outcome run(Progress progress) {
        Clock clock = new Clock();
        try (Workers workers = new Workers(settings.threads())) {
            Evaluation evaluation = new Evaluation(bound, settings.batchRows(), budget, clock);
            Map<String, Long> delivered = new LinkedHashMap<>();
            Set<String> done = new HashSet<>();
            for (Stage stage : stages) {
                StageRun scanning = new StageRun(stage, scan(stage), done, evaluation, workers, budget);
                long start = System.nanoTime();
                long rows = scanning.run(stage.table(), progress);
                clock.add("scan " + stage.table(), rows, System.nanoTime() - start);
                delivered.put(stage.table(), rows);
                done.add(stage.table());
            }
            Map<String, Result> results = new LinkedHashMap<>();
            bound.queries().forEach((name, relation) -> results.put(name, result(evaluation, relation, clock)));
            Map<String, List<Outcome.LabelCount>> funnels = new LinkedHashMap<>();
            bound.labels().forEach((name, labels) -> funnels.put(name, funnel(evaluation, labels)));
            Map<String, Account> accounts = new LinkedHashMap<>();
            scans.forEach((table, scan) -> accounts.put(table, scan.account()));
            return new Outcome(results, funnels, accounts, delivered, clock.times());
        }
    }

    private Scan scan(Stage stage) {
        return Objects.requireNonNull(scans.get(stage.table()));
    }

    private static List<Outcome.LabelCount> funnel(Evaluation evaluation, List<Relation> labels) {
        return labels.stream()
                .map(relation -> new Outcome.LabelCount(relation.label().orElseThrow(), evaluation.count(relation)))
                .toList();
    }

    private Result result(Evaluation evaluation, Relation relation, Clock clock) {
        RowSet rows = evaluation.rows(relation);
        Schema schema = rows.schema();
        long start = System.nanoTime();
        List<Integer> places = IntStream.range(0, schema.size()).boxed().toList();
        rows.want(places, Rows.ALL);
        int[] sorted = new Sorter(budget).sorted(rows);
        List<Column> columns = places.stream()
                .map(place -> rows.column(place, sorted, 0, sorted.length))
                .toList();
        budget.reserve(sorted.length * (64L + 32L * columns.size()), "the rows of the result");
        List<List<@Nullable Object>> values = new ArrayList<>(sorted.length);
        for (int row = 0; row < sorted.length; row++) {
            List<@Nullable Object> cells = new ArrayList<>(columns.size());
            for (int i = 0; i < columns.size(); i++) {
                cells.add(Values.of(columns.get(i), row, schema.field(i).type()));
            }
            values.add(cells);
        }
        clock.add("result", sorted.length, System.nanoTime() - start);
        return new Result(schema, values);
    }

    @Override
    public void close() {
        scans.values().forEach(Scan::close);
    }
}
