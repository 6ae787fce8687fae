package dev.grebe.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.engine.Execution;
import dev.grebe.engine.Outcome;
import dev.grebe.engine.Progress;
import dev.grebe.engine.Result;
import dev.grebe.plugin.Account;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.LimitException;
import dev.grebe.plugin.Run;
import dev.grebe.plugin.SinkException;
import dev.grebe.storage.FileStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {
    @TempDir
    Path folder;

    /** An engine whose answer is known. */
    private record Answer(List<List<@Nullable Object>> rows, long rejected) implements Execution {
        @Override
        public String explain() {
            return "";
        }

        @Override
        public Outcome run(Progress progress) {
            return new Outcome(
                    Map.of("long-words", new Result(Lab.WORDS, rows)),
                    Map.of(
                            "long-words",
                            List.of(
                                    new Outcome.LabelCount("words", 7),
                                    new Outcome.LabelCount("findings", rows.size()))),
                    Map.of(
                            "Words",
                            new Account(
                                    2,
                                    1,
                                    0,
                                    30,
                                    20,
                                    8,
                                    7,
                                    1 - rejected,
                                    rejected,
                                    Map.of(),
                                    Map.of("pagesInflated", 3L))),
                    Map.of("Words", 5L),
                    List.of(new Outcome.OperatorTime("filter", 7, 123)));
        }

        @Override
        public void close() {}
    }

    private static List<@Nullable Object> row(@Nullable Long time, String word, @Nullable Long size) {
        return Arrays.asList(time, word, size);
    }

    private final List<List<@Nullable Object>> rows =
            List.of(row(null, "x", 1L), row(5L, "a", 2L), row(5L, "a", 2L), row(5L, "b", null));

    private Checked checked(String sinks) throws IOException {
        Path file = folder.resolve("p.yaml");
        Files.writeString(file, """
                version: 1
                tables:
                  Words: {source: rows, path: lake/}
                detectors:
                  long-words: {}
                sinks:
                """ + sinks.indent(2));
        return new Loader(Lab.CATALOG, ignored -> new FileStorage(folder), Lab.TERMINAL)
                .load(file, "p.yaml", Overrides.NONE, Instant.EPOCH)
                .checked();
    }

    private Report run(String sinks, Execution execution) throws IOException {
        Checked checked = checked(sinks);
        Run run = new Run(RunId.of(checked), checked.name(), checked.run().window(), Instant.EPOCH);
        return new Runner(checked, run, ignored -> execution).run(Progress.NONE);
    }

    private String json() throws IOException {
        return Files.readString(folder.resolve("out/run.json"));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString())
                    .filter(path -> !path.equals("p.yaml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void findingsAreCommittedInOrderOfTimeDetectorAndId() throws IOException {
        run("a: {type: file, path: out/a.txt}", new Answer(rows, 0));

        List<String> lines = Files.readAllLines(folder.resolve("out/a.txt"));
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).endsWith(" long-words [null, x, 1]");
        assertThat(lines.subList(1, 4)).isSorted().doesNotHaveDuplicates();
        assertThat(files()).containsExactly("out/a.txt", "out/run.json");
    }

    @Test
    void aSecondRunGivesTheSameBytes() throws IOException {
        run("a: {type: file, path: out/a.txt}", new Answer(rows, 0));
        String first = Files.readString(folder.resolve("out/a.txt"));
        String report = json();
        run("a: {type: file, path: out/a.txt}", new Answer(rows, 0));

        assertThat(folder.resolve("out/a.txt")).hasContent(first);
        assertThat(withoutFinish(json())).isEqualTo(withoutFinish(report));
    }

    private static String withoutFinish(String json) {
        return json.lines()
                .filter(line -> !line.contains("\"finished\""))
                .toList()
                .toString();
    }

    @Test
    void theReportAccountsForEverything() throws IOException {
        Report report = run("a: {type: file, path: out/a.txt}", new Answer(rows, 0));

        assertThat(report.status()).isEqualTo(Report.Status.COMPLETE);
        assertThat(report.exit()).isEqualTo(ExitCode.OK);
        assertThat(report.findings()).isEqualTo(4);
        assertThat(json())
                .isEqualTo(report.json())
                .contains(
                        "\"status\" : \"complete\"",
                        "\"rowsDelivered\" : 5",
                        "\"pagesInflated\" : 3",
                        "\"label\" : \"words\"",
                        "\"operator\" : \"filter\"",
                        "\"target\" : \"out/a.txt\"",
                        "\"committed\" : true",
                        "\"from\" : null");
    }

    @Test
    void rejectedRowsMakeARunDegraded() throws IOException {
        Report report = run("a: {type: file, path: out/a.txt}", new Answer(rows, 1));

        assertThat(report.status()).isEqualTo(Report.Status.DEGRADED);
        assertThat(report.exit().code()).isEqualTo(5);
    }

    private record Failing(RuntimeException failure) implements Execution {
        @Override
        public String explain() {
            return "";
        }

        @Override
        public Outcome run(Progress progress) {
            throw failure;
        }

        @Override
        public void close() {}
    }

    @Test
    void aFailureCommitsNothingAndIsReported() throws IOException {
        assertThatThrownBy(() ->
                        run("a: {type: file, path: out/a.txt}", new Failing(new DataException("lake/x: damaged"))))
                .hasMessage("lake/x: damaged");

        assertThat(files()).containsExactly("out/run.json");
        assertThat(json()).contains("\"status\" : \"failed\"", "\"exit\" : 4", "\"error\" : \"lake/x: damaged\"");
    }

    @Test
    void eachKindOfFailureHasItsExitCode() throws IOException {
        assertThat(ExitCode.of(new LimitException("x")).code()).isEqualTo(7);
        assertThat(ExitCode.of(new CancellationException("x")).code()).isEqualTo(130);
        assertThat(ExitCode.of(new IllegalStateException("x")).code()).isEqualTo(70);
        assertThatThrownBy(() ->
                        run("a: {type: file, path: out/a.txt}", new Failing(new CancellationException("stopped"))))
                .isInstanceOf(CancellationException.class);
        assertThat(json()).contains("\"status\" : \"interrupted\"", "\"exit\" : 130");
    }

    @Test
    void anInterruptionBeforeTheFirstCommitLeavesNothing() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> run("a: {type: file, path: out/a.txt}", new Answer(rows, 0)))
                    .isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(folder.resolve("out/a.txt")).doesNotExist();
            assertThat(folder.resolve("out/run.json")).content().contains("interrupted");
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void aSinkThatCannotStageKeepsAllFromCommitting() throws IOException {
        assertThatThrownBy(() -> run(
                        "a: {type: file, path: out/a.txt}\nb: {type: file, path: out/b.txt, fail: stage}",
                        new Answer(rows, 0)))
                .isInstanceOf(SinkException.class)
                .hasMessage("sink 'b': b fails at stage. Nothing was committed.");

        assertThat(files()).containsExactly("out/run.json");
        assertThat(json()).contains("\"exit\" : 6");
    }

    @Test
    void aFailureAfterOtherCommitsSaysWhichSinksShowTheFindings() throws IOException {
        assertThatThrownBy(() -> run(
                        "b: {type: file, path: out/b.txt, fail: commit}\n"
                                + "a: {type: file, path: out/a.txt}\nc: {type: file, path: out/c.txt}",
                        new Answer(rows, 0)))
                .hasMessage("sink 'b': b fails at commit. Nothing was committed.");
        assertThat(files()).containsExactly("out/run.json");

        assertThatThrownBy(() -> run(
                        "a: {type: file, path: out/a.txt}\nb: {type: file, path: out/b.txt, fail: commit}\n"
                                + "c: {type: file, path: out/c.txt}",
                        new Answer(rows, 0)))
                .hasMessage("sink 'b': b fails at commit. Committed: a. Not committed: b, c.");
        assertThat(files()).containsExactly("out/a.txt", "out/run.json");
    }

    @Test
    void whatCannotBeTakenBackIsCommittedLast() throws IOException {
        assertThatThrownBy(() -> run(
                        "late: {type: file, path: out/b.txt, fail: late}\na: {type: file, path: out/a.txt}",
                        new Answer(rows, 0)))
                .hasMessage("sink 'late': late fails at late. Committed: a. Not committed: late.");
    }

    @Test
    void aLostAnswerSettlesItselfByAskingTheTarget() throws IOException {
        Report report = run("a: {type: file, path: out/a.txt, fail: answer}", new Answer(rows, 0));

        assertThat(report.exit()).isEqualTo(ExitCode.OK);
        assertThat(report.sinks()).singleElement().matches(Report.SinkReport::committed);
    }

    @Test
    void aReportThatCannotBeWrittenIsAnError() throws IOException {
        Files.createDirectories(folder.resolve("out/run.json"));

        assertThatThrownBy(() -> run("a: {type: file, path: out/a.txt}", new Answer(rows, 0)))
                .isInstanceOf(SinkException.class)
                .hasMessageStartingWith("report out/run.json: ")
                .hasMessageEndingWith("The findings are committed.");
        assertThat(folder.resolve("out/a.txt")).exists();
    }
}
