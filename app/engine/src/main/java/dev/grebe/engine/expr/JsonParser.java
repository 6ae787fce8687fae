package dev.grebe.engine.expr;

/**
 * Writes JSON text anew in the form of DYNAMIC values: without blanks, escapes only where they are needed, numbers as they
 * are, no key twice.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259, The JavaScript Object Notation Data Interchange
 *     Format</a>
 */
final class JsonParser {
    private static final int MOST_DEPTH = 200;
    private static final int UNICODE_DIGITS = 4;

    private final TextBuffer out;
    private final JsonWriter writer;
    private final TextBuffer unescaped = new TextBuffer();
    private byte[] bytes = {};
    private int at;
    private int end;

    JsonParser(TextBuffer out) {
        this.out = out;
        writer = new JsonWriter(out);
    }

    /** Writes the value of a text in UTF-8: nothing for null and {@code ""}, the text itself if it is not JSON. */
    void write(byte[] text, int start, int length) {
        if (length == 0) {
            return;
        }
        bytes = text;
        at = start;
        end = start + length;
        int begin = out.length();
        skipBlanks();
        boolean isNull = at < end && bytes[at] == 'n';
        boolean isJson = value(0);
        skipBlanks();
        if (!isJson || at < end) {
            out.truncate(begin);
            writer.reset();
            writer.text(text, start, length);
        } else if (isNull) {
            out.truncate(begin);
        }
    }

    /** Writes the value that begins here and stands behind it; false if there is none, with something written or not. */
    private boolean value(int depth) {
        if (at == end) {
            return false;
        }
        return switch (bytes[at]) {
            case '{' -> depth < MOST_DEPTH && bag(depth + 1);
            case '[' -> depth < MOST_DEPTH && array(depth + 1);
            case '"' -> text(false);
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        };
    }

    private boolean array(int depth) {
        writer.beginArray();
        at++;
        skipBlanks();
        if (!isNext(']')) {
            do {
                skipBlanks();
                if (!value(depth)) {
                    return false;
                }
                skipBlanks();
            } while (isNext(','));
            if (!isNext(']')) {
                return false;
            }
        }
        writer.endArray();
        return true;
    }

    private boolean bag(int depth) {
        writer.beginBag();
        at++;
        skipBlanks();
        if (!isNext('}')) {
            do {
                skipBlanks();
                if (!member(depth)) {
                    return false;
                }
                skipBlanks();
            } while (isNext(','));
            if (!isNext('}')) {
                return false;
            }
        }
        writer.endBag();
        return true;
    }

    private boolean member(int depth) {
        if (at == end || bytes[at] != '"' || !text(true)) {
            return false;
        }
        skipBlanks();
        if (!isNext(':')) {
            return false;
        }
        skipBlanks();
        return value(depth);
    }

    /** The character is passed if it is the next one. */
    private boolean isNext(char c) {
        boolean found = at < end && bytes[at] == c;
        at += found ? 1 : 0;
        return found;
    }

    private void skipBlanks() {
        while (at < end && JsonItems.isBlank(bytes[at])) {
            at++;
        }
    }

    private boolean word(String word) {
        int start = at;
        for (int i = 0; i < word.length(); i++) {
            if (!isNext(word.charAt(i))) {
                return false;
            }
        }
        writer.json(bytes, start, at - start);
        return true;
    }

    private boolean number() {
        int start = at;
        isNext('-');
        boolean isWhole = isNext('0') || digits();
        boolean fits = isWhole && (!isNext('.') || digits());
        if (fits && (isNext('e') || isNext('E'))) {
            at += at < end && (bytes[at] == '+' || bytes[at] == '-') ? 1 : 0;
            fits = digits();
        }
        if (fits) {
            writer.json(bytes, start, at - start);
        }
        return fits;
    }

    private boolean digits() {
        int start = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at > start;
    }

    private boolean text(boolean isKey) {
        int start = at + 1;
        boolean hasEscapes = false;
        at = start;
        while (at < end && bytes[at] != '"') {
            if (bytes[at] >= 0 && bytes[at] < ' ') {
                return false;
            }
            boolean escapes = bytes[at] == '\\';
            if (escapes && !skipEscape()) {
                return false;
            }
            hasEscapes |= escapes;
            at += escapes ? 0 : 1;
        }
        int length = at - start;
        if (!isNext('"')) {
            return false;
        }
        if (hasEscapes) {
            unescaped.clear();
            JsonText.write(bytes, start - 1, length + 2, unescaped);
            write(unescaped.bytes(), 0, unescaped.length(), isKey);
        } else {
            write(bytes, start, length, isKey);
        }
        return true;
    }

    private void write(byte[] text, int start, int length, boolean isKey) {
        if (isKey) {
            writer.key(text, start, length);
        } else {
            writer.text(text, start, length);
        }
    }

    private boolean skipEscape() {
        if (at + 1 == end) {
            return false;
        }
        byte kind = bytes[at + 1];
        at += 2;
        if (kind != 'u') {
            return "\"\\/bfnrt".indexOf(kind) >= 0;
        }
        for (int i = 0; i < UNICODE_DIGITS; i++) {
            if (at == end || Character.digit((char) bytes[at], 16) < 0 || bytes[at] < 0) {
                return false;
            }
            at++;
        }
        return true;
    }
}
