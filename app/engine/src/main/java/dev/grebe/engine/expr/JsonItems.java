package dev.grebe.engine.expr;

/**
 * Walks over the elements of a JSON array or the members of a bag, one after the other, without an object for each. What
 * is not JSON ends early; nothing beyond the value's last byte is read.
 */
final class JsonItems {
    private byte[] bytes = {};
    private int at;
    private int end;
    private boolean inBag;
    private int keyStart;
    private int keyLength;
    private int start;
    private int length;

    /** Stands before the first element; false if this is no array. */
    boolean openArray(byte[] json, int from, int count) {
        return open(json, from, count, JsonKind.ARRAY);
    }

    /** Stands before the first member; false if this is no bag. */
    boolean openBag(byte[] json, int from, int count) {
        return open(json, from, count, JsonKind.BAG);
    }

    private boolean open(byte[] json, int from, int count, JsonKind kind) {
        bytes = json;
        at = from + 1;
        end = from + count;
        inBag = kind == JsonKind.BAG;
        return JsonKind.of(json, from, count) == kind;
    }

    /** Moves to the next element or member; false if there is none. */
    boolean next() {
        skip((byte) ',');
        if (inBag) {
            keyStart = at;
            at = valueEnd(bytes, at, end);
            keyLength = at - keyStart;
            skip((byte) ':');
        }
        start = at;
        at = valueEnd(bytes, at, end);
        length = at - start;
        return length > 0;
    }

    /** Where the element begins, or the member's value. */
    int start() {
        return start;
    }

    int length() {
        return length;
    }

    /** Whether it is JSON's null. */
    boolean isNull() {
        return bytes[start] == 'n';
    }

    /** The member's key with its quotes. */
    int keyStart() {
        return keyStart;
    }

    int keyLength() {
        return keyLength;
    }

    private void skip(byte separator) {
        skipBlanks();
        if (at < end && bytes[at] == separator) {
            at++;
            skipBlanks();
        }
    }

    private void skipBlanks() {
        while (at < end && isBlank(bytes[at])) {
            at++;
        }
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    /** Index after the value that begins here; here if none does. */
    static int valueEnd(byte[] bytes, int from, int end) {
        if (from >= end) {
            return from;
        }
        return switch (bytes[from]) {
            case '"' -> textEnd(bytes, from, end);
            case '[', '{' -> nestEnd(bytes, from, end);
            default -> wordEnd(bytes, from, end);
        };
    }

    private static int textEnd(byte[] bytes, int from, int end) {
        for (int at = from + 1; at < end; at++) {
            if (bytes[at] == '"') {
                return at + 1;
            } else if (bytes[at] == '\\') {
                at++;
            }
        }
        return end;
    }

    private static int nestEnd(byte[] bytes, int from, int end) {
        int depth = 0;
        int at = from;
        while (at < end) {
            byte b = bytes[at];
            if (b == '"') {
                at = textEnd(bytes, at, end);
                continue;
            } else if (b == '[' || b == '{') {
                depth++;
            } else if ((b == ']' || b == '}') && --depth == 0) {
                return at + 1;
            }
            at++;
        }
        return end;
    }

    private static int wordEnd(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && !isBlank(bytes[at]) && ",:]}".indexOf(bytes[at]) < 0) {
            at++;
        }
        return at;
    }
}
