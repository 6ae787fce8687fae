package dev.grebe.sources.parquet;

import dev.grebe.plugin.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Compact JSON as UTF-8, of many values one behind the other. */
final class JsonText {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int FIRST = 1 << 10;

    private final Reserved reserved;
    private byte[] bytes = {};
    private int used;

    JsonText(Reserved reserved) {
        this.reserved = reserved;
    }

    /** All so far. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return used;
    }

    /** Forgets what came behind a length. */
    void cut(int length) {
        used = length;
    }

    void raw(char ascii) {
        require(1);
        bytes[used++] = (byte) ascii;
    }

    /** Text in ASCII as it is. */
    void raw(String ascii) {
        require(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[used++] = (byte) ascii.charAt(i);
        }
    }

    void quoted(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        quoted(utf8, 0, utf8.length);
    }

    /** A string of valid UTF-8. */
    void quoted(byte[] text, int from, int length) {
        require(2L + length);
        bytes[used++] = '"';
        for (int i = from; i < from + length; i++) {
            int unit = text[i];
            if (unit >= ' ' && unit != '"' && unit != '\\' || unit < 0) {
                require(2);
                bytes[used++] = (byte) unit;
            } else {
                escape(unit);
            }
        }
        require(1);
        bytes[used++] = '"';
    }

    private void escape(int unit) {
        require(8);
        bytes[used++] = '\\';
        switch (unit) {
            case '"', '\\' -> bytes[used++] = (byte) unit;
            case '\n' -> bytes[used++] = 'n';
            case '\r' -> bytes[used++] = 'r';
            case '\t' -> bytes[used++] = 't';
            case '\b' -> bytes[used++] = 'b';
            case '\f' -> bytes[used++] = 'f';
            default -> {
                bytes[used++] = 'u';
                bytes[used++] = '0';
                bytes[used++] = '0';
                bytes[used++] = HEX[unit >> 4];
                bytes[used++] = HEX[unit & 0xf];
            }
        }
    }

    /** A number; what JSON has no number for is a string. */
    void number(double value, String shortest) {
        if (Double.isNaN(value)) {
            raw("\"NaN\"");
        } else if (Double.isInfinite(value)) {
            raw(value > 0 ? "\"+inf\"" : "\"-inf\"");
        } else {
            raw(shortest);
        }
    }

    private void require(long more) {
        if (more <= bytes.length - used) {
            return;
        }
        long size = Math.max(used + more, Math.max(FIRST, bytes.length + bytes.length / 2L));
        if (size > Integer.MAX_VALUE - Bits.SLACK) {
            throw new BadPage(Reason.LIMIT_EXCEEDED, "the JSON of a batch takes more than 2 GiB");
        }
        reserved.add(size);
        int old = bytes.length;
        bytes = Arrays.copyOf(bytes, (int) size);
        reserved.remove(old);
    }
}
