package dev.grebe.engine.expr;

import dev.grebe.plugin.LimitException;

/**
 * A text in UTF-8 as re2j reads it, without a copy: its UTF-16 units, each found from where the last one was asked for. How
 * much is read of one text is bounded, for where matches are many and each looks ahead to the end.
 */
final class RegexText implements CharSequence {
    private static final long MOST_PASSES = 1000;
    private static final long ALWAYS_ALLOWED = 10_000_000;

    private byte[] bytes = {};
    private int start;
    private int end;
    private int length;
    private boolean isAscii;
    private long allowed;

    /** A code point's first unit, first byte, the byte behind it, and the code point. */
    private int unit;

    private int at;
    private int next;
    private int codePoint;

    /** Sets the text. */
    void set(byte[] text, int from, int to) {
        bytes = text;
        start = from;
        end = to;
        isAscii = Utf8.isAscii(text, from, to);
        length = to - from;
        if (!isAscii) {
            length = 0;
            for (int i = from; i < to; i = Utf8.next(text, i, to)) {
                length += Character.charCount(Utf8.codePoint(text, i, to));
            }
        }
        allowed = ALWAYS_ALLOWED + MOST_PASSES * length;
        unit = 0;
        stand(from);
    }

    boolean isAscii() {
        return isAscii;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        if (--allowed < 0) {
            throw new LimitException(
                    "a regular expression reads a text of %d characters more than %d times; look for less in it"
                            .formatted(length, MOST_PASSES));
        }
        if (isAscii) {
            return (char) bytes[start + index];
        }
        seek(index);
        if (Character.isBmpCodePoint(codePoint)) {
            return (char) codePoint;
        }
        return index == unit ? Character.highSurrogate(codePoint) : Character.lowSurrogate(codePoint);
    }

    /** Where the unit's code point begins among the bytes; the end for the length. */
    int byteAt(int index) {
        if (isAscii || index == length) {
            return isAscii ? start + index : end;
        }
        seek(index);
        return at;
    }

    /** The unit behind the code point of this one. */
    int after(int index) {
        if (isAscii || index >= length) {
            return index + 1;
        }
        seek(index);
        return unit + Character.charCount(codePoint);
    }

    private void seek(int index) {
        while (index < unit) {
            stand(Utf8.previous(bytes, start, at));
            unit -= Character.charCount(codePoint);
        }
        while (index >= unit + Character.charCount(codePoint)) {
            unit += Character.charCount(codePoint);
            stand(next);
        }
    }

    private void stand(int from) {
        at = from;
        if (from < end) {
            next = Utf8.next(bytes, from, end);
            codePoint = Utf8.codePoint(bytes, from, end);
        }
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return toString().subSequence(from, to);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(charAt(i));
        }
        return text.toString();
    }
}
