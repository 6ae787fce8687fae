package dev.grebe.cli;

import dev.grebe.pipeline.ExitCode;
import dev.grebe.plan.Nearest;
import dev.grebe.plugins.Line;
import java.util.Collection;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers a wrong command line with one line that says what is wrong and one that says where help is. */
final class UsageErrors implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        GrebeCommand grebe = command.getCommand();
        String name = command.getCommandSpec().qualifiedName();
        grebe.shell.err().println(grebe.errStyle().red("error: ") + Line.of(message(e, command)));
        grebe.shell.err().println("'" + name + " --help' tells how it is used.");
        return ExitCode.USAGE.code();
    }

    private static String message(ParameterException e, CommandLine command) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched.getUnmatched().get(0), command);
        }
        String message = String.valueOf(e.getMessage());
        return message.isEmpty() ? message : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    private static String unknown(String argument, CommandLine command) {
        if (argument.startsWith("-")) {
            String option = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
            return unknown(
                    "option", option, command.getCommandSpec().optionsMap().keySet());
        }
        return command.getSubcommands().isEmpty()
                ? "unexpected argument '%s'".formatted(argument)
                : unknown("command", argument, command.getSubcommands().keySet());
    }

    private static String unknown(String kind, String argument, Collection<String> known) {
        return "no %s '%s'.%s".formatted(kind, argument, Nearest.hint(argument, known));
    }
}
