package dev.grebe.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What the command knows of whoever started it.
 *
 * @param out takes data and nothing else
 * @param err takes everything else
 * @param outIsTerminal whether a person sees {@code out} at once
 * @param environment the environment variables
 * @param folder relative paths start here
 * @param examples the folder of the example pipelines
 * @param command how the command was called, for commands to copy
 */
record Shell(
        PrintStream out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Map<String, String> environment,
        Path folder,
        Path examples,
        String command,
        Clock clock) {
    /** A table in a file or a pipe is as wide as this, and so is one on a terminal that does not say. */
    private static final int COLUMNS = 100;

    private static final int FEWEST_COLUMNS = 40;
    private static final int MOST_COLUMNS = 1000;

    Shell {
        environment = Map.copyOf(environment);
    }

    /** The width of the terminal in characters: {@code COLUMNS}, if that is sensible. */
    int columns() {
        String given = environment.getOrDefault("COLUMNS", "");
        boolean number =
                !given.isEmpty() && given.length() <= 6 && given.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number) {
            return COLUMNS;
        }
        int columns = Integer.parseInt(given);
        return columns == 0 ? COLUMNS : Math.min(Math.max(columns, FEWEST_COLUMNS), MOST_COLUMNS);
    }

    /** Whether the cursor can be moved on the terminal of {@code err}. */
    boolean errCanRedraw() {
        return errIsTerminal && !isDumb();
    }

    /** Colours for {@code out}. */
    Style outStyle(Colour colour) {
        return new Style(isColoured(colour, outIsTerminal));
    }

    /** Colours for {@code err}. */
    Style errStyle(Colour colour) {
        return new Style(isColoured(colour, errIsTerminal));
    }

    private boolean isColoured(Colour colour, boolean terminal) {
        return switch (colour) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> !isSet("NO_COLOR") && (isSet("FORCE_COLOR") || (terminal && !isDumb()));
        };
    }

    private boolean isDumb() {
        return environment.getOrDefault("TERM", "").equals("dumb");
    }

    private boolean isSet(String variable) {
        return !environment.getOrDefault(variable, "").isEmpty();
    }

    /** What {@code --color} says. */
    enum Colour {
        AUTO,
        ALWAYS,
        NEVER
    }
}
