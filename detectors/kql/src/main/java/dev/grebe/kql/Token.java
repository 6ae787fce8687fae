package dev.grebe.kql;

/**
 * A word of the text.
 *
 * @param text as it stands there; of TEXT the value, without quotes and escapes
 */
record Token(Kind kind, String text, Span span) {
    enum Kind {
        /** A name, or an operator that is a word: {@code contains}, {@code !in~}. */
        NAME,
        /** Digits, or {@code 0x} and hexadecimal digits. */
        WHOLE,
        /** A number with a point or an exponent. */
        REAL,
        /** A number with a unit of time. */
        SPAN,
        /** A string, as its value. */
        TEXT,
        /** A sign. */
        SIGN,
        /** The end of the text. */
        END
    }

    boolean is(String sign) {
        return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
    }

    /** What was found, for messages. */
    String found() {
        return switch (kind) {
            case END -> "the end";
            case TEXT -> "a string";
            default -> "'" + text + "'";
        };
    }
}
