package dev.grebe.plugins;

/** Makes text from files safe for a terminal: what moves the cursor, hides or reorders text is written as its code. */
public final class Printable {
    private Printable() {}

    /** The text with control, format, bidi and unassigned characters as {@code \}{@code u001b}; tabs as one space. */
    public static String text(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(code -> append(safe, code));
        return safe.toString();
    }

    /** Likewise, in quotes, and cut to a length that fits a line. */
    static String quoted(String text) {
        int most = 60;
        boolean cut = text.codePointCount(0, text.length()) > most;
        return "'" + text(cut ? text.substring(0, text.offsetByCodePoints(0, most)) + ".." : text) + "'";
    }

    private static void append(StringBuilder safe, int code) {
        if (code == '\t') {
            safe.append(' ');
        } else if (isHarmless(code)) {
            safe.appendCodePoint(code);
        } else {
            safe.append(code <= 0xffff ? "\\u%04x".formatted(code) : "\\U%08x".formatted(code));
        }
    }

    private static boolean isHarmless(int code) {
        return switch (Character.getType(code)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
