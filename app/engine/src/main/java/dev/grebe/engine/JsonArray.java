package dev.grebe.engine;

import dev.grebe.data.Column;
import dev.grebe.plan.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes one compact JSON array of values of one type after another. */
final class JsonArray {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final String ESCAPED = "\"\\\b\t\n\f\r";
    private static final String ESCAPES = "\"\\btnfr";

    private final Type type;
    private byte[] bytes = new byte[64];
    private int length;

    JsonArray(Type type) {
        this.type = type;
    }

    void clear() {
        length = 0;
        put('[');
    }

    /** Adds a value by its text. */
    void add(Column.Bytes texts, int row) {
        if (length > 1) {
            put(',');
        }
        int start = texts.starts()[row];
        int end = start + texts.lengths()[row];
        boolean quoted = switch (type) {
            case STRING, TIMESTAMP, DURATION -> true;
            case DOUBLE -> !isNumber(texts.bytes(), start, end);
            case BOOL, LONG, DYNAMIC -> false;
        };
        if (quoted) {
            put('"');
        }
        for (int i = start; i < end; i++) {
            escaped(texts.bytes()[i]);
        }
        if (quoted) {
            put('"');
        }
    }

    void addTo(TextPool pool) {
        put(']');
        pool.add(bytes, 0, length);
    }

    /** NaN and infinities have no digit as their last letter. */
    private static boolean isNumber(byte[] text, int start, int end) {
        return end > start && text[end - 1] >= '0' && text[end - 1] <= '9';
    }

    private void escaped(byte value) {
        int special = value >= 0 ? ESCAPED.indexOf(value) : -1;
        if (special >= 0) {
            put('\\');
            put(ESCAPES.charAt(special));
        } else if (value >= 0 && value < ' ') {
            put('\\');
            put('u');
            put('0');
            put('0');
            put(HEX[value >> 4]);
            put(HEX[value & 15]);
        } else {
            put(value);
        }
    }

    private void put(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) value;
    }
}
