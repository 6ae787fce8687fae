package dev.grebe.cli;

import dev.grebe.pipeline.ExitCode;
import dev.grebe.pipeline.Pipeline;
import dev.grebe.pipeline.plan.PlanJson;
import dev.grebe.plugin.Visible;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;

/** Shows what a run would do. */
@Command(
        name = "explain",
        description = "Show how a run would go: plans, stages, what is pushed into the scans. Lists the lake's files.")
final class ExplainCommand extends PipelineCommand {
    @Option(
            names = "--format",
            paramLabel = "human|json",
            description = "json: the pipeline with all defaults, and the plans.")
    private Format format = Format.HUMAN;

    ExplainCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        Pipeline pipeline = load(shell.out());
        if (format == Format.HUMAN) {
            pipeline.explain().lines().forEach(line -> shell.out().println(Visible.of(line)));
            return ExitCode.OK;
        }
        List<String> explained = pipeline.explain().lines().toList();
        shell.out().println(Json.text(json -> write(pipeline, explained, json)));
        return ExitCode.OK;
    }

    private static void write(Pipeline pipeline, List<String> explained, JsonGenerator json) {
        json.writeStartObject();
        json.writeName("pipeline");
        json.writeRawValue(pipeline.effective().strip());
        json.writeName("plans");
        json.writeStartObject();
        pipeline.plans().forEach((detector, plan) -> {
            json.writeName(detector);
            json.writeRawValue(PlanJson.write(plan));
        });
        json.writeEndObject();
        json.writeName("explain");
        json.writeStartArray();
        explained.forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }
}
