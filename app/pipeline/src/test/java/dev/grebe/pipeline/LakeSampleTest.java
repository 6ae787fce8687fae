package dev.grebe.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.engine.Progress;
import dev.grebe.pipeline.SampleReport.PresetFit;
import dev.grebe.pipeline.SampleReport.SampledColumn;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import dev.grebe.plugin.DataException;
import dev.grebe.plugins.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is seen of a lake, and which table it is taken for. */
final class LakeSampleTest {
    private static final String PROCESS = """
            {"Timestamp":"%s","DeviceId":"d1","FileName":"a.exe","SHA1":"","ProcessCommandLine":"a","ActionType":"ProcessCreated","InitiatingProcessFileName":"services.exe","InitiatingProcessId":4,"InitiatingProcessCreationTime":"2024-01-01T00:00:00Z"}
            """;

    @TempDir
    Path folder;

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private LakeSample open(String path, String... settings) {
        return LakeSample.open(folder, path, List.of(settings), Catalog.discover());
    }

    private SampleReport look(String path) {
        return open(path).look();
    }

    private List<String> rows(String path, long most) {
        List<String> rows = new ArrayList<>();
        open(path).rows(most, rows::add);
        return rows;
    }

    private static SampledColumn column(SampleReport report, String name) {
        return report.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSmallLakeIsCountedAndItsColumnsHaveTypesValuesAndTimes() throws IOException {
        write("lake/date=2024-01-01/a.jsonl", "{\"t\":\"2024-01-01T10:00:00Z\",\"n\":1,\"s\":\"x\"}\n{\"n\":2.5}\n");
        write("lake/date=2024-01-02/b.jsonl", "{\"t\":\"2024-01-02T10:00:00Z\",\"n\":3,\"s\":\"y\"}\n");
        SampleReport report = look("lake/");
        assertThat(report.format()).isEqualTo("jsonl");
        assertThat(report.files()).isEqualTo(2);
        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.counted()).isTrue();
        assertThat(report.notes()).isEmpty();
        assertThat(column(report, "n").type()).isEqualTo(Type.DOUBLE);
        assertThat(column(report, "n").values()).containsExactly("1", "2.5", "3");
        assertThat(column(report, "s").missing()).isEqualTo(1);
        assertThat(column(report, "t").times())
                .contains(new SampleReport.TimeRange(
                        Ticks.of(Instant.parse("2024-01-01T10:00:00Z")),
                        Ticks.of(Instant.parse("2024-01-02T10:00:00Z"))));
        assertThat(column(report, "date").partition()).isTrue();
        assertThat(column(report, "date").values()).containsExactly("2024-01-01", "2024-01-02");
    }

    @Test
    void ofManyFilesOrRowsSomeAreReadAndTheRestIsEstimated() throws IOException {
        for (int file = 0; file < 40; file++) {
            write("lake/%02d.jsonl".formatted(file), "{\"n\":1}\n".repeat(1000));
        }
        SampleReport report = look("lake/");
        assertThat(report.filesRead()).isEqualTo(LakeLook.MOST_FILES);
        assertThat(report.rowsRead()).isLessThanOrEqualTo(LakeLook.MOST_ROWS);
        assertThat(report.counted()).isFalse();
        assertThat(report.rows()).isBetween(20_000L, 60_000L);
        assertThat(report.notes()).anyMatch(note -> note.startsWith("a sample: 16 of 40 files"));
    }

    @Test
    void valuesCannotActOnATerminal() throws IOException {
        write("a.jsonl", "{\"s\":\"\\u001b[2J\\u202e\"}\n");
        assertThat(column(look("a.jsonl"), "s").values()).containsExactly("\\u001B[2J\\u202E");
        assertThat(rows("a.jsonl", 1)).containsExactly("{\"s\":\"\\u001b[2J\\u202e\"}");
    }

    @Test
    void theFormatIsToldByNameElseByTheFirstCharacter() throws IOException {
        write("a.log", "\n {\"n\":1}\n");
        assertThat(look("a.log").why()).isEqualTo("its text starts with '{'");
        write("b.ndjson", "{\"n\":1}\n");
        assertThat(look("b.ndjson").why()).isEqualTo("by its name");
    }

