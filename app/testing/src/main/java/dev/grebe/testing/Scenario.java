package dev.grebe.testing;

import dev.grebe.engine.Engine;
import dev.grebe.engine.Execution;
import dev.grebe.engine.Lake;
import dev.grebe.engine.Outcome;
import dev.grebe.engine.Progress;
import dev.grebe.engine.Query;
import dev.grebe.engine.Result;
import dev.grebe.engine.Settings;
import dev.grebe.plan.Expressions;
import dev.grebe.plan.Nearest;
import dev.grebe.plan.Node;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Detector;
import dev.grebe.plugin.Findings;
import dev.grebe.plugin.Run;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A detector, the tables it looks at, and what it finds: on the engine and on {@link Naive}, which must agree. A table
 * that is not given is empty. Immutable.
 *
 * <pre>{@code
 * Scenario scenario = Scenario.of(detector).given(table(EVENTS).row("2020-09-20T12:00:00Z", "dc1", "cmd.exe"));
 * assertThat(scenario.findings("DeviceId", "FileName")).containsExactly(List.of("dc1", "cmd.exe"));
 * }</pre>
 */
public final class Scenario {
    private static final String NAME = "detector";

    private final Detector detector;
    private final Map<String, TableLiteral> tables;
    private final Window window;

    private Scenario(Detector detector, Map<String, TableLiteral> tables, Window window) {
        this.detector = detector;
        this.tables = tables;
        this.window = window;
    }

    /** A detector over empty tables and all time. */
    public static Scenario of(Detector detector) {
        return new Scenario(detector, Map.of(), Window.ALL);
    }

    /** With these tables, in the place of those of the same name. */
    public Scenario given(TableLiteral... given) {
        Map<String, TableLiteral> all = new LinkedHashMap<>(tables);
        for (TableLiteral table : given) {
            all.put(table.name(), table);
        }
        return new Scenario(detector, all, window);
    }

    /** Run over {@code [from, to)}, ISO times. */
    public Scenario during(String from, String to) {
        return new Scenario(detector, tables, new Window(Ticks.of(Instant.parse(from)), Ticks.of(Instant.parse(to))));
    }

    /** All findings: values by column, as {@link #findings(String...)} gives them. */
    public List<Map<String, @Nullable Object>> findings() {
        Result result = run();
        List<Map<String, @Nullable Object>> findings = new ArrayList<>();
        for (List<@Nullable Object> row : result.rows()) {
            Map<String, @Nullable Object> finding = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                finding.put(
                        result.schema().field(i).name(),
                        readable(row.get(i), result.schema().field(i).type()));
            }
            findings.add(finding);
        }
        return findings;
    }

    /**
     * These columns of all findings, ascending by all their columns: an {@link Instant} for a TIMESTAMP, a {@link Duration}
     * for a DURATION, {@link Type#literal} objects for the others, null for what is missing.
     */
    public List<List<@Nullable Object>> findings(String... columns) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        Schema schema = findingsOf(detector).rows().schema();
        for (String column : columns) {
            schema.index(column, "the findings");
        }
        for (Map<String, @Nullable Object> finding : findings()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (String column : columns) {
                row.add(finding.get(column));
            }
            rows.add(row);
        }
        return rows;
    }

    private static @Nullable Object readable(@Nullable Object value, Type type) {
        if (value == null || !type.isTicks()) {
            return value;
        }
        long ticks = (Long) value;
        return type == Type.TIMESTAMP
                ? (Object) Ticks.instant(ticks)
                : Duration.between(Instant.EPOCH, Ticks.instant(ticks));
    }

    private static Findings findingsOf(Detector detector) {
        return detector.plan(Relation::scan);
    }

    private Result run() {
        Findings findings = findingsOf(detector);
        Relation inWindow =
                findings.rows().where(Expressions.inRun(findings.rows().column(findings.time())));
        Moment moment = new Moment(window, Instant.EPOCH, findings.before(), findings.after());
        Map<String, TableLiteral> all = new HashMap<>();
        addEmpty(inWindow, all);
        for (String name : tables.keySet()) {
            if (!all.containsKey(name)) {
                throw new IllegalArgumentException(
                        "the detector reads no table '%s'.%s".formatted(name, Nearest.hint(name, all.keySet())));
            }
        }
        all.putAll(tables);
        Result result = onEngine(inWindow, all, moment, Layout.PLAIN, Settings.defaults())
                .results()
                .get(NAME);
        List<List<@Nullable Object>> expected =
                Naive.evaluate(inWindow, all, moment).rows();
        if (result == null || !result.rows().equals(expected)) {
            throw new AssertionError("the engine finds\n  %s\nthe definition finds\n  %s\nin\n%s\nof\n%s"
                    .formatted(result == null ? "nothing" : result.rows(), expected, inWindow, all.values()));
        }
        return result;
    }

    private static void addEmpty(Relation relation, Map<String, TableLiteral> tables) {
        if (relation.node() instanceof Node.Scan scan) {
            Table table = scan.table();
            tables.put(table.name(), TableLiteral.table(table));
        }
        relation.node().inputs().forEach(input -> addEmpty(input, tables));
    }

    /** Runs one relation on the engine. */
    static Outcome onEngine(
            Relation relation, Map<String, TableLiteral> tables, Moment moment, Layout layout, Settings settings) {
        Map<String, Source> sources = new HashMap<>();
        tables.forEach((name, table) -> sources.put(name, table.source(layout)));
        Query query = new Query(NAME, relation, moment.before(), moment.after());
        Run run = new Run("run", "test", moment.window(), moment.started());
        try (Execution execution = new Engine(settings).prepare(List.of(query), Lake.of(sources), run)) {
            return execution.run(Progress.NONE);
        }
    }
}
