package dev.grebe.kql;

import java.util.function.IntConsumer;

/** Reads a string: {@code "a\tb"}, {@code 'a'}, {@code @"c:\x"} where {@code ""} is one quote. */
final class TextReader {
    private final String text;
    private final int start;
    private final boolean verbatim;
    private final char quote;
    private final StringBuilder value = new StringBuilder();
    private int at;

    TextReader(String text, int start) {
        this.text = text;
        this.start = start;
        verbatim = text.charAt(start) == '@';
        at = start + (verbatim ? 2 : 1);
        quote = text.charAt(at - 1);
    }

    Token read(IntConsumer end) {
        while (true) {
            if (at == text.length() || text.charAt(at) == '\n') {
                throw new Span(start, at).error("the string that begins here does not end on its line");
            }
            char c = text.charAt(at);
            if (c == quote && verbatim && text.startsWith(String.valueOf(quote), at + 1)) {
                value.append(c);
                at += 2;
            } else if (c == quote) {
                end.accept(at + 1);
                return new Token(Token.Kind.TEXT, whole(), new Span(start, at + 1));
            } else if (c == '\\' && !verbatim) {
                escape();
            } else {
                value.append(c);
                at++;
            }
        }
    }

    private void escape() {
        char kind = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        switch (kind) {
            case 'u' -> unicode(4);
            case 'U' -> unicode(8);
            case 'x' -> unicode(2);
            default -> {
                int index = "\\\"'nrt0abfv".indexOf(kind);
                if (index < 0) {
                    throw new Span(at, Math.min(at + 2, text.length()))
                            .error("'\\%c' is no escape. A backslash is written \\\\, or the string @\"..\""
                                    .formatted(kind));
                }
                value.append("\\\"'\n\r\t\0\u0007\b\f\u000b".charAt(index));
                at += 2;
            }
        }
    }

    private void unicode(int digits) {
        int end = at + 2 + digits;
        int character = -1;
        if (end <= text.length() && text.substring(at + 2, end).chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            character = (int) Math.min(Long.parseLong(text.substring(at + 2, end), 16), Integer.MAX_VALUE);
        }
        if (!Character.isValidCodePoint(character)) {
            throw new Span(at, Math.min(end, text.length()))
                    .error("%d hexadecimal digits of a character follow \\%c".formatted(digits, text.charAt(at + 1)));
        }
        value.appendCodePoint(character);
        at = end;
    }

    /** No text of a lake has half a surrogate pair, so a string that has one is a mistake. */
    private String whole() {
        boolean isWhole =
                value.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (!isWhole) {
            throw new Span(start, at + 1).error("the string has half of a surrogate pair");
        }
        return value.toString();
    }
}
