package dev.grebe.engine.expr;

import java.util.Arrays;

/** A JSON value as text: a string without its quotes and escapes, all else as it is written. */
final class JsonText {
    private static final int REPLACEMENT = 0xfffd;
    private static final int UNICODE_ESCAPE = 6;

    private JsonText() {}

    /** Half a surrogate pair becomes U+FFFD, since UTF-8 has none, and so does an escape that is cut. */
    static void write(byte[] bytes, int start, int length, TextBuffer out) {
        if (length == 0 || bytes[start] != '"') {
            out.write(bytes, start, length);
            return;
        }
        int end = start + length - 1;
        int at = start + 1;
        while (at < end) {
            int run = at;
            while (run < end && bytes[run] != '\\') {
                run++;
            }
            out.write(bytes, at, run - at);
            at = run < end ? writeEscape(bytes, run, end, out) : end;
        }
    }

    /** Whether the JSON value is a string of that text; {@code unescaped} is overwritten. */
    static boolean isText(
            byte[] json, int start, int length, byte[] text, int textStart, int textLength, TextBuffer unescaped) {
        if (length < 2 || json[start] != '"') {
            return false;
        }
        int from = start + 1;
        int to = start + length - 1;
        if (!hasEscapes(json, from, to)) {
            return Arrays.equals(json, from, to, text, textStart, textStart + textLength);
        }
        unescaped.clear();
        write(json, start, length, unescaped);
        return Arrays.equals(unescaped.bytes(), 0, unescaped.length(), text, textStart, textStart + textLength);
    }

    private static boolean hasEscapes(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == '\\') {
                return true;
            }
        }
        return false;
    }

    /** Where the escape ends. */
    private static int writeEscape(byte[] bytes, int at, int end, TextBuffer out) {
        byte kind = bytes[at + 1];
        if (kind == 'u') {
            return writeUnicode(bytes, at, end, out);
        }
        out.write(
                switch (kind) {
                    case 'b' -> (byte) '\b';
                    case 'f' -> (byte) '\f';
                    case 'n' -> (byte) '\n';
                    case 'r' -> (byte) '\r';
                    case 't' -> (byte) '\t';
                    default -> kind;
                });
        return at + 2;
    }

    private static int writeUnicode(byte[] bytes, int at, int end, TextBuffer out) {
        if (at + UNICODE_ESCAPE > end) {
            out.writeCodePoint(REPLACEMENT);
            return end;
        }
        char unit = unit(bytes, at);
        int next = at + UNICODE_ESCAPE;
        if (!Character.isSurrogate(unit)) {
            out.writeCodePoint(unit);
            return next;
        }
        boolean paired = Character.isHighSurrogate(unit)
                && next + UNICODE_ESCAPE <= end
                && bytes[next] == '\\'
                && bytes[next + 1] == 'u'
                && Character.isLowSurrogate(unit(bytes, next));
        out.writeCodePoint(paired ? Character.toCodePoint(unit, unit(bytes, next)) : REPLACEMENT);
        return paired ? next + UNICODE_ESCAPE : next;
    }

    private static char unit(byte[] bytes, int at) {
        int unit = 0;
        for (int i = at + 2; i < at + UNICODE_ESCAPE; i++) {
            unit = unit << 4 | Character.digit(bytes[i], 16);
        }
        return (char) unit;
    }
}
