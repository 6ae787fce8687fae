package dev.grebe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void aLakeOfThreeRows() throws IOException {
        Files.createDirectories(folder.resolve("hunt/lake"));
        Files.writeString(folder.resolve("hunt/lake/a.jsonl"), """
                {"Timestamp": "2024-02-27T10:00:00Z", "Name": "first"}
                {"Timestamp": "2024-02-28T10:00:00Z", "Name": "second"}
                {"Timestamp": "2024-02-29T10:00:00Z", "Name": "third"}
                """);
        Files.writeString(folder.resolve("hunt/pipeline.yaml"), """
                version: 1
                tables:
                  Events: {source: jsonl, path: lake/}
                detectors:
                  every-row: {label: "rows\\e[2J"}
                sinks:
                  console: {}
                  findings: {type: jsonl, path: out/findings.jsonl}
                run: {name: test}
                """);
    }

    @Test
    void findingsGoToTheSinksAndTheSummaryToStandardError() {
        Cli.Ran ran = run();
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("first", "second", "third").doesNotContain("findings:");
        assertThat(ran.err())
                .contains("every-row: 3 rows\\u001B[2J > 3 findings\n", "3 findings in ")
                .contains("\n  findings: hunt/out/findings.jsonl\n  report: hunt/out/run.json\n");
        assertThat(folder.resolve("hunt/out/findings.jsonl")).content().hasLineCount(3);
    }

    @Test
    void jsonIsTheReportAlone() throws IOException {
        Cli.Ran ran = run("--format", "json");
        assertThat(ran.out()).isEqualTo(Files.readString(folder.resolve("hunt/out/run.json")));
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void theWindowIsWhatTheOptionsSay() {
        assertThat(run("--from", "2024-02-28", "--to", "2024-02-29").err()).contains("\n1 finding in ");
    }

    @Test
    void otherSettingsReplaceTheFiles() {
        assertThat(run("--set", "detectors.every-row.label=lines").err()).contains("every-row: 3 lines > 3 findings\n");
    }

    @Test
    void anEmptyLakeIsALoudWarning() throws IOException {
        Files.writeString(folder.resolve("hunt/lake/a.jsonl"), "");
        assertThat(run().err()).endsWith("An empty lake is not a clean one\n");
    }

    @Test
    void aTableWithoutALakeEndsTheRunWithItsNameAndPlace() throws IOException {
        Path pipeline = folder.resolve("hunt/pipeline.yaml");
        String yaml = Files.readString(pipeline);
        Files.createDirectories(folder.resolve("hunt/dry"));
        assertNoInput(
                run("--set", "tables.Events.path=lakes/"),
                "table 'Events' (--set tables.Events.path): lakes/: no such file or directory. Did you mean 'lake'?");
        Files.writeString(pipeline, yaml.replace("lake/", "dry/"));
        assertNoInput(
                run(),
                "table 'Events' (hunt/pipeline.yaml:3:33): dry/: no file in it; names that start with '_' or '.' are skipped");
        Files.writeString(pipeline, yaml.replace("lake/", "lake/*.json"));
        assertNoInput(run(), "table 'Events' (hunt/pipeline.yaml:3:33): lake/*.json: no file matches");
    }

    private void assertNoInput(Cli.Ran ran, String message) {
        assertThat(ran).isEqualTo(new Cli.Ran(4, "", "error: " + message + "\n"));
        assertThat(folder.resolve("hunt/out/findings.jsonl")).doesNotExist();
    }

    @Test
    void aDamagedLineEndsTheRunWithoutFindings() throws IOException {
        Files.writeString(folder.resolve("hunt/lake/b.jsonl"), "{\"Timestamp\": \n");
        Cli.Ran ran = run();
        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.err()).startsWith("error: ").contains("b.jsonl:1").hasLineCount(1);
        assertThat(folder.resolve("hunt/out/findings.jsonl")).doesNotExist();
    }

    @Test
    void onATerminalThereAreColoursButNoEscapesOfTheLake() {
        Cli.Ran ran = Cli.in(folder).with(Map.of("TERM", "xterm")).onTerminal().grebe("run", "hunt/pipeline.yaml");
        assertThat(ran.err()).contains("\u001b[1m3 findings\u001b[0m").doesNotContain("\u001b[2J");
    }

    @Test
    void explainShowsThePlanAndReadsNoRows() {
        Cli.Ran ran = Cli.in(folder).grebe("explain", "hunt/pipeline.yaml");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("Events").doesNotContain("\u001b");
        assertThat(folder.resolve("hunt/out")).doesNotExist();
    }

    @Test
    void explainForOtherProgramsHasThePipelineAndThePlans() {
        Cli.Ran ran = Cli.in(folder).grebe("explain", "hunt/pipeline.yaml", "--format", "json");
        assertThat(ran.code()).isZero();
        JsonNode json = JsonMapper.shared().readTree(ran.out());
        assertThat(json.at("/pipeline/tables/Events/source").asString()).isEqualTo("jsonl");
        assertThat(json.at("/plans/every-row/nodes").isArray()).isTrue();
        assertThat(json.at("/explain").size()).isPositive();
    }

    private Cli.Ran run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("run", "hunt/pipeline.yaml"));
        arguments.addAll(List.of(options));
        return Cli.in(folder).grebe(arguments.toArray(String[]::new));
    }
}
