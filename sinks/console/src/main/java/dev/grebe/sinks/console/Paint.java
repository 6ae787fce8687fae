package dev.grebe.sinks.console;

import dev.grebe.plugin.Rule;

/** Colours. */
enum Paint {
    NONE(""),
    BOLD("\u001B[1m"),
    RED("\u001B[31m"),
    YELLOW("\u001B[33m"),
    CYAN("\u001B[36m");

    private static final String END = "\u001B[0m";

    private final String start;

    Paint(String start) {
        this.start = start;
    }

    static Paint of(Rule.Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> RED;
            case MEDIUM -> YELLOW;
            case LOW, INFORMATIONAL -> CYAN;
        };
    }

    /** @param allowed whether colours may be written at all */
    String over(String text, boolean allowed) {
        return allowed && this != NONE ? start + text + END : text;
    }
}
