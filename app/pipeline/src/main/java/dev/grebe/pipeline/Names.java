package dev.grebe.pipeline;

import dev.grebe.plugins.Quoted;

/** What tables, detectors, sinks and pipelines may be called: what is safe in a message, a path and a report. */
final class Names {
    private static final int MOST = 100;

    private Names() {}

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= MOST
                && name.chars()
                        .allMatch(c -> c >= 'a' && c <= 'z'
                                || c >= 'A' && c <= 'Z'
                                || c >= '0' && c <= '9'
                                || c == '_'
                                || c == '-'
                                || c == '.');
    }

    static String expected(String name) {
        return "%s is no name; a name is at most %d of the letters A-Z and a-z, digits, '_', '-' and '.'"
                .formatted(Quoted.of(name), MOST);
    }
}
