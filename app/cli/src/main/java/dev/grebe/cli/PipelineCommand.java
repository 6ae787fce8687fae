package dev.grebe.cli;

import static java.util.Objects.requireNonNull;

import dev.grebe.pipeline.FilePaths;
import dev.grebe.pipeline.Overrides;
import dev.grebe.pipeline.Pipeline;
import dev.grebe.plugin.Terminal;
import dev.grebe.plugins.Catalog;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the commands about one pipeline file share. */
abstract class PipelineCommand extends GrebeCommand {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The pipeline file.")
    private Path file = Path.of("");

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Start of the window, inclusive: 2020-09-20 or 2020-09-20T10:00:00Z.")
    private @Nullable Instant from;

    @Option(names = "--to", paramLabel = "TIME", description = "End of the window, exclusive.")
    private @Nullable Instant to;

    @Option(
            names = "--last",
            paramLabel = "SPAN",
            description = "Length of a window that ends at --to, or else now: 90s, 15m, 24h, 7d.")
    private @Nullable Duration last;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = Arguments.ThreadCount.class,
            description = "How many threads read and evaluate.")
    private @Nullable Integer threads;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            converter = Arguments.Size.class,
            description = "How much may be kept at a time: 512MB, 2GiB, 60%% of the heap.")
    private @Nullable String memory;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            converter = Arguments.Assignment.class,
            description = {
                "Another value for a setting of the file, as often as needed:",
                "--set detectors.scm-remote-service.rareBelow=50"
            })
    private List<String> settings = new ArrayList<>();

    PipelineCommand(Shell shell) {
        super(shell);
    }

    /** The file, as it was given. */
    final String path() {
        return file.toString();
    }

    /** The checked pipeline, whose console sinks write to {@code out}. */
    final Pipeline load(PrintStream out) {
        Terminal terminal = new Terminal(out, shell.columns(), outStyle().coloured());
        return Pipeline.load(shell.folder().resolve(file), path(), overrides(), Catalog.discover(), terminal);
    }

    /** A path of the file, which starts at its folder, as one would type it here; a URI stays. */
    final String shown(String path) {
        return FilePaths.from(shell.folder(), shell.folder().resolve(file).resolveSibling(""), path);
    }

    private Overrides overrides() {
        if (last != null && from != null) {
            throw usage("--last and --from both say where the window starts; give one of them");
        }
        if (from != null && to != null && !from.isBefore(to)) {
            throw usage("the window from %s to %s is empty".formatted(from, to));
        }
        Overrides overrides = Overrides.NONE;
        for (String setting : settings) {
            overrides = overrides.set(setting);
        }
        overrides = from == null ? overrides : overrides.from(from.toString());
        overrides = to == null ? overrides : overrides.to(to.toString());
        overrides = last == null ? overrides : overrides.last(last.toString());
        overrides = threads == null ? overrides : overrides.threads(threads.toString());
        return memory == null ? overrides : overrides.memory(memory);
    }

    private ParameterException usage(String message) {
        return new ParameterException(requireNonNull(spec, "picocli sets it").commandLine(), message);
    }
}
