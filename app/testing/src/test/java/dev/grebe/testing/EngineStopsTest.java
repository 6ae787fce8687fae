package dev.grebe.testing;

import static dev.grebe.plan.Expressions.by;
import static dev.grebe.plan.Expressions.count;
import static dev.grebe.plan.Expressions.descending;
import static dev.grebe.plan.Expressions.makeSet;
import static dev.grebe.plan.Expressions.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.grebe.plan.Type;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.LimitException;
import dev.grebe.plugin.Run;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.Split;
import dev.grebe.plugin.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How a run ends that cannot go on: at once, with one reason, and without anything left behind. */
class EngineStopsTest {
    private static final Table EVENTS = Table.state("Events", Schema.of("Id", Type.LONG, "Text", Type.STRING));
    private static final Relation ALL = Relation.scan(EVENTS);
    private static final int ROWS = 10_000;
    private static final int SPLITS = 2_000;
    private static final long ENOUGH = 256L << 20;
    private static final TableLiteral TABLE = new TableLiteral(
            "Events",
            EVENTS.schema(),
            LongStream.range(0, ROWS)
                    .mapToObj(id -> List.<Object>of(id, "text " + id))
                    .toList());

    @AfterEach
    void noWorkerIsLeft() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!workers().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        assertThat(workers()).isEmpty();
    }

    private static List<Thread> workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("grebe-worker") && thread.isAlive())
                .toList();
    }

    static Stream<Arguments> keepingPlans() {
        return Stream.of(
                Arguments.of("rows", ALL),
                Arguments.of("a filter", ALL.where(text("Text").startsWith("text 1"))),
                Arguments.of("groups", ALL.summarize(by("Text"), count())),
                Arguments.of("a set", ALL.summarize(by(), makeSet(text("Text")))),
                Arguments.of("distinct", ALL.distinct("Text")),
                Arguments.of("a join", ALL.join(ALL, "Id")),
                Arguments.of("a semi join", ALL.semiJoin(ALL.where(text("Text").contains("1")), "Text")),
                Arguments.of("a membership", ALL.where(text("Text").in(ALL.project("Text")))),
                Arguments.of("a union", ALL.union(ALL)),
                Arguments.of("top", ALL.top(5_000, descending("Text"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keepingPlans")
    void tooLittleMemoryIsAnErrorThatNamesTheUseAndTheSetting(String name, Relation plan) {
        assertThatThrownBy(() -> run(TABLE.source(), plan, new Settings(2, 16 << 10, 4096)))
                .isInstanceOf(LimitException.class)
                .message()
                .matches("memory: \\S.* need \\d+\\.\\d [KM]iB, \\d+\\.\\d KiB of 16\\.0 KiB are in use\\. "
                        + "Raise run\\.memory \\(and -Xmx\\), or narrow the run's window");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keepingPlans")
    void anyBudgetGivesAllRowsOrThatError(String name, Relation plan) {
        List<List<Object>> expected = run(TABLE.source(), plan, new Settings(2, ENOUGH, 4096));
        int refused = 0;
        for (long memory = 1 << 10; memory < ENOUGH; memory *= 2) {
            for (boolean rereads : new boolean[] {true, false}) {
                Source source = TABLE.source(new Layout(100, 7, rereads, Layout.Coding.MIXED, false));
                try {
                    assertThat(run(source, plan, new Settings(2, memory, 1000))).isEqualTo(expected);
                } catch (LimitException e) {
                    assertThat(e).hasMessageStartingWith("memory: ").hasMessageContaining("run.memory");
                    assertThat(e.getMessage().lines()).hasSize(1);
                    refused++;
                }
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void interruptStopsTheWorkersAndCancelsTheRun() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        WatchedSource slow = slow(split -> reading.countDown());
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread runner = new Thread(() -> {
            try {
                run(slow, ALL, new Settings(3, ENOUGH, 4096));
            } catch (RuntimeException e) {
                failure.set(e);
            }
        });
        runner.start();
        assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();
        runner.interrupt();
        runner.join(30_000);
        assertThat(runner.isAlive()).isFalse();
        assertThat(failure.get()).isInstanceOf(CancellationException.class);
        assertThat(slow.wholeReads()).hasSizeLessThan(SPLITS);
        assertThat(slow.open()).as("readers and scans that were not closed").isZero();
    }

    @Test
    void errorInOneSplitStopsTheOthers() {
        WatchedSource damaged = slow(split -> {
            if (split.ordinal() == 5) {
                throw new DataException("part 5: the page's checksum is wrong");
            }
        });
        assertThatThrownBy(() -> run(damaged, ALL, new Settings(3, ENOUGH, 4096)))
                .isInstanceOf(DataException.class)
                .hasMessage("part 5: the page's checksum is wrong");
        assertThat(damaged.wholeReads()).hasSizeLessThan(SPLITS);
        assertThat(damaged.open()).as("readers and scans that were not closed").isZero();
    }

    @Test
    void errorOfTheSourceItselfIsPassedOnAsItIs() {
        WatchedSource broken = slow(split -> {
            throw new IllegalStateException("a bug");
        });
        assertThatThrownBy(() -> run(broken, ALL, new Settings(3, ENOUGH, 4096)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a bug");
        assertThat(broken.open()).isZero();
    }

    @Test
    void failedScanOfOneTableClosesThoseOfTheOthers() {
        WatchedSource first = new WatchedSource(TABLE.source(), split -> {});
        Table other = Table.state("Others", Schema.of("Id", Type.LONG)).requiring("Id");
        Relation plan = ALL.semiJoin(Relation.scan(other), "Id");
        Source second =
                TableLiteral.table("Others", Schema.of("Ids", Type.LONG)).source();
        Map<String, Source> sources = Map.of("Events", first, "Others", second);
        assertThatThrownBy(() -> new Engine(new Settings(1, ENOUGH, 4096))
                        .prepare(List.of(Query.of("query", plan)), Lake.of(sources), someRun()))
                .isInstanceOf(DataException.class)
                .hasMessage("Others has no column 'Id'. Did you mean 'Ids'?");
        assertThat(first.open()).isZero();
    }

    /** Each split takes a millisecond. */
    private static WatchedSource slow(Consumer<Split> also) {
        Source source = TABLE.source(new Layout(100, SPLITS, true, Layout.Coding.PLAIN, false));
        return new WatchedSource(source, split -> {
            also.accept(split);
            LockSupport.parkNanos(1_000_000);
        });
    }

    private static Run someRun() {
        return new Run("run", "test", Window.ALL, Case.STARTED);
    }

    private static List<List<Object>> run(Source source, Relation plan, Settings settings) {
        try (Execution execution = new Engine(settings)
                .prepare(List.of(Query.of("query", plan)), Lake.of(Map.of("Events", source)), someRun())) {
            Outcome outcome = execution.run(Progress.NONE);
            return new ArrayList<>(
                    Objects.requireNonNull(outcome.results().get("query")).rows());
        }
    }
}
