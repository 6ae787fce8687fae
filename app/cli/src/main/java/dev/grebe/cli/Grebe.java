package dev.grebe.cli;

import dev.grebe.pipeline.ExitCode;
import dev.grebe.plan.Nearest;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.TypeConversionException;

/** The command without a subcommand, and what ties the subcommands together. */
@Command(
        name = "grebe",
        description = "Threat detections over security data lakes.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:complete",
            " 2:the command line is wrong",
            " 3:the pipeline file, a rule or a plugin is wrong; no input was opened",
            " 4:the input is missing, damaged or not what the tables say",
            " 5:complete, but some input was left out",
            " 6:findings could not be written",
            " 7:a limit of the run was reached (memory)",
            " 8:a plugin failed",
            "70:Grebe failed",
            "130:interrupted; no findings were written"
        },
        footer = {"", "Begin with 'grebe demo'. 'grebe COMMAND --help' tells more of a command."})
final class Grebe extends GrebeCommand {
    @Option(
            names = {"-V", "--version"},
            description = "Print the version.")
    private boolean version;

    private Grebe(Shell shell) {
        super(shell);
    }

    /** Does what the arguments say; returns the process's exit code. Never ends the process, and throws nothing. */
    static int run(Shell shell, String... arguments) {
        CommandLine line = commandLine(shell);
        try {
            return line.execute(arguments);
        } catch (Error e) {
            // picocli hands over exceptions only; a heap that is full has an answer, too.
            return new Failures(shell).report(e, Arrays.asList(arguments).contains("--debug"), new Style(false));
        } finally {
            shell.out().flush();
            shell.err().flush();
        }
    }

    private static CommandLine commandLine(Shell shell) {
        CommandLine line = new CommandLine(new Grebe(shell));
        List.of(
                        new RunCommand(shell),
                        new CheckCommand(shell),
                        new ExplainCommand(shell),
                        new SampleCommand(shell),
                        new ListCommand(shell),
                        new DemoCommand(shell),
                        new VersionCommand(shell))
                .forEach(line::addSubcommand);
        layOut(line);
        line.getSubcommands().values().forEach(Grebe::layOut);
        line.setOut(new PrintWriter(shell.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8));
        line.setUsageHelpWidth(shell.columns());
        line.registerConverter(Format.class, choice(Format.values()));
        line.registerConverter(Shell.Colour.class, choice(Shell.Colour.values()));
        line.registerConverter(Instant.class, converter(Moments::time));
        line.registerConverter(Duration.class, converter(Moments::span));
        line.setParameterExceptionHandler(new UsageErrors());
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            GrebeCommand grebe = command.getCommand();
            return new Failures(shell).report(e, grebe.debug(), grebe.errStyle());
        });
        line.setExecutionStrategy(parsed -> execute(shell, parsed));
        return line;
    }

    private static void layOut(CommandLine line) {
        line.getCommandSpec()
                .usageMessage()
                .abbreviateSynopsis(true)
                .sortOptions(false)
                .descriptionHeading("%n")
                .commandListHeading("%nCommands:%n")
                .parameterListHeading("%nArguments:%n")
                .optionListHeading("%nOptions:%n");
    }

    /** Help is coloured as the option says, which is known only now. */
    private static int execute(Shell shell, ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        CommandLine command = last.commandSpec().commandLine();
        GrebeCommand grebe = command.getCommand();
        boolean coloured = shell.outStyle(grebe.colour()).coloured();
        command.setColorScheme(Help.defaultColorScheme(coloured ? Help.Ansi.ON : Help.Ansi.OFF));
        return new RunLast().execute(parsed);
    }

    @Override
    ExitCode run() {
        if (version) {
            return new VersionCommand(shell).run();
        }
        shell.err().println("error: no command. 'grebe demo' shows what it does, 'grebe --help' what else there is.");
        return ExitCode.USAGE;
    }

    private static <T> ITypeConverter<T> converter(Function<String, T> parse) {
        return text -> {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        };
    }

    private static <E extends Enum<E>> ITypeConverter<E> choice(E[] values) {
        List<String> names = Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        return text -> {
            int index = names.indexOf(text.toLowerCase(Locale.ROOT));
            if (index < 0) {
                throw new TypeConversionException(
                        "'%s' is none of %s.%s".formatted(text, String.join(", ", names), Nearest.hint(text, names)));
            }
            return values[index];
        };
    }
}
