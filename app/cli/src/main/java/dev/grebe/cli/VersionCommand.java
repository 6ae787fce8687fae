package dev.grebe.cli;

import dev.grebe.pipeline.ExitCode;
import dev.grebe.pipeline.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;

/** Says what runs on what. */
@Command(name = "version", description = "Print the versions of Grebe, Java and the system.")
final class VersionCommand extends GrebeCommand {
    @Option(names = "--format", paramLabel = "human|json", description = "How to write it (default: human).")
    private Format format = Format.HUMAN;

    VersionCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        if (format == Format.JSON) {
            shell.out().println(Json.text(VersionCommand::write));
            return ExitCode.OK;
        }
        shell.out().println("grebe " + Version.current());
        shell.out().println("java %s (%s, %s)".formatted(of("java.version"), of("java.vendor"), of("java.home")));
        shell.out().println("system %s %s %s".formatted(of("os.name"), of("os.version"), of("os.arch")));
        return ExitCode.OK;
    }

    private static void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("grebe", Version.current());
        json.writeStringProperty("java", of("java.version"));
        json.writeStringProperty("javaVendor", of("java.vendor"));
        json.writeStringProperty("javaHome", of("java.home"));
        json.writeStringProperty("system", of("os.name"));
        json.writeStringProperty("systemVersion", of("os.version"));
        json.writeStringProperty("architecture", of("os.arch"));
        json.writeEndObject();
    }

    private static String of(String property) {
        return System.getProperty(property, "");
    }
}