    @Test
    void whatNoPluginReadsIsRefusedWithWhatThereIs() throws IOException {
        write("a.avro", "Obj\u0001");
        assertThatThrownBy(() -> open("a.avro", "source=avro"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--set source: there is no source plugin 'avro'.");
    }

    @Test
    void aSettingThatTheSourceDoesNotHaveIsRefusedInTheNameOfTheOption() throws IOException {
        write("a.jsonl", "{}\n");
        assertThatThrownBy(() -> open("a.jsonl", "zoen=UTC"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--set zoen: no setting 'zoen'");
    }

    @Test
    void aMissingPathIsNamed() {
        assertThatThrownBy(() -> open("lake/"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("lake/: no such");
    }

    @Test
    void theTableOfDefenderWhoseColumnsAreThereIsChosen() throws IOException {
        write("lake/a.jsonl", PROCESS.formatted("2024-01-01T00:00:00Z"));
        SampleReport report = look("lake/");
        assertThat(report.fits()).filteredOn(PresetFit::chosen).singleElement().satisfies(fit -> {
            assertThat(fit.preset()).isEqualTo("defender");
            assertThat(fit.table()).isEqualTo("DeviceProcessEvents");
            assertThat(fit.missing()).isEmpty();
        });
        assertThat(report.stanza()).isEqualTo("""
                tables:
                  DeviceProcessEvents: {preset: defender, source: jsonl, path: lake/}
                """);
    }

    @Test
    void columnsThatAreSpeltOtherwiseAreMapped() throws IOException {
        write("a.jsonl", PROCESS.formatted("2024-01-01T00:00:00Z").replace("\"FileName", "\"file_name"));
        SampleReport report = look("a.jsonl");
        assertThat(report.fits()).noneMatch(PresetFit::fits);
        assertThat(report.stanza()).isEqualTo("""
                tables:
                  DeviceProcessEvents:
                    source: jsonl
                    path: a.jsonl
                    columns:
                      FileName: file_name
                """);
    }

    @Test
    void thePastedStanzaIsCheckedAndRuns() throws IOException {
        write("it's/a.jsonl", PROCESS.formatted("2024-01-01T00:00:00Z"));
        String stanza = look("it's/").stanza();
        assertThat(stanza).contains("path: 'it''s/'");
        write("p.yaml", "version: 1\n" + stanza + """
                  DeviceNetworkEvents: {empty: true}
                  DeviceFileCertificateInfo: {empty: true}
                detectors: {scm-remote-service: {}}
                sinks: {findings: {type: jsonl, path: out/findings.jsonl}}
                """);
        Report report = Pipeline.load(
                        folder.resolve("p.yaml"), "p.yaml", Overrides.NONE, Catalog.discover(), Lab.TERMINAL)
                .run(Progress.NONE);
        assertThat(report.exit()).isEqualTo(ExitCode.OK);
    }

    private static final String EVENT = """
            {"time":"2024-01-01T00:00:00Z","category":"AdvancedHunting-%s","properties":%s}
            """;

    @Test
    void theTablesOfAStreamAreThoseWhoseRowsAreSeen() throws IOException {
        write(
                "all.jsonl",
                EVENT.formatted(
                        "DeviceProcessEvents",
                        PROCESS.formatted("2024-01-01T00:00:00Z").strip()));
        SampleReport report = look("all.jsonl");
        assertThat(report.fits().stream().filter(PresetFit::chosen).map(PresetFit::table))
                .containsExactly("DeviceProcessEvents");
        assertThat(report.fits().get(0).why()).isEqualTo("8 of 8 columns, 1 of the rows seen");
        assertThat(report.stanza()).isEqualTo("""
                tables:
                  DeviceProcessEvents: {preset: defender-streaming, path: all.jsonl}
                  DeviceNetworkEvents: {empty: true}  # no such row is there
                  DeviceFileCertificateInfo: {empty: true}  # no such row is there
                """);
    }

    @Test
    void aTableThatWasNotSeenInASampleIsReadAllTheSame() throws IOException {
        String event = EVENT.formatted(
                "DeviceProcessEvents", PROCESS.formatted("2024-01-01T00:00:00Z").strip());
        write("all.jsonl", event.repeat(LakeLook.MOST_ROWS + 1));
        assertThat(look("all.jsonl").stanza()).doesNotContain("empty");
    }

    @Test
    void aTimeThatNeedsAZoneIsSaidAsARunWouldSayIt() throws IOException {
        write("a.csv", "Timestamp [Local Time],FileName\n\"10/25/2023, 9:43:21.990 AM\",a.exe\n");
        assertThat(look("a.csv").notes())
                .singleElement()
                .asString()
                .startsWith("a run would refuse this time: a.csv:2: column 'Timestamp'")
                .contains("TIMESTAMP_ZONE_UNKNOWN");
        SampleReport zoned = open("a.csv", "zone=Europe/Berlin").look();
        assertThat(zoned.notes()).isEmpty();
        assertThat(column(zoned, "Timestamp").times()).isPresent();
        assertThat(zoned.stanza()).contains("source: csv", "path: a.csv", "zone: Europe/Berlin");
    }

    @Test
    void badRowsAreCountedAndPassedOver() throws IOException {
        write("a.jsonl", "{\"n\":1}\n{\"n\":\n{\"n\":2}\n");
        SampleReport report = look("a.jsonl");
        assertThat(report.rowsRead()).isEqualTo(2);
        assertThat(report.rejectedRows()).isEqualTo(1);
        assertThat(report.rejections()).singleElement().asString().startsWith("a.jsonl:2: ");
        assertThat(report.isDamaged()).isTrue();
    }

    @Test
    void nestedColumnsAreNamedByTheirPathsAndWrittenOnce() throws IOException {
        write("a.jsonl", "{\"p\":{\"name\":\"x\",\"pid\":7}}\n{\"p.q\":1}\n");
        assertThat(look("a.jsonl").columns().stream().map(SampledColumn::name))
                .containsExactly("p", "p.name", "p.pid", "p.q");
        assertThat(rows("a.jsonl", Long.MAX_VALUE))
                .containsExactly("{\"p\":{\"name\":\"x\",\"pid\":7}}", "{\"p\":null,\"p.q\":1}");
    }

    @Test
    void rowsAreWrittenAsStoredWithAllKeysOfTheirFile() throws IOException {
        write("lake/a.jsonl", "{\"n\":12345678901234567890,\"d\":-1.00}\n{\"o\":{\"b\": [1, null]}}\n");
        write("lake/k=v/b.jsonl", "{\"n\":true}\n");
        assertThat(rows("lake/", Long.MAX_VALUE))
                .containsExactly(
                        "{\"n\":12345678901234567890,\"d\":-1.00,\"o\":null}",
                        "{\"n\":null,\"d\":null,\"o\":{\"b\":[1,null]}}",
                        "{\"n\":true,\"k\":\"v\"}");
        assertThat(rows("lake/", 1)).hasSize(1);
    }

    @Test
    void aBadRowEndsTheRowsBehindThoseBefore() throws IOException {
        write("a.jsonl", "{\"n\":1}\n{\"n\":\n");
        assertThatThrownBy(() -> rows("a.jsonl", Long.MAX_VALUE))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("a.jsonl:2");
    }
}
