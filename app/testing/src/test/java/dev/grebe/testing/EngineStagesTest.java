package dev.grebe.testing;

import static dev.grebe.plan.Expressions.text;
import static dev.grebe.plan.Expressions.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.engine.Engine;
import dev.grebe.engine.Execution;
import dev.grebe.engine.Lake;
import dev.grebe.engine.Outcome;
import dev.grebe.engine.Progress;
import dev.grebe.engine.Query;
import dev.grebe.engine.Settings;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Ticks;
import dev.grebe.plugin.Run;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.Window;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** All queries of a run share its scans and what they have in common, and {@code explain} says how. */
class EngineStagesTest {
    private static final Settings SETTINGS = new Settings(2, 64L << 20, Settings.BATCH_ROWS);
    private static final Window WINDOW =
            new Window(Telemetry.START, Telemetry.START + Telemetry.LENGTH - Ticks.PER_SECOND);
    private static final Layout LAYOUT = new Layout(64, 5, true, Layout.Coding.PLAIN, false);

    private final Map<String, TableLiteral> tables = Telemetry.tables(500, 4);
    private final Map<String, WatchedSource> watched = new HashMap<>();
    private final Map<String, LiteralSource> sources = new TreeMap<>();

    @Test
    void eachTableIsReadOnceForAllQueries() {
        run(
                query("rule", Telemetry.findings()),
                query("pairs", Telemetry.pairs()),
                query(
                        "accepted",
                        Relation.scan(Telemetry.CONNECTIONS)
                                .where(text("Action").is("Accepted"))),
                query(
                        "system",
                        Relation.scan(Telemetry.PROCESSES).where(whole("Pid").is(0))));
        assertThat(watched).hasSize(3).allSatisfy((table, source) -> {
            assertThat(source.scans()).as(table).isEqualTo(1);
            assertThat(source.wholeReads().keySet()).as(table).containsExactly(0, 1, 2, 3, 4);
            assertThat(source.wholeReads().values()).as(table).containsOnly(1);
            assertThat(source.open()).as(table).isZero();
        });
    }

    @Test
    void equalRelationsOfTwoQueriesAreEvaluatedOnce() {
        Outcome one = run(query("a", Telemetry.findings()));
        Map<String, Map<String, Long>> asked = asked();
        Outcome two = run(query("a", Telemetry.findings()), query("b", Telemetry.findings()));
        assertThat(work(two)).isEqualTo(work(one));
        assertThat(asked()).isEqualTo(asked);
        assertThat(two.results().get("b"))
                .isEqualTo(two.results().get("a"))
                .isEqualTo(one.results().get("a"));
        assertThat(two.funnels().get("b")).isEqualTo(one.funnels().get("a"));
    }

    @Test
    void partThatTwoQueriesHaveInCommonIsEvaluatedOnce() {
        Outcome one = run(query("a", Telemetry.findings()));
        Outcome two = run(query("a", Telemetry.findings()), query("b", Telemetry.pairs()));
        assertThat(work(two)).isEqualTo(work(one));
        assertThat(joins(two)).hasSize(1);
    }

    @Test
    void queriesOfDifferentReachShareTheScans() {
        Query far = new Query("b", Telemetry.pairs(), Telemetry.BEFORE.multipliedBy(2), Telemetry.AFTER);
        Outcome two = run(query("a", Telemetry.pairs()), far);
        assertThat(two.results().get("b")).isEqualTo(two.results().get("a"));
        for (String table : List.of("Connections", "Processes")) {
            assertThat(Objects.requireNonNull(watched.get(table)).wholeReads().values())
                    .as(table)
                    .containsOnly(1);
        }
    }

    @Test
    void explainShowsPlanStagesAndWhatIsReadInEach() throws IOException {
        try (Execution execution = prepare(query("rule", Telemetry.findings()))) {
            assertThat(execution.explain()).isEqualTo(golden("/golden/explain.txt"));
        }
    }

    private static String golden(String name) throws IOException {
        try (InputStream text = Objects.requireNonNull(EngineStagesTest.class.getResourceAsStream(name))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Rows by operator, of those that compute relations. */
    private static Map<String, Long> work(Outcome outcome) {
        Map<String, Long> rows = new TreeMap<>();
        outcome.operators().stream()
                .filter(operator -> !operator.operator().equals("result"))
                .forEach(operator -> rows.put(operator.operator(), operator.rows()));
        return rows;
    }

    private static List<String> joins(Outcome outcome) {
        return outcome.operators().stream()
                .map(Outcome.OperatorTime::operator)
                .filter(operator -> operator.startsWith("interval join"))
                .toList();
    }

    /** Values that were asked for, by table and column. */
    private Map<String, Map<String, Long>> asked() {
        Map<String, Map<String, Long>> asked = new TreeMap<>();
        sources.forEach((table, source) -> asked.put(table, source.asked()));
        return asked;
    }

    private static Query query(String name, Relation relation) {
        return new Query(name, relation, Telemetry.BEFORE, Telemetry.AFTER);
    }

    private Outcome run(Query... queries) {
        try (Execution execution = prepare(queries)) {
            return execution.run(Progress.NONE);
        }
    }

    private Execution prepare(Query... queries) {
        Map<String, Source> all = new HashMap<>();
        tables.forEach((name, table) -> {
            sources.put(name, table.source(LAYOUT));
            watched.put(name, new WatchedSource(Objects.requireNonNull(sources.get(name)), split -> {}));
            all.put(name, watched.get(name));
        });
        return new Engine(SETTINGS)
                .prepare(List.of(queries), Lake.of(all), new Run("run", "test", WINDOW, Case.STARTED));
    }
}
