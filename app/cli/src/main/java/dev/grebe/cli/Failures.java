package dev.grebe.cli;

import dev.grebe.pipeline.ConfigException;
import dev.grebe.pipeline.ExitCode;
import dev.grebe.plugin.Visible;
import dev.grebe.plugins.Line;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Says why a command failed, in one line unless there is more to mend, and chooses the exit code. */
final class Failures {
    private final Shell shell;

    Failures(Shell shell) {
        this.shell = shell;
    }

    /** @param debug whether to print where the failure comes from */
    int report(Throwable failure, boolean debug, Style style) {
        if (debug) {
            printTrace(failure, shell.err());
        }
        ExitCode code = ExitCode.of(failure);
        if (failure instanceof ConfigException config) {
            shell.err().print(config.report());
            return code.code();
        }
        shell.err().println(style.red("error: ") + Line.of(message(failure, code)));
        if (code == ExitCode.INTERNAL && !debug) {
            shell.err().println("This is a fault of Grebe. Please report it with what '--debug' adds.");
        }
        return code.code();
    }

    /** Where a failure comes from, line by line. */
    static void printTrace(Throwable failure, PrintStream err) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        trace.toString().lines().forEach(line -> err.println(Visible.of(line.replace("\t", "    "))));
    }

    private static String message(Throwable failure, ExitCode code) {
        if (failure instanceof OutOfMemoryError) {
            return "the heap of %s is full; give more with GREBE_JAVA_OPTS=-Xmx8g, or let the run keep less with --memory"
                    .formatted(Amounts.bytes(Runtime.getRuntime().maxMemory()));
        }
        if (code == ExitCode.INTERRUPTED) {
            return "interrupted; no findings were written";
        }
        return code == ExitCode.INTERNAL ? failure.toString() : String.valueOf(failure.getMessage());
    }
}
