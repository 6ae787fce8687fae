package dev.grebe.sources.jsonl;

import java.util.Arrays;
import tools.jackson.core.JsonParser;

/** UTF-8 that grows. */
final class TextBuffer {
    private static final int MOST_BYTES_PER_CHAR = 3;
    private static final int REPLACEMENT = 0xFFFD;

    private byte[] bytes;
    private int size;

    TextBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** Appends the parser's text. Half a surrogate pair, which JSON can escape and UTF-8 cannot say, becomes U+FFFD. */
    void append(JsonParser parser) {
        append(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
    }

    private void append(char[] chars, int start, int length) {
        reserve(length * MOST_BYTES_PER_CHAR);
        byte[] target = bytes;
        int at = size;
        int end = start + length;
        int i = start;
        for (; i < end && chars[i] < 0x80; i++) {
            target[at++] = (byte) chars[i];
        }
        size = at;
        while (i < end) {
            int character = chars[i++];
            if (Character.isHighSurrogate((char) character) && i < end && Character.isLowSurrogate(chars[i])) {
                character = Character.toCodePoint((char) character, chars[i++]);
            } else if (Character.isSurrogate((char) character)) {
                character = REPLACEMENT;
            }
            encode(character);
        }
    }

    private void encode(int character) {
        if (character < 0x80) {
            bytes[size++] = (byte) character;
        } else if (character < 0x800) {
            bytes[size++] = (byte) (0xC0 | character >> 6);
            tail(character);
        } else if (character < 0x1_0000) {
            bytes[size++] = (byte) (0xE0 | character >> 12);
            tail(character >> 6);
            tail(character);
        } else {
            bytes[size++] = (byte) (0xF0 | character >> 18);
            tail(character >> 12);
            tail(character >> 6);
            tail(character);
        }
    }

    private void tail(int bits) {
        bytes[size++] = (byte) (0x80 | bits & 0x3F);
    }

    /** Appends valid JSON without the white space between its tokens. */
    void appendCompact(byte[] json, int start, int end) {
        reserve(end - start);
        boolean inText = false;
        for (int i = start; i < end; i++) {
            byte value = json[i];
            if (inText && value == '\\') {
                bytes[size++] = value;
                bytes[size++] = json[++i];
            } else if (inText || (value != ' ' && value != '\t' && value != '\r' && value != '\n')) {
                inText ^= value == '"';
                bytes[size++] = value;
            }
        }
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length + bytes.length / 2));
        }
    }
}
