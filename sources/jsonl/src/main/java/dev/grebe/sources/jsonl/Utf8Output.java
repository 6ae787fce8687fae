package dev.grebe.sources.jsonl;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Writes text of JSON as UTF-8. Half a surrogate pair, which JSON can escape and UTF-8 cannot say, is refused. */
final class Utf8Output {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH = 0x8080_8080_8080_8080L;
    private static final long QUOTES = '"' * ONES;
    private static final long ESCAPES = '\\' * ONES;
    private static final int MOST_BYTES_A_CHAR = 3;
    private static final int ESCAPE_LENGTH = 6;

    private Utf8Output() {}

    /** Where the quote stands that ends a text; -1 if an escape stands before it, or there is none. */
    static int plainEnd(byte[] json, int start) {
        int at = start;
        while (at + Long.BYTES <= json.length) {
            long word = (long) LONGS.get(json, at);
            long found = zeros(word ^ QUOTES) | zeros(word ^ ESCAPES);
            if (found != 0) {
                at += Long.numberOfTrailingZeros(found) >>> 3; // Right for the first of the marks.
                return json[at] == '"' ? at : -1;
            }
            at += Long.BYTES;
        }
        while (at < json.length && json[at] != '"' && json[at] != '\\') {
            at++;
        }
        return at < json.length && json[at] == '"' ? at : -1;
    }

    private static long zeros(long word) {
        return (word - ONES) & ~word & HIGH;
    }

    /** Bytes that so many characters may take. */
    static int most(int chars) {
        return chars * MOST_BYTES_A_CHAR;
    }

    /** Writes characters; where they end, or -1 if they are no text. */
    static int encode(char[] chars, int start, int length, byte[] target, int offset) {
        int end = start + length;
        int at = offset;
        int i = start;
        for (; i < end && chars[i] < 0x80; i++) {
            target[at++] = (byte) chars[i];
        }
        while (i < end) {
            int character = chars[i++];
            if (Character.isSurrogate((char) character)) {
                if (!Character.isHighSurrogate((char) character) || i == end || !Character.isLowSurrogate(chars[i])) {
                    return -1;
                }
                character = Character.toCodePoint((char) character, chars[i++]);
            }
            at = encode(character, target, at);
        }
        return at;
    }

    private static int encode(int character, byte[] target, int offset) {
        int at = offset;
        if (character < 0x80) {
            target[at++] = (byte) character;
        } else if (character < 0x800) {
            target[at++] = (byte) (0xC0 | character >> 6);
            target[at++] = tail(character);
        } else if (character < 0x1_0000) {
            target[at++] = (byte) (0xE0 | character >> 12);
            target[at++] = tail(character >> 6);
            target[at++] = tail(character);
        } else {
            target[at++] = (byte) (0xF0 | character >> 18);
            target[at++] = tail(character >> 12);
            target[at++] = tail(character >> 6);
            target[at++] = tail(character);
        }
        return at;
    }

    private static byte tail(int bits) {
        return (byte) (0x80 | bits & 0x3F);
    }

    /** Writes valid JSON without the white space between its tokens; where it ends, or -1 if a text in it is none. */
    static int compact(byte[] json, int start, int end, byte[] target, int offset) {
        boolean inText = false;
        int at = offset;
        for (int i = start; i < end; i++) {
            byte value = json[i];
            if (inText && value == '\\') {
                if (json[i + 1] == 'u') {
                    int length = escape(json, i, end);
                    if (length < 0) {
                        return -1;
                    }
                    System.arraycopy(json, i, target, at, length);
                    at += length;
                    i += length - 1;
                } else {
                    target[at++] = value;
                    target[at++] = json[++i];
                }
            } else if (inText || (value != ' ' && value != '\t' && value != '\r' && value != '\n')) {
                inText ^= value == '"';
                target[at++] = value;
            }
        }
        return at;
    }

    /** Length of an escaped character, of one or two escapes; -1 if it is half of one. */
    private static int escape(byte[] json, int start, int end) {
        char first = unit(json, start);
        if (!Character.isSurrogate(first)) {
            return ESCAPE_LENGTH;
        }
        int second = start + ESCAPE_LENGTH;
        boolean isPair = Character.isHighSurrogate(first)
                && second + ESCAPE_LENGTH <= end
                && json[second] == '\\'
                && json[second + 1] == 'u'
                && Character.isLowSurrogate(unit(json, second));
        return isPair ? 2 * ESCAPE_LENGTH : -1;
    }

    private static char unit(byte[] json, int start) {
        int unit = 0;
        for (int i = start + 2; i < start + ESCAPE_LENGTH; i++) {
            unit = unit << 4 | Character.digit(json[i], 16);
        }
        return (char) unit;
    }
}
