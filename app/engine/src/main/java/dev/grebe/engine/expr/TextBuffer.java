package dev.grebe.engine.expr;

import dev.grebe.plugin.LimitException;
import java.util.Arrays;

/** Bytes of texts, one after the other. */
final class TextBuffer {
    /** What the texts of a batch may grow to, however hostile what they are made of is. */
    private static final int MOST = 1 << 28;

    private static final int MOST_DIGITS = 19;

    private final byte[] digits = new byte[MOST_DIGITS];
    private byte[] bytes = new byte[64];
    private int length;

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    /** Drops all behind the first {@code count} bytes. */
    void truncate(int count) {
        length = count;
    }

    /** The bytes so far; longer than {@link #length}, and another array once more is written. */
    byte[] bytes() {
        return bytes;
    }

    void write(byte b) {
        reserve(1);
        bytes[length++] = b;
    }

    void write(byte[] from, int start, int count) {
        reserve(count);
        System.arraycopy(from, start, bytes, length, count);
        length += count;
    }

    /** Each char is a byte. */
    void writeAscii(String text) {
        reserve(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
    }

    /** Decimal. */
    void writeLong(long value) {
        if (value < 0) {
            write((byte) '-');
        }
        writeDigits(value, 1);
    }

    /** The decimal digits without the sign, with zeros in front up to a width of at most 19. */
    void writeDigits(long value, int width) {
        // Digits of the negative value, which exists for every long.
        long rest = value > 0 ? -value : value;
        int at = digits.length;
        do {
            long tens = rest / 10;
            digits[--at] = (byte) ('0' + tens * 10 - rest);
            rest = tens;
        } while (rest != 0);
        while (digits.length - at < width) {
            digits[--at] = '0';
        }
        write(digits, at, digits.length - at);
    }

    void writeCodePoint(int codePoint) {
        if (codePoint < 0x80) {
            write((byte) codePoint);
        } else if (codePoint < 0x800) {
            write((byte) (0xc0 | codePoint >> 6));
            write(tail(codePoint));
        } else if (codePoint < 0x10000) {
            write((byte) (0xe0 | codePoint >> 12));
            write(tail(codePoint >> 6));
            write(tail(codePoint));
        } else {
            write((byte) (0xf0 | codePoint >> 18));
            write(tail(codePoint >> 12));
            write(tail(codePoint >> 6));
            write(tail(codePoint));
        }
    }

    private static byte tail(int bits) {
        return (byte) (0x80 | bits & 0x3f);
    }

    private void reserve(int count) {
        long needed = (long) length + count;
        if (needed > MOST) {
            throw new LimitException(
                    "the texts that a function makes of one batch are more than 256 MiB. Join or replace less, or shorter texts");
        }
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(MOST, Math.max(needed, bytes.length * 2L)));
        }
    }
}
