package dev.grebe.cli;

import dev.grebe.pipeline.ExitCode;
import dev.grebe.pipeline.LakeSample;
import dev.grebe.pipeline.SampleReport;
import dev.grebe.plugins.Catalog;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The first look at a lake. */
@Command(
        name = "sample",
        description = "Look at a lake: its format, columns and values, and how a pipeline file reads it.")
final class SampleCommand extends GrebeCommand {
    @Parameters(paramLabel = "PATH", description = "A file, folder, glob, path with {yyyy-MM-dd}, or URI.")
    private String path = "";

    @Option(
            names = "--rows",
            paramLabel = "N|all",
            converter = RowCount.class,
            description = "Print rows instead, as JSON lines: all columns, values as they are stored.")
    private @Nullable Long rows;

    @Option(names = "--format", paramLabel = "human|json", description = "json: what was seen, in one object.")
    private Format format = Format.HUMAN;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = {
                "A setting of the source, as often as needed: --set zone=Europe/Berlin.",
                "--set source=csv names the source."
            })
    private List<String> settings = new ArrayList<>();

    SampleCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        LakeSample sample = LakeSample.open(shell.folder(), path, settings, Catalog.discover());
        if (rows != null) {
            sample.rows(rows, line -> shell.out().append(line).append('\n'));
            return ExitCode.OK;
        }
        SampleReport report = sample.look();
        if (format == Format.JSON) {
            shell.out().println(Json.text(json -> SampleJson.write(report, json)));
        } else {
            new SamplePage(shell.out(), outStyle()).print(report);
        }
        if (report.isDamaged()) {
            report.rejections()
                    .forEach(message -> shell.err().println(errStyle().red("error: ") + message));
        }
        return report.isDamaged() ? ExitCode.INPUT : ExitCode.OK;
    }

    /** A number, or all there are. */
    static final class RowCount implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            boolean isNumber =
                    !text.isEmpty() && text.length() < 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!isNumber && !text.equals("all")) {
                throw new TypeConversionException(
                        "'%s' is no number of rows; write for example 10, or all".formatted(text));
            }
            return isNumber ? Long.parseLong(text) : Long.MAX_VALUE;
        }
    }
}
