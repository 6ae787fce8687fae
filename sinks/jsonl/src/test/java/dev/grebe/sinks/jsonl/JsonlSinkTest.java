package dev.grebe.sinks.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.google.inject.Stage;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Finding;
import dev.grebe.plugin.Rule;
import dev.grebe.plugin.Run;
import dev.grebe.plugin.SettingException;
import dev.grebe.plugin.Sink;
import dev.grebe.plugin.SinkException;
import dev.grebe.plugin.SinkPlugin;
import dev.grebe.plugin.Storage;
import dev.grebe.plugin.Window;
import dev.grebe.storage.FileStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonlSinkTest {
    private static final Rule RULE = new Rule(
            "0xFF-0083",
            "1",
            "Remote \"service\"",
            "",
            Rule.Severity.HIGH,
            List.of("T1021.002", "T1569.002"),
            List.of(),
            "",
            "",
            List.of(),
            List.of());
    private static final Run RUN = new Run("run-1", "scm", Window.ALL, Instant.EPOCH);
    private static final long NOON = Ticks.of(Instant.parse("2020-09-20T12:00:00.5Z"));

    @TempDir
    Path base;

    @Test
    void lineHasExactlyTheseKeysInThisOrder() throws IOException {
        Schema schema = Schema.of("FileName", Type.STRING, "ProcessId", Type.LONG);
        write(sink("findings.jsonl"), RUN, finding(NOON, schema, "cmd.exe", 42L));

        assertThat(Files.readString(base.resolve("findings.jsonl")))
                .isEqualTo(
                        "{\"id\":\"abc\",\"detector\":\"scm\",\"rule\":\"0xFF-0083\",\"title\":\"Remote \\\"service\\\"\","
                                + "\"severity\":\"high\",\"time\":\"2020-09-20T12:00:00.5000000Z\","
                                + "\"attack\":[\"T1021.002\",\"T1569.002\"],"
                                + "\"row\":{\"FileName\":\"cmd.exe\",\"ProcessId\":42}}\n");
    }

    @Test
    void everyTypeHasOneForm() {
        Schema schema = Schema.of(
                "b",
                Type.BOOL,
                "l",
                Type.LONG,
                "d",
                Type.DOUBLE,
                "n",
                Type.DOUBLE,
                "p",
                Type.DOUBLE,
                "m",
                Type.DOUBLE,
                "s",
                Type.STRING,
                "t",
                Type.TIMESTAMP,
                "u",
                Type.DURATION,
                "y",
                Type.DYNAMIC);
        Finding finding = finding(
                NOON,
                schema,
                true,
                Long.MIN_VALUE,
                2.0E-3,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                "é 😀 \"\\/",
                NOON,
                -15L,
                "{\"a\":[1.50,null]}");

        assertThat(FindingLine.of(finding))
                .endsWith("\"row\":{\"b\":true,\"l\":-9223372036854775808,\"d\":0.002,\"n\":\"NaN\",\"p\":\"+inf\","
                        + "\"m\":\"-inf\",\"s\":\"é 😀 \\\"\\\\/\",\"t\":\"2020-09-20T12:00:00.5000000Z\","
                        + "\"u\":\"-00:00:00.0000015\",\"y\":{\"a\":[1.50,null]}}}");
    }

    @Test
    void missingValuesAreNull() {
        Schema schema = Schema.of("l", Type.LONG, "s", Type.STRING, "t", Type.TIMESTAMP, "y", Type.DYNAMIC);

        assertThat(FindingLine.of(finding(null, schema, null, "", null, null)))
                .contains("\"time\":null,")
                .endsWith("\"row\":{\"l\":null,\"s\":\"\",\"t\":null,\"y\":null}}");
    }

    @Test
    void whatATerminalWouldActOnIsEscaped() {
        Schema schema = Schema.of("s", Type.STRING, "y", Type.DYNAMIC);

        assertThat(FindingLine.of(finding(NOON, schema, "a\n\u001B[31m\u007F\u202E\u2028\u009B", "\"\u202E\"")))
                .endsWith("\"row\":{\"s\":\"a\\n\\u001B[31m\\u007F\\u202E\\u2028\\u009B\",\"y\":\"\\u202E\"}}");
    }

    @Test
    void directoryHasAFileForEachWindow() throws IOException {
        Sink sink = sink("out/");
        long from = Ticks.of(Instant.parse("2020-09-20T00:00:00Z"));
        write(sink, RUN);
        write(sink, run("2", new Window(from, from + Ticks.PER_DAY)));
        write(sink, run("3", new Window(from, null)));
        write(sink, run("4", new Window(null, from + 1)));

        assertThat(names("out"))
                .containsExactly(
                        "findings-20200920T000000Z-20200921T000000Z.jsonl",
                        "findings-20200920T000000Z-all.jsonl",
                        "findings-all-20200920T000000.0000001Z.jsonl",
                        "findings-all-all.jsonl");
    }

    @Test
    void nothingIsSeenBeforeTheCommit() throws IOException {
        Files.writeString(base.resolve("findings.jsonl"), "old");
        Sink sink = sink("findings.jsonl");
        String receipt = stage(sink, RUN, anyFinding());

        assertThat(base.resolve("findings.jsonl")).hasContent("old");
        assertThat(sink.committed(RUN)).isFalse();

        sink.commit(RUN, receipt);

        assertThat(Files.readAllLines(base.resolve("findings.jsonl"))).hasSize(1);
        assertThat(sink.committed(RUN)).isTrue();
    }

    @Test
    void abortLeavesNoTrace() throws IOException {
        Sink sink = sink("made/findings.jsonl");
        stage(sink, RUN, anyFinding());

        sink.abort(RUN);

        assertThat(names(".")).isEmpty();
        assertThat(sink.committed(RUN)).isFalse();
    }

    @Test
    void unfinishedStagingLeavesNoTrace() throws IOException {
        try (Sink.Staged staged = sink("findings.jsonl").stage(RUN)) {
            staged.accept(anyFinding());
        }

        assertThat(names(".")).isEmpty();
    }

    @Test
    void abortAfterTheCommitChangesNothing() throws IOException {
        Sink sink = sink("findings.jsonl");
        write(sink, RUN, anyFinding());

        sink.abort(RUN);

        assertThat(names(".")).containsExactly("findings.jsonl");
    }

    @Test
    void runWithoutFindingsMakesAnEmptyFile() throws IOException {
        write(sink("findings.jsonl"), RUN);

        assertThat(base.resolve("findings.jsonl")).isEmptyFile();
    }

    @Test
    void fileOfAnotherRunIsNotThisRuns() {
        Sink sink = sink("findings.jsonl");
        write(sink, RUN, anyFinding());
        write(sink, run("2", Window.ALL));

        assertThat(sink.committed(RUN)).isFalse();
        assertThat(sink.committed(run("2", Window.ALL))).isTrue();
        assertThat(sink("findings.jsonl").committed(RUN)).isFalse();
    }

    @Test
    void commitWithoutStagingIsAnError() {
        assertThatThrownBy(() -> sink("findings.jsonl").commit(RUN, "x"))
                .isInstanceOf(SinkException.class)
                .hasMessage("findings.jsonl: nothing was staged for this run");
    }

    @Test
    void relativePathMayNotLeaveTheFolder() {
        assertThatThrownBy(() -> sink("../findings.jsonl"))
                .isInstanceOfSatisfying(
                        SettingException.class, e -> assertThat(e.setting()).isEqualTo("path"));
    }

    @Test
    void pluginBindsTheSink() {
        assertThat(ServiceLoader.load(SinkPlugin.class))
                .singleElement()
                .satisfies(plugin -> assertThat(plugin.name()).isEqualTo("jsonl"));
        JsonlSettings settings = new JsonlSettings("findings.jsonl");
        Sink sink = Guice.createInjector(Stage.PRODUCTION, new JsonlPlugin().module(settings), binder -> {
                    binder.requireExplicitBindings();
                    binder.bind(JsonlSettings.class).toInstance(settings);
                    binder.bind(Storage.class).toInstance(new FileStorage(base));
                })
                .getInstance(Sink.class);

        assertThat(sink.delivery()).isEqualTo(Sink.Delivery.ATOMIC);
    }

    private Sink sink(String path) {
        return new JsonlSink(new JsonlSettings(path), new FileStorage(base));
    }

    private static void write(Sink sink, Run run, Finding... findings) {
        sink.commit(run, stage(sink, run, findings));
    }

    private static String stage(Sink sink, Run run, Finding... findings) {
        try (Sink.Staged staged = sink.stage(run)) {
            List.of(findings).forEach(staged::accept);
            return staged.finish();
        }
    }

    private static Run run(String id, Window window) {
        return new Run(id, "scm", window, Instant.EPOCH);
    }

    private static Finding anyFinding() {
        return finding(NOON, Schema.of("FileName", Type.STRING), "cmd.exe");
    }

    private static Finding finding(Long time, Schema schema, Object... values) {
        List<Object> row = new ArrayList<>();
        Collections.addAll(row, values);
        return new Finding("abc", "scm", RULE, time, schema, List.of(), row);
    }

    private List<String> names(String folder) throws IOException {
        try (var files = Files.list(base.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
