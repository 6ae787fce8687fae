package dev.grebe.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.engine.Progress;
import dev.grebe.plugin.Terminal;
import dev.grebe.plugins.Catalog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pipelines of {@code app/examples} do what their README says. */
final class ExampleTest {
    private static final Path EXAMPLE =
            Path.of("../examples/scm-remote-service").toAbsolutePath().normalize();

    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"parquet", "jsonl"})
    void findsTheAttack(String format) throws IOException {
        Path findings = run(format, Overrides.NONE);
        Expected expected = Expected.of(EXAMPLE.resolve("expected.json"));
        assertThat(expected.findings()).hasSize(1);
        assertThat(expected.sameOf(findings)).isEqualTo(expected.findings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"parquet", "jsonl"})
    void findsTheSecondOneWithoutCertificates(String format) throws IOException {
        Path findings = run(format, Overrides.NONE.set("tables.DeviceFileCertificateInfo={empty: true}"));
        Expected expected = Expected.of(EXAMPLE.resolve("expected-nocert.json"));
        assertThat(expected.findings()).hasSize(2);
        assertThat(expected.sameOf(findings)).isEqualTo(expected.findings());
    }

    @Test
    void bothFormatsGiveTheSameBytes() {
        assertThat(run("parquet", Overrides.NONE)).hasSameBinaryContentAs(run("jsonl", Overrides.NONE));
    }

    @Test
    void dayWithTheAttackHasItAndTheNextDayHasNot() {
        Overrides day = Overrides.NONE.from("2020-09-20T00:00:00Z").to("2020-09-21T00:00:00Z");
        assertThat(run("parquet", day)).hasSameBinaryContentAs(run("jsonl", Overrides.NONE));
        assertThat(run("parquet", Overrides.NONE.from("2020-09-21T00:00:00Z"))).isEmptyFile();
    }

    private Path run(String format, Overrides overrides) {
        Path findings = temp.resolve(format).resolve("findings.jsonl");
        Overrides elsewhere = overrides.set("sinks.findings.path=" + findings);
        Terminal nowhere = new Terminal(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), 100, false);
        String file = "pipeline-%s.yaml".formatted(format);
        Pipeline.load(EXAMPLE.resolve(file), file, elsewhere, Catalog.discover(), nowhere)
                .run(Progress.NONE);
        return findings;
    }
}
