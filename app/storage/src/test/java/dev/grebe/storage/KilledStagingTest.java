package dev.grebe.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Staging;
import dev.grebe.plugin.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KilledStagingTest {
    @TempDir
    Path base;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void jvmThatIsToldToEndLeavesNoTrace(boolean local) throws Exception {
        Process process = startStaging(local);

        process.destroy();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(entries()).isEqualTo(1);
        assertThat(base.resolve("old.jsonl")).hasContent("old");
    }

    @Test
    void jvmThatIsKilledLeavesNothingThatIsSeen() throws Exception {
        Process process = startStaging(true);

        process.destroyForcibly();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(base.resolve("old.jsonl")).hasContent("old");
        assertThat(new FileStorage(base).list(".", Window.ALL).files())
                .extracting(FileSlice::path)
                .containsExactly("./old.jsonl");
    }

    private Process startStaging(boolean local) throws IOException {
        Files.writeString(base.resolve("old.jsonl"), "old");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        base.toString(),
                        Boolean.toString(local))
                .redirectErrorStream(true)
                .start();
        for (String line = ""; !line.equals(Writer.READY); ) {
            line = process.inputReader().readLine();
            assertThat(line).as("output of the writer").isNotNull();
        }
        assertThat(entries()).isGreaterThan(1);
        return process;
    }

    private long entries() throws IOException {
        try (var files = Files.list(base)) {
            return files.count();
        }
    }

    /** Stages two files and waits to be killed. */
    static final class Writer {
        static final String READY = "staged";

        private Writer() {}

        public static void main(String[] args) throws Exception {
            Path base = Path.of(args[0]);
            FileStorage storage =
                    Boolean.parseBoolean(args[1]) ? new FileStorage(base) : FileStorage.throughHadoop(base);
            try (Staging old = storage.stage("old.jsonl");
                    Staging made = storage.stage("made/new.jsonl")) {
                for (Staging staging : new Staging[] {old, made}) {
                    staging.output().write(new byte[1_000_000]);
                    staging.output().flush();
                }
                System.out.println(READY);
                Thread.sleep(60_000);
            }
        }
    }
}
