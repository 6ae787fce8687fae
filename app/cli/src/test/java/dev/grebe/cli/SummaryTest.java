package dev.grebe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.engine.Outcome.LabelCount;
import dev.grebe.pipeline.ExitCode;
import dev.grebe.pipeline.Report;
import dev.grebe.pipeline.Report.DetectorReport;
import dev.grebe.pipeline.Report.SinkReport;
import dev.grebe.pipeline.Report.TableReport;
import dev.grebe.plugin.Account;
import dev.grebe.plugin.Rule;
import dev.grebe.plugin.Sink;
import dev.grebe.plugin.Window;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final Instant START = Instant.parse("2020-09-20T00:00:00Z");

    private final Map<String, TableReport> tables = new LinkedHashMap<>();

    @Test
    void showsWhatWasReadTheFunnelAndWhereFindingsAre() {
        table(
                "DeviceProcessEvents",
                new Account(3, 0, 0, 2_000_000, 1_500_000, 12_345, 345, 12_000, 0, Map.of(), Map.of()));
        table("DeviceNetworkEvents", new Account(12, 10, 0, 4_096, 1_024, 412, 412, 0, 0, Map.of(), Map.of()));
        assertThat(summary()).isEqualTo("""
                table                rows read  skipped unread    files          bytes read
                DeviceProcessEvents        345          12,000        3  1.4 MiB of 1.9 MiB
                DeviceNetworkEvents        412               0  2 of 12  1.0 KiB of 4.0 KiB

                scm: 412 networkEvents > 38 allServices > 9 serviceNetworkEvents > 1 findings

                1 finding in 0.84 s
                  findings: out/findings.jsonl
                  report: out/run.json
                """);
    }

    @Test
    void aTableWithoutRowsIsALoudWarning() {
        table("DeviceNetworkEvents", new Account(2, 0, 0, 100, 100, 0, 0, 0, 0, Map.of(), Map.of()));
        assertThat(summary()).endsWith("""
                warning: DeviceNetworkEvents gave no rows: 2 files, all of which have none. An empty lake is not a clean one
                """);
    }

    @Test
    void aWindowBesideTheLakeIsALoudWarning() {
        table("DeviceNetworkEvents", new Account(1, 1, 0, 100, 0, 0, 0, 0, 0, Map.of(), Map.of()));
        assertThat(summary()).endsWith("""
                warning: DeviceNetworkEvents gave no rows: 1 file, which lies outside of the window. An empty lake is not a clean one
                """);
    }

    @Test
    void aTableThatIsSaidToBeEmptyIsNot() {
        table("DeviceFileCertificateInfo", new Account(0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), Map.of()));
        assertThat(summary()).doesNotContain("warning");
    }

    @Test
    void rowsThatWereLeftOutAreAWarning() {
        table("DeviceNetworkEvents", new Account(1, 0, 0, 100, 100, 10, 9, 0, 1, Map.of(), Map.of()));
        assertThat(summary()).endsWith("warning: 1 bad row of DeviceNetworkEvents was left out\n");
    }

    @Test
    void filesThatWereLeftOutAndWhatWasAssumedAreWarnings() {
        table(
                "DeviceNetworkEvents",
                new Account(3, 0, 2, 100, 100, 10, 10, 0, 0, Map.of("TIMESTAMP_ZONE_ASSUMED", 7L), Map.of()));
        assertThat(summary()).endsWith("""
                warning: 2 bad files of DeviceNetworkEvents were left out
                warning: DeviceNetworkEvents: TIMESTAMP_ZONE_ASSUMED 7 times
                """);
    }

    private void table(String name, Account account) {
        tables.put(name, new TableReport(account, account.rowsRead(), Map.of()));
    }

    private String summary() {
        Rule rule =
                new Rule("1", "1", "title", "", Rule.Severity.HIGH, List.of(), List.of(), "", "", List.of(), List.of());
        List<LabelCount> funnel = List.of(
                new LabelCount("networkEvents", 412),
                new LabelCount("allServices", 38),
                new LabelCount("serviceNetworkEvents", 9),
                new LabelCount("findings", 1),
                new LabelCount("findings", 1));
        Report report = new Report(
                "1.0",
                "scm",
                "run",
                "config",
                Window.ALL,
                START,
                START.plusMillis(840),
                Report.Status.COMPLETE,
                ExitCode.OK,
                "",
                tables,
                Map.of("scm", new DetectorReport(rule, 1, funnel)),
                List.of(),
                List.of(
                        new SinkReport("console", "console", Sink.Delivery.AT_LEAST_ONCE, "", true),
                        new SinkReport("findings", "jsonl", Sink.Delivery.ATOMIC, "findings.jsonl", true)),
                Map.of(),
                "run.json");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Summary(new PrintStream(bytes, true, StandardCharsets.UTF_8), new Style(false))
                .print(report, path -> "out/" + path);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
