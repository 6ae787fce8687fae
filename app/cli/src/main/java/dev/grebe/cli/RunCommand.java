package dev.grebe.cli;

import dev.grebe.pipeline.ExitCode;
import dev.grebe.pipeline.Pipeline;
import dev.grebe.pipeline.Report;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a pipeline. */
@Command(
        name = "run",
        description = "Run a pipeline file: read its tables, write its findings.",
        footer = {
            "",
            "Findings go where the file's sinks say; a console sink writes to standard output. What was read, the",
            "way from rows to findings and where everything is are told on standard error."
        })
final class RunCommand extends PipelineCommand {
    @Option(
            names = "--format",
            paramLabel = "human|json",
            description = "json: only the report (what run.json holds) on standard output, nothing from console sinks.")
    private Format format = Format.HUMAN;

    RunCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        boolean human = format == Format.HUMAN;
        Pipeline pipeline = load(
                human ? shell.out() : new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        Report report = run(pipeline);
        shell.out().flush();
        if (human) {
            new Summary(shell.err(), errStyle()).print(report, this::shown);
        } else {
            shell.out().print(report.json());
        }
        return report.exit();
    }
}
