package dev.grebe.plugins;

import dev.grebe.plugin.Visible;

/** Messages as people see them. */
public final class Line {
    private Line() {}

    /** One line, safe for a terminal, its sentences divided by full stops and the last one open, as a list of errors has it. */
    public static String of(String message) {
        String line = Visible.of(message).stripTrailing();
        return line.endsWith(".") && !line.endsWith("..") ? line.substring(0, line.length() - 1) : line;
    }
}
