package dev.grebe.testing;

import static dev.grebe.plan.Expressions.literal;
import static dev.grebe.plan.Expressions.text;
import static dev.grebe.plan.Expressions.time;
import static dev.grebe.plan.Expressions.whole;
import static dev.grebe.plan.Type.LONG;
import static dev.grebe.plan.Type.STRING;
import static dev.grebe.plan.Type.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.engine.Engine;
import dev.grebe.engine.Execution;
import dev.grebe.engine.Lake;
import dev.grebe.engine.Outcome;
import dev.grebe.engine.Progress;
import dev.grebe.engine.Query;
import dev.grebe.engine.Settings;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plugin.Rejects;
import dev.grebe.plugin.Run;
import dev.grebe.plugin.Window;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Tables that are computed from others: a stream of several kinds of events. */
class EngineViewsTest {
    private static final TableLiteral STREAM = TableLiteral.table(
                    "stream", Schema.of("at", TIMESTAMP, "kind", STRING, "id", LONG, "name", STRING))
            .row(0L, "process", 1L, "a")
            .row(10L, "network", 1L, "b")
            .row(20L, "process", 2L, "c")
            .row(30L, "network", 2L, "d")
            .row(40L, "process", 3L, "e");

    private static final Table PROCESSES =
            Table.events("Processes", "Started", Schema.of("Pid", LONG, "Started", TIMESTAMP));
    private static final Table CONNECTIONS =
            Table.events("Connections", "Opened", Schema.of("Opened", TIMESTAMP, "Owner", LONG, "Host", STRING));

    private final WatchedSource source =
            new WatchedSource(STREAM.source(new Layout(2, 3, true, Layout.Coding.PLAIN, false)), split -> {});

    private Outcome run(Window window, Query... queries) {
        Relation stream = Relation.scan(Table.state("stream", STREAM.schema()));
        Lake lake = new Lake(
                Map.of("stream", new Lake.Feed(source, Window.ALL, Rejects.FAIL)),
                Map.of(
                        "Processes",
                        stream.where(text("kind").is("process"))
                                .project(
                                        time("at").as("Started"),
                                        whole("id").as("Pid"),
                                        text("name").as("Name")),
                        "Connections",
                        stream.where(text("kind").is("network"))
                                .project(
                                        time("at").as("Opened"),
                                        whole("id").as("Owner"),
                                        text("name").as("Host"))));
        try (Execution execution = new Engine(new Settings(2, 64L << 20, Settings.BATCH_ROWS))
                .prepare(List.of(queries), lake, new Run("run", "test", window, Case.STARTED))) {
            return execution.run(Progress.NONE);
        }
    }

    @Test
    void aViewHasTheColumnsThatAreDeclaredInTheirOrder() {
        Outcome outcome = run(Window.ALL, Query.of("q", Relation.scan(PROCESSES)));

        assertThat(Objects.requireNonNull(outcome.results().get("q")).schema()).isEqualTo(PROCESSES.schema());
        assertThat(Objects.requireNonNull(outcome.results().get("q")).rows())
                .containsExactly(List.of(1L, 0L), List.of(2L, 20L), List.of(3L, 40L));
    }

    @Test
    void theWindowOfAViewIsThatOfItsOwnTimeWithTheReachOfTheQuery() {
        Query query = new Query("q", Relation.scan(PROCESSES), Duration.ofNanos(1000), Duration.ZERO);

        assertThat(Objects.requireNonNull(
                                run(new Window(30L, 40L), query).results().get("q"))
                        .rows())
                .containsExactly(List.of(2L, 20L));
    }

    @Test
    void viewsOfOneTableShareItsScan() {
        Outcome outcome = run(
                Window.ALL,
                Query.of(
                        "joined",
                        Relation.scan(CONNECTIONS).rename("Owner", "Pid").join(Relation.scan(PROCESSES), "Pid")),
                Query.of("none", Relation.scan(PROCESSES).where(literal(false))));

        assertThat(Objects.requireNonNull(outcome.results().get("joined")).rows())
                .hasSize(2);
        assertThat(source.scans()).isEqualTo(1);
        assertThat(source.wholeReads().values()).containsOnly(1);
        assertThat(outcome.tables()).containsOnlyKeys("stream");
    }
}
