package dev.grebe.cli;

import dev.grebe.pipeline.ConfigException;
import dev.grebe.pipeline.ExitCode;
import dev.grebe.pipeline.Pipeline;
import dev.grebe.plugin.Visible;
import dev.grebe.plugins.Problem;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;

/** Finds all that is wrong with a pipeline file. */
@Command(name = "check", description = "Check a pipeline file, its rules and settings, without opening the lake.")
final class CheckCommand extends PipelineCommand {
    @Option(names = "--format", paramLabel = "human|json", description = "json: the problems, in an array.")
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
            return ExitCode.OK;
        }
        List<Problem> problems = problems();
        shell.out().println(Json.text(json -> write(problems, json)));
        return problems.isEmpty() ? ExitCode.OK : ExitCode.CONFIG;
    }

    private List<Problem> problems() {
        try {
            load(shell.out());
            return List.of();
        } catch (ConfigException e) {
            return e.problems();
        }
    }

    private static void write(List<Problem> problems, JsonGenerator json) {
        json.writeStartArray();
        for (Problem problem : problems) {
            json.writeStartObject();
            json.writeStringProperty("where", problem.place().origin().name());
            if (problem.place().origin().isFile()) {
                json.writeNumberProperty("line", problem.place().line());
                json.writeNumberProperty("column", problem.place().column());
            }
            json.writeStringProperty("message", problem.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
