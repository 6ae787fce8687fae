package dev.grebe.engine;

import static dev.grebe.plan.Expressions.by;
import static dev.grebe.plan.Expressions.count;
import static dev.grebe.plan.Expressions.datetimeDiff;
import static dev.grebe.plan.Expressions.time;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Run;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.Window;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * One busy host for a day: a million connections and ten thousand children of one process. As an equi-join these are ten
 * thousand million pairs.
 */
class HotKeyTest {
    private static final long CONNECTIONS = 1_000_000;
    private static final long CHILDREN = 10_000;

    @Test
    void aMillionConnectionsMeetTenThousandChildrenIn512Megabytes() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HotKeyTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output.strip()).isEqualTo(Long.toString(expected()));
    }

    /** Runs the join alone in a process of its own and prints the number of pairs. */
    public static void main(String[] args) {
        Schema schema = Schema.of("DeviceId", Type.STRING, "pid", Type.LONG, "at", Type.TIMESTAMP);
        Relation connections =
                Relation.scan(Table.events("Connections", "at", schema)).rename("at", "connected");
        Relation children =
                Relation.scan(Table.events("Children", "at", schema)).rename("at", "started");
        Relation pairs = connections
                .join(children, "DeviceId", "pid")
                .where(datetimeDiff("second", time("started"), time("connected"))
                        .isBetween(0, 10))
                .summarize(by(), count());
        Map<String, Source> sources = Map.of(
                "Connections", new MadeTable(schema, CONNECTIONS, HotKeyTest::connected),
                "Children", new MadeTable(schema, CHILDREN, HotKeyTest::started));
        Run run = new Run("hot key", "test", Window.ALL, Instant.EPOCH);
        try (Execution execution =
                new Engine(Settings.defaults()).prepare(List.of(Query.of("pairs", pairs)), Lake.of(sources), run)) {
            Outcome outcome = execution.run(Progress.NONE);
            System.out.println(outcome.results().get("pairs").rows().get(0).get(0));
        }
    }

    private static long connected(long row) {
        return row * (Ticks.PER_DAY / CONNECTIONS);
    }

    private static long started(long row) {
        return row * (Ticks.PER_DAY / CHILDREN) + Ticks.PER_SECOND / 3;
    }

    /** Counts connections by second, then adds up the eleven seconds that each child looks back on. */
    private static long expected() {
        int[] bySecond = new int[86_400];
        for (long row = 0; row < CONNECTIONS; row++) {
            bySecond[(int) (connected(row) / Ticks.PER_SECOND)]++;
        }
        long pairs = 0;
        for (long row = 0; row < CHILDREN; row++) {
            int second = (int) (started(row) / Ticks.PER_SECOND);
            for (int back = 0; back <= 10; back++) {
                pairs += second >= back ? bySecond[second - back] : 0;
            }
        }
        return pairs;
    }
}
