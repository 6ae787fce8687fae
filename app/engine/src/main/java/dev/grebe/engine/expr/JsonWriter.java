package dev.grebe.engine.expr;

import dev.grebe.plan.Type;
import java.util.Arrays;

/**
 * Writes compact JSON as {@link Type#DYNAMIC} says, commas included. Of equal keys of a bag the last value stands in the
 * place of the first.
 */
final class JsonWriter {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    /** What follows the backslash by control, 0 if it is {@code u00xx}. */
    private static final byte[] ESCAPES = new byte[' '];

    private static final int ARRAY = -1;

    static {
        ESCAPES['\b'] = 'b';
        ESCAPES['\f'] = 'f';
        ESCAPES['\n'] = 'n';
        ESCAPES['\r'] = 'r';
        ESCAPES['\t'] = 't';
    }

    private final TextBuffer out;
    private final JsonMembers members;
    /** By depth: where the bag or array begins, and where a bag's members begin among all. */
    private int[] begins = new int[8];

    private int[] firsts = new int[8];
    private int depth;

    JsonWriter(TextBuffer out) {
        this.out = out;
        members = new JsonMembers(out);
    }

    /** Forgets what was begun and not ended. */
    void reset() {
        depth = 0;
        members.reset();
    }

    void beginArray() {
        begin('[', ARRAY);
    }

    void endArray() {
        out.write((byte) ']');
        depth--;
    }

    void beginBag() {
        begin('{', members.size());
    }

    void endBag() {
        depth--;
        out.write((byte) '}');
        members.close(begins[depth], firsts[depth]);
    }

    private void begin(char bracket, int first) {
        separate();
        if (depth == begins.length) {
            begins = Arrays.copyOf(begins, depth * 2);
            firsts = Arrays.copyOf(firsts, depth * 2);
        }
        begins[depth] = out.length();
        firsts[depth] = first;
        depth++;
        out.write((byte) bracket);
    }

    /** The key of the member whose value is written next; UTF-8. */
    void key(byte[] text, int start, int length) {
        if (out.length() > begins[depth - 1] + 1) {
            out.write((byte) ',');
        }
        int from = out.length();
        quoted(text, start, length);
        out.write((byte) ':');
        members.add(from);
    }

    /** A key of ASCII letters, digits and blanks. */
    void key(String name) {
        if (out.length() > begins[depth - 1] + 1) {
            out.write((byte) ',');
        }
        int from = out.length();
        out.write((byte) '"');
        out.writeAscii(name);
        out.write((byte) '"');
        out.write((byte) ':');
        members.add(from);
    }

    /** A string; its UTF-8. */
    void text(byte[] text, int start, int length) {
        separate();
        quoted(text, start, length);
    }

    /** A value that is JSON already, of no bytes for null. */
    void json(byte[] json, int start, int length) {
        separate();
        if (length == 0) {
            out.write(NULL, 0, NULL.length);
        } else {
            out.write(json, start, length);
        }
    }

    /** Elements of arrays are separated; the comma before a member stands before its key. */
    private void separate() {
        boolean follows = depth > 0 && firsts[depth - 1] == ARRAY && out.length() > begins[depth - 1] + 1;
        if (follows) {
            out.write((byte) ',');
        }
    }

    private void quoted(byte[] text, int start, int length) {
        out.write((byte) '"');
        int end = start + length;
        int at = start;
        while (at < end) {
            int run = at;
            while (run < end && isPlain(text[run])) {
                run++;
            }
            out.write(text, at, run - at);
            at = run;
            if (at < end) {
                escape(text[at++]);
            }
        }
        out.write((byte) '"');
    }

    private static boolean isPlain(byte b) {
        return b < 0 || b >= ' ' && b != '"' && b != '\\';
    }

    private void escape(byte b) {
        out.write((byte) '\\');
        if (b >= ' ') {
            out.write(b);
        } else if (ESCAPES[b] != 0) {
            out.write(ESCAPES[b]);
        } else {
            out.writeAscii("u00");
            out.write(HEX[b >> 4]);
            out.write(HEX[b & 15]);
        }
    }
}
