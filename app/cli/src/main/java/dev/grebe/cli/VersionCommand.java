package dev.grebe.cli;

import dev.grebe.pipeline.ExitCode;
import dev.grebe.pipeline.Version;
import picocli.CommandLine.Command;

/** Says what runs on what. */
@Command(name = "version", description = "Print the versions of Grebe, Java and the system.")
final class VersionCommand extends GrebeCommand {
    VersionCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        shell.out().println("grebe " + Version.current());
        shell.out()
                .println("java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ", "
                        + System.getProperty("java.home") + ")");
        shell.out()
                .println("system " + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        return ExitCode.OK;
    }
}
