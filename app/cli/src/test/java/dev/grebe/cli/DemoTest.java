package dev.grebe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    @TempDir
    private Path folder;

    @Test
    void findsTheOneAttackInBothLakes() throws IOException {
        Cli.Ran demo = Cli.in(folder).grebe("demo");
        assertThat(demo.err()).isEmpty();
        assertThat(demo.code()).isZero();
        Path parquet = folder.resolve("demo-out/parquet/findings.jsonl");
        Path jsonl = folder.resolve("demo-out/jsonl/findings.jsonl");
        assertThat(parquet).hasSameBinaryContentAs(jsonl);
        assertThat(Files.readAllLines(parquet)).singleElement().asString().contains("cmd.exe");
        assertThat(files())
                .containsExactlyInAnyOrder(
                        "demo-out/jsonl/findings.jsonl",
                        "demo-out/jsonl/run.json",
                        "demo-out/parquet/findings.jsonl",
                        "demo-out/parquet/run.json");
    }

    @Test
    void showsTheFindingTheFunnelTheFilesAndWhatToTryNext() {
        String shown = Cli.in(folder).grebe("demo").out();
        assertThat(shown)
                .containsPattern("FileName +cmd\\.exe\n")
                .contains(" networkEvents > ", " > 1 findings\n")
                .contains("demo-out/parquet/findings.jsonl", "demo-out/jsonl/findings.jsonl")
                .contains("\n  grebe explain ", "\n  grebe run ", "\n  grebe list\n");
        assertThat(shown).doesNotContain("\u001b");
    }

    @Test
    void runsAgainOverWhatIsThere() {
        assertThat(Cli.in(folder).grebe("demo").code()).isZero();
        assertThat(Cli.in(folder).grebe("demo").code()).isZero();
    }

    @Test
    void theCommandsItSuggestsWork() throws IOException {
        Cli cli = Cli.in(folder).withExamples(copyOfTheExamples());
        List<String> commands = cli.grebe("demo")
                .out()
                .lines()
                .filter(line -> line.startsWith("  grebe "))
                .toList();
        assertThat(commands)
                .containsExactly(
                        "  grebe explain examples/scm-remote-service/pipeline-parquet.yaml",
                        "  grebe run examples/scm-remote-service/pipeline-parquet.yaml"
                                + " --from 2020-09-20 --to 2020-09-21",
                        "  grebe list")
                .allSatisfy(command -> {
                    Cli.Ran ran =
                            cli.grebe(command.substring("  grebe ".length()).split(" ", -1));
                    assertThat(ran.code()).as(ran.err()).isZero();
                    assertThat(ran.out()).isNotEmpty();
                });
    }

    /** Runs write beside the pipeline file. */
    private Path copyOfTheExamples() throws IOException {
        Path copy = folder.resolve("examples");
        try (Stream<Path> files = Files.walk(Cli.EXAMPLES)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(Cli.EXAMPLES.relativize(file).toString()));
            }
        }
        return copy;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
