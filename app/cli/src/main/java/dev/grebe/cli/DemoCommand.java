package dev.grebe.cli;

import dev.grebe.pipeline.ExitCode;
import dev.grebe.pipeline.Overrides;
import dev.grebe.pipeline.Pipeline;
import dev.grebe.pipeline.Report;
import dev.grebe.plugin.Rule;
import dev.grebe.plugin.Terminal;
import dev.grebe.plugin.Visible;
import dev.grebe.plugins.Catalog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;

/** Shows a newcomer an attack being found. */
@Command(
        name = "demo",
        description =
                "Find an attack in a recorded lake, once in Parquet and once in JSON lines. Writes demo-out/ here.")
final class DemoCommand extends GrebeCommand {
    private static final String EXAMPLE = "scm-remote-service";
    private static final String OUT = "demo-out";
    private static final String FINDINGS = "findings.jsonl";

    DemoCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        Catalog catalog = Catalog.discover();
        Pipeline pipeline = load("parquet", catalog, shell.out());
        for (Rule rule : pipeline.rules().values()) {
            print(outStyle().bold(Visible.of(rule.title())));
        }
        print("over recorded Windows telemetry in " + shown(example().resolve("lake")), "");
        Report parquet = run(pipeline);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Report jsonl = run(load("jsonl", catalog, nowhere));
        requireSame(findings("parquet"), findings("jsonl"));

        Summary summary = new Summary(shell.out(), outStyle());
        print("");
        summary.printFunnels(parquet);
        print(
                "",
                outStyle()
                        .bold(
                                "The same findings from both lakes, byte for byte; run.json beside them tells of the run"));
        print("  " + shown(findings("parquet")) + "  from Parquet in " + Amounts.time(Summary.elapsed(parquet)));
        print("  " + shown(findings("jsonl")) + "    from JSON lines in " + Amounts.time(Summary.elapsed(jsonl)));
        print("", outStyle().bold("What to try next"));
        nextCommands().forEach(command -> print("  " + command));
        return ExitCode.OK;
    }

    private Pipeline load(String format, Catalog catalog, PrintStream out) {
        Path file = file(format);
        // Single quotes are YAML's own: nothing in the path but they themselves means anything.
        String target = findings(format).toString().replace("'", "''");
        Overrides overrides = Overrides.NONE.set("sinks.findings.path='" + target + "'");
        Terminal terminal = new Terminal(out, shell.columns(), outStyle().coloured());
        return Pipeline.load(file, file.toString(), overrides, catalog, terminal);
    }

    private List<String> nextCommands() {
        String file = " " + shown(file("parquet"));
        return List.of(
                shell.command() + " explain" + file,
                shell.command() + " run" + file + " --from 2020-09-20 --to 2020-09-21",
                shell.command() + " list");
    }

    private static void requireSame(Path parquet, Path jsonl) {
        try {
            if (Files.size(parquet) == 0) {
                throw new IllegalStateException("the demo has an attack in it, but " + parquet + " has none");
            }
            if (Files.mismatch(parquet, jsonl) >= 0) {
                throw new IllegalStateException(
                        parquet + " and " + jsonl + " differ; the same was to be found in both");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path example() {
        return shell.examples().resolve(EXAMPLE);
    }

    private Path file(String format) {
        return example().resolve("pipeline-" + format + ".yaml");
    }

    private Path findings(String format) {
        return shell.folder().resolve(OUT).resolve(format).resolve(FINDINGS);
    }

    /** The path as one would type it here. */
    private String shown(Path path) {
        Path shorter = path.startsWith(shell.folder()) ? shell.folder().relativize(path) : path;
        return Words.quoted(shorter.toString());
    }

    private void print(String... lines) {
        for (String line : lines) {
            shell.out().println(line);
        }
    }
}
