package dev.grebe.filesystems.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The example lake in a bucket, run by the command with what the AWS tools find in the environment. */
class S3RunTest {
    private static final Path LAKE = Path.of("../../examples/scm-remote-service/lake");
    private static final String BUCKET = "security-lake";
    private static final List<String> TABLES =
            List.of("DeviceProcessEvents", "DeviceNetworkEvents", "DeviceFileCertificateInfo");

    @TempDir
    static Path shared;

    private static Path buckets;
    private static Path keyStore;

    @TempDir
    Path folder;

    @BeforeAll
    static void store() throws Exception {
        keyStore = S3Server.keyStore(shared);
        buckets = Files.createDirectories(shared.resolve("buckets"));
        Files.createDirectories(buckets.resolve(BUCKET));
        try (S3Server server = S3Server.http(buckets);
                Stream<Path> files = Files.walk(LAKE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                server.put(BUCKET, LAKE.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"parquet", "jsonl"})
    void findingsAreTheSameByteForByteAsFromDisk(String format) throws Exception {
        byte[] fromDisk = run("disk", format, LAKE.toAbsolutePath() + "/" + format, Map.of());
        try (S3Server server = S3Server.http(buckets)) {
            byte[] fromS3 = run("s3", format, "s3://" + BUCKET + "/" + format, environment(server));

            assertThat(fromS3).isNotEmpty().isEqualTo(fromDisk);
            assertThat(bytesRead("s3")).isEqualTo(bytesRead("disk"));
            assertThat(server.bytesSent.sum()).isBetween(1L, bytesRead("disk") * 11 / 10);
            assertThat(server.count("HEAD")).isLessThanOrEqualTo(TABLES.size());
        }
    }

    @Test
    void findingsAreTheSameOverHttpsAndInABucket() throws Exception {
        byte[] fromDisk = run("disk", "parquet", LAKE.toAbsolutePath() + "/parquet", Map.of());
        try (S3Server server = S3Server.https(buckets, keyStore)) {
            assertThat(run("s3", "parquet", "s3a://" + BUCKET + "/parquet", environment(server)))
                    .isNotEmpty()
                    .isEqualTo(fromDisk);
        }
    }

    private byte[] run(String name, String format, String lake, Map<String, String> environment) throws Exception {
        StringBuilder tables = new StringBuilder();
        for (String table : TABLES) {
            tables.append("  %s: {source: %s, path: '%s/%s/'}%n".formatted(table, format, lake, table));
        }
        Files.writeString(folder.resolve(name + ".yaml"), """
                version: 1
                tables:
                %sdetectors:
                  scm-remote-service: {}
                sinks:
                  findings: {type: jsonl, path: %s/findings.jsonl}
                run: {name: scm}
                """.formatted(tables, name));
        grebe(environment, "run", name + ".yaml");
        return Files.readAllBytes(folder.resolve(name).resolve("findings.jsonl"));
    }

    private void grebe(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Djavax.net.ssl.trustStore=" + keyStore,
                "-Djavax.net.ssl.trustStorePassword=changeit",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.grebe.cli.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0).as(this::output).isTrue();
    }

    private static Map<String, String> environment(S3Server server) {
        Map<String, String> environment = new HashMap<>();
        environment.put("AWS_ENDPOINT_URL", server.endpoint());
        environment.put("AWS_ACCESS_KEY_ID", S3Server.IDENTITY);
        environment.put("AWS_SECRET_ACCESS_KEY", S3Server.SECRET);
        return environment;
    }

    private long bytesRead(String name) throws IOException {
        long sum = 0;
        JsonNode report = new ObjectMapper()
                .readTree(Files.readString(folder.resolve(name).resolve("run.json")));
        for (JsonNode count : report.get("tables").findValues("bytesRead")) {
            sum += count.asLong();
        }
        return sum;
    }

    private String output() {
        try {
            return Files.readString(folder.resolve("output"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
