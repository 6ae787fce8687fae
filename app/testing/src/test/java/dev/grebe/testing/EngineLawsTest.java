package dev.grebe.testing;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan gives depends on the plan, the rows and the window alone. */
class EngineLawsTest {
    private static final long MEMORY = 256L << 20;
    private static final Settings SETTINGS = new Settings(1, MEMORY, Settings.BATCH_ROWS);
    private static final Window WINDOW =
            new Window(Telemetry.START, Telemetry.START + Telemetry.LENGTH - Ticks.PER_SECOND);
    private static final int ROWS = 1_500;

    private final Map<String, TableLiteral> tables = Telemetry.tables(ROWS, 1);
    private final String expected = run(Layout.PLAIN, SETTINGS);

    @Test
    void rulePlanFindsWhatItMeans() {
        Map<String, TableLiteral> few = Telemetry.tables(150, 2);
        Query query = query(Telemetry.findings());
        Case small = new Case(List.of(query), few, WINDOW, Layout.PLAIN, SETTINGS);
        assertThat(small.difference()).isEmpty();
        assertThat(small.expected(query).rows()).hasSizeGreaterThan(10);
        assertThat(expected).contains("label=findings").doesNotContain("label=findings, rows=0]");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void anyNumberOfThreadsGivesTheSame(int threads) {
        Layout layout = new Layout(64, 16, true, Layout.Coding.MIXED, false);
        for (int i = 0; i < 5; i++) {
            assertThat(run(layout, new Settings(threads, MEMORY, 100))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4096})
    void anySizeOfBatchesGivesTheSame(int rows) {
        assertThat(run(Layout.PLAIN, new Settings(1, MEMORY, rows))).isEqualTo(expected);
        assertThat(run(new Layout(rows, 2, true, Layout.Coding.PLAIN, false), SETTINGS))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 100, 2_000})
    void anyNumberOfSplitsGivesTheSame(int splits) {
        assertThat(run(new Layout(4096, splits, true, Layout.Coding.PLAIN, false), SETTINGS))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void anyCodingGivesTheSame(Layout.Coding coding) {
        assertThat(run(new Layout(50, 3, true, coding, false), SETTINGS)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void sourceThatCannotBeReadAgainGivesTheSame(Layout.Coding coding) {
        assertThat(run(new Layout(50, 3, false, coding, false), SETTINGS)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sourceThatSkipsWhatCannotMatchGivesTheSame(boolean rereads) {
        assertThat(run(new Layout(50, 40, rereads, Layout.Coding.PLAIN, true), SETTINGS))
                .isEqualTo(expected);
    }

    @Test
    void allOfThatTogetherGivesTheSameForRandomPlans() {
        for (long seed = 50_000; seed < 50_100; seed++) {
            Case random = RandomPlans.of(seed);
            String plain = text(random, Layout.PLAIN, SETTINGS);
            for (int threads : new int[] {1, 2, 8}) {
                for (Layout.Coding coding : Layout.Coding.values()) {
                    Layout layout = new Layout(threads, threads + 1, threads != 2, coding, threads == 8);
                    Settings settings = new Settings(threads, MEMORY, coding == Layout.Coding.PLAIN ? 1 : 3);
                    assertThat(text(random, layout, settings))
                            .as("-Dgrebe.seed=%d, %s, %s", seed, layout, settings)
                            .isEqualTo(plain);
                }
            }
        }
    }

    @Test
    void runIsTheUnionOfItsPartsForAnyCutOfTime() {
        Random random = new Random(3);
        long from = Telemetry.START + 100 * Ticks.PER_SECOND;
        long to = Telemetry.START + 130 * Ticks.PER_SECOND;
        List<List<Object>> whole = pairs(new Window(from, to));
        assertThat(whole).hasSizeGreaterThan(100);
        for (int i = 0; i < 40; i++) {
            // Half of the cuts are where events are: on halves of seconds.
            long step = i % 2 == 0 ? Ticks.PER_SECOND / 2 : 1;
            long cut = from + step + (long) (random.nextDouble() * (to - from - 2 * step)) / step * step;
            assertThat(union(pairs(new Window(from, cut)), pairs(new Window(cut, to))))
                    .as("cut at %s", Ticks.format(cut))
                    .isEqualTo(whole);
        }
    }

    @Test
    void runOverAllTimeIsTheUnionOfItsPartsAndOfRowsWithoutATime() {
        long cut = Telemetry.START + Telemetry.LENGTH / 2;
        List<List<Object>> parts = union(pairs(new Window(null, cut)), pairs(new Window(cut, null)));
        // Without a time nothing is near anything: such connections have no pairs.
        assertThat(parts).isEqualTo(pairs(Window.ALL));
    }

    @Test
    void withoutItsReachTheUnionWouldMissPairs() {
        long cut = Telemetry.START + Telemetry.LENGTH / 2;
        List<List<Object>> parts = new ArrayList<>();
        for (Window window : List.of(new Window(null, cut), new Window(cut, null))) {
            parts.addAll(rows(Query.of("query", Telemetry.pairs()), window));
        }
        assertThat(parts).hasSizeLessThan(pairs(Window.ALL).size());
    }

    private static List<List<Object>> union(List<List<Object>> one, List<List<Object>> other) {
        List<List<Object>> all = new ArrayList<>(one);
        all.addAll(other);
        all.sort(Order.ROWS);
        return all;
    }

    private List<List<Object>> pairs(Window window) {
        return rows(query(Telemetry.pairs()), window);
    }

    private List<List<Object>> rows(Query query, Window window) {
        Outcome outcome = run(List.of(query), tables, window, Layout.PLAIN, SETTINGS);
        return Objects.requireNonNull(outcome.results().get("query")).rows();
    }

    private static Query query(Relation relation) {
        return new Query("query", relation, Telemetry.BEFORE, Telemetry.AFTER);
    }

    private String run(Layout layout, Settings settings) {
        return text(new Case(List.of(query(Telemetry.findings())), tables, WINDOW, layout, settings), layout, settings);
    }

    /** All that a run says of the queries; the text tells apart what Java's equality may not. */
    private static String text(Case run, Layout layout, Settings settings) {
        Outcome outcome = run(run.queries(), run.tables(), run.window(), layout, settings);
        return outcome.results() + "\n" + outcome.funnels();
    }

    private static Outcome run(
            List<Query> queries, Map<String, TableLiteral> tables, Window window, Layout layout, Settings settings) {
        Map<String, Source> sources = new HashMap<>();
        tables.forEach((name, table) -> sources.put(name, table.source(layout)));
        Run run = new Run("run", "test", window, Case.STARTED);
        try (Execution execution = new Engine(settings).prepare(queries, Lake.of(sources), run)) {
            return execution.run(Progress.NONE);
        }
    }
}
