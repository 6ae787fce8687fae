package dev.grebe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A signal is the process's affair, so this needs one. */
@DisabledOnOs(OS.WINDOWS)
class CtrlCTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void leavesNoFindingsAndAReportThatSaysWhy() throws IOException, InterruptedException {
        Path begun = folder.resolve("begun");
        writePipeline(begun);

        Process grebe = start("run", "pipeline.yaml");
        waitFor(begun, grebe);
        new ProcessBuilder("kill", "-INT", Long.toString(grebe.pid())).start().waitFor();

        assertThat(grebe.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("err"))).isEqualTo("error: interrupted; no findings were written\n");
        assertThat(grebe.exitValue()).isEqualTo(130);
        assertThat(read("out/run.json")).contains("\"status\" : \"interrupted\"");
        assertThat(folder.resolve("stdout")).isEmptyFile();
        assertThat(files()).containsExactlyInAnyOrder("begun", "err", "out/run.json", "pipeline.yaml", "stdout");
    }

    @Test
    void twiceInAMomentIsOnce() throws IOException, InterruptedException {
        Path begun = folder.resolve("begun");
        writePipeline(begun);

        Process grebe = start("run", "pipeline.yaml");
        waitFor(begun, grebe);
        String pid = Long.toString(grebe.pid());
        // One process for both: nothing is between them but the shell's own haste.
        new ProcessBuilder("sh", "-c", "kill -INT $0; sleep 0.01; kill -INT $0; sleep 0.01; kill -TERM $0", pid)
                .start()
                .waitFor();

        assertThat(grebe.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("err"))).isEqualTo("error: interrupted; no findings were written\n");
        assertThat(grebe.exitValue()).isEqualTo(130);
        assertThat(read("out/run.json")).contains("\"status\" : \"interrupted\"");
    }

    private void writePipeline(Path begun) throws IOException {
        Files.writeString(folder.resolve("pipeline.yaml"), """
                version: 1
                tables:
                  Events: {source: endless, begun: %s}
                detectors:
                  every-row: {}
                sinks:
                  console: {}
                  findings: {type: jsonl, path: out/findings.jsonl}
                run: {name: endless}
                """.formatted(begun));
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/env")) && OS.LINUX.isCurrentOs()) {
            // A build in the background ignores the signal, and Java keeps it so.
            command.addAll(List.of("/usr/bin/env", "--default-signal=INT"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Duser.language=en",
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("stdout").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private void waitFor(Path file, Process process) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(file)) {
            assertThat(process.isAlive())
                    .as(() -> "running, but: " + read("err"))
                    .isTrue();
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(20);
        }
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }
}
