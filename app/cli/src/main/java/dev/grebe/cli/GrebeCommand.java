package dev.grebe.cli;

import dev.grebe.engine.Progress;
import dev.grebe.pipeline.ExitCode;
import dev.grebe.pipeline.Pipeline;
import dev.grebe.pipeline.Report;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** What all commands share. */
abstract class GrebeCommand implements Callable<Integer> {
    final Shell shell;

    @Option(
            names = "--color",
            order = 91,
            paramLabel = "auto|always|never",
            description = {
                "auto, unless you say otherwise: colours on terminals.",
                "NO_COLOR and FORCE_COLOR in the environment are obeyed."
            })
    private Shell.Colour colour = Shell.Colour.AUTO;

    @Option(names = "--debug", order = 92, description = "Log what happens, and show where an error comes from.")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            order = 93,
            usageHelp = true,
            description = "Print this help.")
    @SuppressWarnings("UnusedVariable") // picocli prints the help itself
    private boolean help;

    GrebeCommand(Shell shell) {
        this.shell = shell;
    }

    abstract ExitCode run();

    @Override
    public final Integer call() {
        if (debug) {
            ErrorLog.showDetails();
        }
        return run().code();
    }

    boolean debug() {
        return debug;
    }

    Shell.Colour colour() {
        return colour;
    }

    Style outStyle() {
        return shell.outStyle(colour);
    }

    Style errStyle() {
        return shell.errStyle(colour);
    }

    /** Runs a pipeline; on a terminal a line tells how far it is. */
    final Report run(Pipeline pipeline) {
        if (!shell.errCanRedraw()) {
            return pipeline.run(Progress.NONE);
        }
        try (ProgressLine progress = new ProgressLine(shell.err(), shell.columns(), System::nanoTime)) {
            return pipeline.run(progress);
        }
    }
}
