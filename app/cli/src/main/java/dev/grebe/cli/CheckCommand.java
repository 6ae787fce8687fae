package dev.grebe.cli;

import dev.grebe.pipeline.ConfigException;
import dev.grebe.pipeline.ExitCode;
import dev.grebe.pipeline.Lack;
import dev.grebe.pipeline.Pipeline;
import dev.grebe.plugin.Visible;
import dev.grebe.plugins.Line;
import dev.grebe.plugins.Problem;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;

/** Finds all that is wrong with a pipeline file. */
@Command(name = "check", description = "Check a pipeline file, its rules and settings, without opening the lake.")
final class CheckCommand extends PipelineCommand {
    @Option(names = "--format", paramLabel = "human|json", description = "json: errors and warnings, in an array.")
    private Format format = Format.HUMAN;

    CheckCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        if (format == Format.HUMAN) {
            Pipeline pipeline = load(shell.out());
            shell.out()
                    .println(outStyle().green("OK") + ": " + Visible.of(path()) + " with "
                            + Amounts.count(pipeline.rules().size(), "detector", "detectors"));
            pipeline.lacks()
                    .forEach(
                            lack -> shell.out().println(outStyle().yellow("warning") + ": " + Line.of(lack.message())));
            return ExitCode.OK;
        }
        try {
            List<Lack> lacks = load(shell.out()).lacks();
            print(List.of(), lacks);
            return ExitCode.OK;
        } catch (ConfigException e) {
            print(e.problems(), List.of());
            return ExitCode.CONFIG;
        }
    }

    private void print(List<Problem> problems, List<Lack> lacks) {
        shell.out().println(Json.text(json -> {
            json.writeStartArray();
            problems.forEach(problem -> write("error", problem, json));
            lacks.forEach(lack -> write("warning", new Problem(lack.place(), lack.message()), json));
            json.writeEndArray();
        }));
    }

    private static void write(String severity, Problem problem, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("severity", severity);
        json.writeStringProperty("where", problem.place().origin().name());
        if (problem.place().origin().isFile()) {
            json.writeNumberProperty("line", problem.place().line());
            json.writeNumberProperty("column", problem.place().column());
        }
        json.writeStringProperty("message", problem.message());
        json.writeEndObject();
    }
}
