package dev.grebe.cli;

/** Colours for text, or none. */
record Style(boolean coloured) {
    String bold(String text) {
        return with("1", text);
    }

    String dim(String text) {
        return with("2", text);
    }

    String red(String text) {
        return with("1;31", text);
    }

    String yellow(String text) {
        return with("1;33", text);
    }

    String green(String text) {
        return with("1;32", text);
    }

    private String with(String code, String text) {
        return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
