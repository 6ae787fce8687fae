package dev.grebe.plugins;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A text that settings were read from: a pipeline file, an option of the command line, a default. */
public final class Origin {
    private static final List<String> SECRET_WORDS = List.of(
            "password", "passwd", "passphrase", "secret", "token", "credential", "apikey", "api_key", "api-key");

    private final String name;
    private final Kind kind;
    private final List<String> lines;
    private final List<Span> hidden = new ArrayList<>();

    private enum Kind {
        FILE,
        OPTION,
        DEFAULT
    }

    private record Span(int line, int start, int end) {}

    private Origin(String name, Kind kind, String text) {
        this.name = name;
        this.kind = kind;
        this.lines = text.lines().toList();
    }

    /** A file, whose places are line and column. */
    public static Origin file(String name, String text) {
        return new Origin(name, Kind.FILE, text);
    }

    /** An option of the command line, such as {@code --set run.threads}. */
    public static Origin option(String name) {
        return new Origin(name, Kind.OPTION, "");
    }

    static Origin ofDefault(String setting) {
        return new Origin("the default of '" + setting + "'", Kind.DEFAULT, "");
    }

    /** What messages call it. */
    public String name() {
        return name;
    }

    public boolean isFile() {
        return kind == Kind.FILE;
    }

    boolean isDefault() {
        return kind == Kind.DEFAULT;
    }

    /** A place in this text; line and column count from 1. */
    public Place place(int line, int column) {
        return new Place(this, line, column);
    }

    /** The first place. */
    public Place start() {
        return new Place(this, 1, 1);
    }

    /** Keeps what stands between two places of this text out of every excerpt. */
    void hide(Place from, int endLine, int endColumn) {
        for (int line = from.line(); line <= endLine; line++) {
            int start = line == from.line() ? from.column() : 1;
            hidden.add(new Span(line, start, line == endLine ? endColumn : Integer.MAX_VALUE));
        }
    }

    /** For a text that could not be parsed: hides every line that seems to hold a secret. */
    void hideSuspiciousLines() {
        for (int line = 1; line <= lines.size(); line++) {
            String text = lines.get(line - 1);
            if (isSecretName(text) || isSecretUrl(text)) {
                hidden.add(new Span(line, 1, Integer.MAX_VALUE));
            }
        }
    }

    /** A line with what is hidden as asterisks, or {@code ""} if there is none. */
    String line(int line) {
        if (line < 1 || line > lines.size()) {
            return "";
        }
        int[] text = lines.get(line - 1).codePoints().toArray();
        for (Span span : hidden) {
            for (int i = span.start() - 1; span.line() == line && i < Math.min(text.length, span.end() - 1); i++) {
                text[i] = '*';
            }
        }
        return new String(text, 0, text.length);
    }

    static boolean isSecretName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return SECRET_WORDS.stream().anyMatch(lower::contains);
    }

    /** Whether a text may be an address with a password or a signature in it. */
    static boolean isSecretUrl(String text) {
        int scheme = text.indexOf("://");
        return scheme >= 0 && (text.indexOf('@', scheme) >= 0 || text.indexOf('?', scheme) >= 0);
    }
}
