package dev.grebe.sinks.console;

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
import dev.grebe.plugin.Terminal;
import dev.grebe.plugin.Window;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleSinkTest {
    private static final Run RUN = new Run("run-1", "scm", Window.ALL, Instant.EPOCH);
    private static final Schema SCHEMA = Schema.of(
            "DeviceName",
            Type.STRING,
            "FileName",
            Type.STRING,
            "ProcessCommandLine",
            Type.STRING,
            "ProcessId",
            Type.LONG);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void tableShowsTimeSeverityTitleAndTheShownColumns() {
        print(
                100,
                false,
                20,
                finding("host1", "cmd.exe", "cmd.exe /c whoami", 4L),
                finding("host22", "é.exe", "", null));

        assertThat(lines())
                .containsExactly(
                        "time                  severity  title           DeviceName  FileName  ProcessCommandLine  ProcessId",
                        "2020-09-20T12:00:00Z  high      Remote service  host1       cmd.exe   cmd.exe /c whoami   4",
                        "2020-09-20T12:00:00Z  high      Remote service  host22      é.exe");
    }

    @Test
    void noFindingsIsOneClearLine() {
        print(80, true, 20);

        assertThat(lines()).containsExactly("No findings.");
    }

    @Test
    void longCellsAreCutWithAnEllipsis() {
        print(110, false, 20, finding("host1", "cmd.exe", "powershell -enc " + "A".repeat(5_000), 4L));

        assertThat(lines()).allSatisfy(line -> assertThat(Text.width(line)).isLessThanOrEqualTo(110));
        assertThat(lines().get(1)).contains("powershell -enc AA").contains("…").endsWith("4");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 20, 40, 60})
    void narrowTerminalShowsRecords(int columns) {
        print(columns, false, 20, finding("host1", "cmd.exe", "cmd.exe /c whoami", 4L), finding("h", "f", "c", 1L));

        assertThat(lines()).hasSize(7 + 1 + 7);
        assertThat(lines()).allSatisfy(line -> assertThat(Text.width(line)).isLessThanOrEqualTo(Math.max(4, columns)));
    }

    @Test
    void recordNamesEachValue() {
        print(50, false, 20, finding("host1", "cmd.exe", "cmd.exe /c whoami", 4L));

        assertThat(lines())
                .containsExactly(
                        "time              2020-09-20T12:00:00Z",
                        "severity          high",
                        "title             Remote service",
                        "DeviceName        host1",
                        "FileName          cmd.exe",
                        "ProcessCommandL…  cmd.exe /c whoami",
                        "ProcessId         4");
    }

    @Test
    void hostileTextIsNeutral() {
        print(200, false, 20, finding("a\u001B[2J\u009B1m", "gpj\u202Eexe.bat", "x\r\n\u200Bfake line\u2028", 1L));

        assertThat(lines()).hasSize(2);
        assertThat(lines().get(1))
                .contains("a\\u001B[2J\\u009B1m", "gpj\\u202Eexe.bat", "x\\r\\n\\u200Bfake line\\u2028");
    }

    @Test
    void pilesOfMarksAreCut() {
        print(200, false, 20, finding("e" + "\u0301".repeat(10_000), "f", "c", 1L));

        assertThat(lines().get(1)).contains("e" + "\u0301".repeat(4) + "   ");
    }

    @Test
    void wideCharactersTakeTwoCells() {
        print(200, false, 20, finding("東京", "a", "한글😀", 1L), finding("ab", "b", "x", 2L));

        assertThat(lines().get(1)).contains("東京        a         한글😀              1");
        assertThat(lines().get(2)).contains("ab          b         x                   2");
    }

    @Test
    void wideCharacterThatDoesNotFitIsLeftOut() {
        assertThat(Text.cut("東京都", 4)).isEqualTo("東…");
        assertThat(Text.cut("東京都", 5)).isEqualTo("東京…");
        assertThat(Text.cut("東京都", 6)).isEqualTo("東京都");
    }

    @Test
    void colourIsWrittenOnlyWhereItIsAllowed() {
        print(100, true, 20, finding("host1", "cmd.exe", "", 4L));

        assertThat(output()).startsWith("\u001B[1mtime").contains("\u001B[31mhigh    \u001B[0m  Remote");

        bytes.reset();
        print(100, false, 20, finding("host1", "cmd.exe", "", 4L));

        assertThat(output()).doesNotContain("\u001B");
    }

    @Test
    void findingsBeyondTheLimitAreCounted() {
        Finding[] findings =
                Collections.nCopies(1_234, finding("h", "f", "c", 1L)).toArray(Finding[]::new);
        print(100, false, 3, findings);

        assertThat(lines()).hasSize(1 + 3 + 1).endsWith("... and 1231 more");
    }

    @Test
    void detectorsWithOtherColumnsHaveTablesOfTheirOwn() {
        Finding other = new Finding(
                "x", "other", rule(Rule.Severity.LOW), null, SCHEMA, List.of("FileName"), row("h", "f", "c", 1L));
        print(100, false, 20, finding("h", "f", "c", 1L), other, finding("h", "f", "c", 1L));

        assertThat(lines()).hasSize(3 + 1 + 2).endsWith("      low       Remote service  f");
    }

    @Test
    void anyTextFitsAnyTerminal() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            bytes.reset();
            int columns = 20 + random.nextInt(200);
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(80), 0, 0x11_0000).forEach(text::appendCodePoint);
            print(
                    columns,
                    false,
                    20,
                    finding(text.toString(), "cmd", text.reverse().toString(), 1L));
            assertThat(lines()).allSatisfy(line -> assertThat(Text.width(line)).isLessThanOrEqualTo(columns));
        }
    }

    @Test
    void nothingIsPrintedBeforeTheCommitOrAfterAnAbort() {
        Sink sink = sink(100, false, 20);
        stage(sink, finding("h", "f", "c", 1L));
        assertThat(sink.committed(RUN)).isFalse();

        sink.abort(RUN);

        assertThat(output()).isEmpty();
        assertThatThrownBy(() -> sink.commit(RUN, "")).isInstanceOf(SinkException.class);
    }

    @Test
    void outputThatCannotBeWrittenIsAnError() {
        PrintStream broken = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        broken.close();
        Sink sink = new ConsoleSink(new ConsoleSettings(20), new Terminal(broken, 80, false));
        stage(sink, finding("h", "f", "c", 1L));

        assertThatThrownBy(() -> sink.commit(RUN, ""))
                .isInstanceOf(SinkException.class)
                .hasMessage("console: standard output cannot be written");
    }

    @Test
    void negativeLimitIsRefused() {
        assertThatThrownBy(() -> new ConsoleSettings(-1)).isInstanceOf(SettingException.class);
    }

    @Test
    void pluginBindsTheSink() {
        assertThat(ServiceLoader.load(SinkPlugin.class))
                .singleElement()
                .satisfies(plugin -> assertThat(plugin.name()).isEqualTo("console"));
        ConsoleSettings settings = new ConsoleSettings(1);
        Sink sink = Guice.createInjector(Stage.PRODUCTION, new ConsolePlugin().module(settings), binder -> {
                    binder.requireExplicitBindings();
                    binder.bind(ConsoleSettings.class).toInstance(settings);
                    binder.bind(Terminal.class).toInstance(terminal(80, false));
                })
                .getInstance(Sink.class);

        assertThat(sink.delivery()).isEqualTo(Sink.Delivery.AT_LEAST_ONCE);
    }

    private void print(int columns, boolean colour, long limit, Finding... findings) {
        Sink sink = sink(columns, colour, limit);
        sink.commit(RUN, stage(sink, findings));
        assertThat(sink.committed(RUN)).isTrue();
    }

    private Sink sink(int columns, boolean colour, long limit) {
        return new ConsoleSink(new ConsoleSettings(limit), terminal(columns, colour));
    }

    private Terminal terminal(int columns, boolean colour) {
        return new Terminal(new PrintStream(bytes, false, StandardCharsets.UTF_8), columns, colour);
    }

    private static String stage(Sink sink, Finding... findings) {
        try (Sink.Staged staged = sink.stage(RUN)) {
            List.of(findings).forEach(staged::accept);
            return staged.finish();
        }
    }

    private String output() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private List<String> lines() {
        return output().lines().toList();
    }

    private static Finding finding(Object... values) {
        return new Finding(
                "abc",
                "scm",
                rule(Rule.Severity.HIGH),
                Ticks.of(Instant.parse("2020-09-20T12:00:00Z")),
                SCHEMA,
                SCHEMA.names(),
                row(values));
    }

    private static List<Object> row(Object... values) {
        List<Object> row = new ArrayList<>();
        Collections.addAll(row, values);
        return row;
    }

    private static Rule rule(Rule.Severity severity) {
        return new Rule(
                "0xFF-0083", "1", "Remote service", "", severity, List.of(), List.of(), "", "", List.of(), List.of());
    }
}
