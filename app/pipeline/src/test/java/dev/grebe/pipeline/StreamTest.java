package dev.grebe.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.engine.Progress;
import dev.grebe.plugins.Catalog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The example's lake as Defender's streaming export has it: all tables in one stream, each row in an envelope. */
final class StreamTest {
    private static final Path LAKE = Path.of("../examples/scm-remote-service/lake/jsonl")
            .toAbsolutePath()
            .normalize();
    private static final List<String> TABLES =
            List.of("DeviceProcessEvents", "DeviceNetworkEvents", "DeviceFileCertificateInfo");
    private static final int FILES = 5;

    @TempDir
    Path folder;

    @BeforeEach
    void writeStream() throws IOException {
        List<String> rows = new ArrayList<>();
        for (String table : TABLES) {
            for (String row : rows(LAKE.resolve(table))) {
                rows.add("{\"time\":\"2020-09-20T00:00:00Z\",\"tenantId\":\"t\",\"category\":\"AdvancedHunting-" + table
                        + "\",\"properties\":" + row + "}");
            }
        }
        rows.add("{\"category\":\"AdvancedHunting-DeviceLogonEvents\",\"properties\":{\"LogonType\":\"Network\"}}");
        Collections.shuffle(rows, new Random(7));
        Files.createDirectories(folder.resolve("export"));
        for (int file = 0; file < FILES; file++) {
            int from = rows.size() * file / FILES;
            int to = rows.size() * (file + 1) / FILES;
            Files.write(folder.resolve("export/part-" + file + ".json"), rows.subList(from, to));
        }
    }

    private static List<String> rows(Path table) throws IOException {
        try (Stream<Path> files = Files.walk(table)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .flatMap(StreamTest::lines)
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String name, String tables) throws IOException {
        Path file = folder.resolve(name + ".yaml");
        Files.writeString(file, """
                version: 1
                tables:
                %sdetectors: {scm-remote-service: {}}
                sinks: {findings: {type: jsonl, path: %s/findings.jsonl}}
                """.formatted(tables, name));
        Pipeline.load(file, name + ".yaml", Overrides.NONE, Catalog.discover(), Lab.TERMINAL)
                .run(Progress.NONE);
    }

    private static String tables(String text) {
        StringBuilder all = new StringBuilder();
        TABLES.forEach(table -> all.append("  ")
                .append(table)
                .append(": {")
                .append(text.replace("TABLE", table))
                .append("}\n"));
        return all.toString();
    }

    @Test
    void theStreamGivesTheFindingsOfTheTablesAndIsReadOnce() throws IOException {
        run("tables", tables("source: jsonl, path: '" + LAKE + "/TABLE/'"));
        run("stream", tables("preset: defender-streaming, path: export/"));

        assertThat(folder.resolve("stream/findings.jsonl")).isNotEmptyFile();
        assertThat(folder.resolve("stream/findings.jsonl"))
                .hasSameBinaryContentAs(folder.resolve("tables/findings.jsonl"));
        JsonNode read = JsonMapper.builder()
                .build()
                .readTree(Files.readString(folder.resolve("stream/run.json")))
                .get("tables");
        assertThat(read.propertyNames())
                .containsExactly("DeviceProcessEvents, DeviceNetworkEvents, DeviceFileCertificateInfo");
        JsonNode account = read.iterator().next();
        assertThat(account.get("files").intValue()).isEqualTo(FILES);
        assertThat(account.get("bytesRead").longValue())
                .isEqualTo(account.get("bytes").longValue());
    }
}
