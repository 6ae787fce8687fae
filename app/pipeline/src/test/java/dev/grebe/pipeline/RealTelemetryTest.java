package dev.grebe.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.engine.Outcome.LabelCount;
import dev.grebe.engine.Progress;
import dev.grebe.plugin.Terminal;
import dev.grebe.plugins.Catalog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The SCM rule over recorded attacks: what two other implementations of the rule found in them, Grebe must find, from
 * JSON lines and from Parquet. {@code src/test/resources/scm/README.md} says what is in them.
 */
final class RealTelemetryTest {
    private static final List<String> FORMATS = List.of("jsonl", "parquet");
    private static final Terminal NOWHERE =
            new Terminal(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), 100, false);

    @TempDir
    private Path temp;

    static Stream<Arguments> recordings() throws IOException {
        List<Arguments> all = new ArrayList<>();
        try (Stream<Path> folders = Files.walk(scm(), 2)) {
            folders.filter(folder -> folder.getFileName().toString().startsWith("mde-"))
                    .sorted()
                    .forEach(folder -> {
                        all.add(Arguments.of(scm().relativize(folder).toString(), true));
                        all.add(Arguments.of(scm().relativize(folder).toString(), false));
                    });
        }
        assertThat(all).hasSize(8 * 2 * 2);
        return all.stream();
    }

    @ParameterizedTest(name = "{0}, certificates: {1}")
    @MethodSource("recordings")
    void findsWhatIsExpected(String recording, boolean certificates) throws IOException {
        Expected expected = expected(recording, certificates);
        for (String format : FORMATS) {
            run(recording, certificates, format, "{}");
            assertThat(expected.sameOf(findings(format))).as(format).isEqualTo(expected.findings());
        }
        assertThat(findings("parquet")).hasSameBinaryContentAs(findings("jsonl"));
    }

    @ParameterizedTest(name = "{0}, certificates: {1}")
    @MethodSource("recordings")
    void findsForTheExpectedReason(String recording, boolean certificates) throws IOException {
        Expected expected = expected(recording, certificates);
        for (String format : FORMATS) {
            run(recording, certificates, format, "{lolbins: []}");
            assertThat(expected.sameOf(findings(format))).as(format).isEqualTo(expected.findings("hash"));
            run(recording, certificates, format, "{rareBelow: 0}");
            assertThat(expected.sameOf(findings(format))).as(format).isEqualTo(expected.findings("lolbin"));
        }
    }

    @ParameterizedTest(name = "{0}, certificates: {1}")
    @MethodSource("recordings")
    void countsRowsAndSteps(String recording, boolean certificates) throws IOException {
        Expected expected = expected(recording, certificates);
        for (String format : FORMATS) {
            Report report = run(recording, certificates, format, "{}");
            assertThat(rows(report, "DeviceProcessEvents")).as(format).isEqualTo(expected.count("DPE"));
            assertThat(rows(report, "DeviceNetworkEvents")).as(format).isEqualTo(expected.count("DNE"));
            assertThat(rows(report, "DeviceFileCertificateInfo")).as(format).isEqualTo(expected.count("CERT"));
            Map<String, Long> funnel =
                    Objects.requireNonNull(report.detectors().get("scm-remote-service")).funnel().stream()
                            .collect(Collectors.toMap(LabelCount::label, LabelCount::rows));
            assertThat(funnel)
                    .as(format)
                    .containsEntry("networkEvents", expected.count("net"))
                    .containsEntry("allServices", expected.count("children"))
                    .containsEntry("serviceNetworkEvents", expected.count("in_window"))
                    .containsEntry("findings", expected.count("findings"));
        }
    }

    private Report run(String recording, boolean certificates, String format, String settings) throws IOException {
        Path folder = scm().resolve(recording);
        String yaml = """
                version: 1
                tables:
                  DeviceProcessEvents: {source: %2$s, path: '%1$s/DeviceProcessEvents.%2$s'}
                  DeviceNetworkEvents: {source: %2$s, path: '%1$s/DeviceNetworkEvents.%2$s'}
                  DeviceFileCertificateInfo: %3$s
                detectors:
                  scm-remote-service: %4$s
                sinks:
                  findings: {type: jsonl, path: %2$s/findings.jsonl}
                run: {name: scm}
                """.formatted(
                folder,
                format,
                certificates
                        ? "{source: %2$s, path: '%1$s/DeviceFileCertificateInfo.%2$s'}".formatted(folder, format)
                        : "{empty: true}",
                settings);
        Path file = Files.writeString(temp.resolve("pipeline.yaml"), yaml);
        return Pipeline.load(file, "pipeline.yaml", Overrides.NONE, Catalog.discover(), NOWHERE)
                .run(Progress.NONE);
    }

    private Path findings(String format) {
        return temp.resolve(format).resolve("findings.jsonl");
    }

    private static long rows(Report report, String table) {
        return Objects.requireNonNull(report.tables().get(table)).account().rows();
    }

    private static Expected expected(String recording, boolean certificates) throws IOException {
        return Expected.of(scm().resolve(recording).resolve(certificates ? "expected.json" : "expected-nocert.json"));
    }

    private static Path scm() {
        URL url = Objects.requireNonNull(RealTelemetryTest.class.getResource("/scm/README.md"));
        try {
            return Path.of(url.toURI()).getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
