package dev.grebe.engine.expr;

import dev.grebe.plan.Function;

/** Functions that take texts apart by code points, and put them together. */
final class Texts {
    private Texts() {}

    /** {@link Function#STRLEN}. */
    static RowFunction.OfNumber length() {
        return row -> Utf8.count(row.bytes(0), row.start(0), row.end(0));
    }

    /** {@link Function#STRING_SIZE}. */
    static RowFunction.OfNumber size() {
        return row -> row.length(0);
    }

    /** {@link Function#SUBSTRING}. */
    static RowFunction.OfText substring() {
        return (row, out) -> {
            byte[] text = row.bytes(0);
            int from = place(text, row.start(0), row.end(0), row.whole(1));
            int to = Utf8.skip(text, from, row.end(0), row.whole(2));
            out.write(text, from, to - from);
        };
    }

    /** Where the code point of that number begins; a negative one counts from the end. Within the text. */
    static int place(byte[] text, int start, int end, long codePoint) {
        if (codePoint >= 0) {
            return Utf8.skip(text, start, end, codePoint);
        }
        int at = end;
        for (long left = codePoint; left < 0 && at > start; left++) {
            at = Utf8.previous(text, start, at);
        }
        return at;
    }

    /** {@link Function#REVERSE}. */
    static RowFunction.OfText reverse() {
        return (row, out) -> {
            byte[] text = row.bytes(0);
            int at = row.end(0);
            while (at > row.start(0)) {
                int previous = Utf8.previous(text, row.start(0), at);
                out.write(text, previous, at - previous);
                at = previous;
            }
        };
    }

    /** {@link Function#TO_LOWER}, {@link Function#TO_UPPER}. */
    static RowFunction.OfText inCase(boolean isLower) {
        return (row, out) -> {
            byte[] text = row.bytes(0);
            int end = row.end(0);
            int at = row.start(0);
            while (at < end) {
                int plain = at;
                while (plain < end && text[plain] >= 0) {
                    plain++;
                }
                writeAscii(text, at, plain, isLower, out);
                at = plain;
                if (at < end) {
                    int codePoint = Utf8.codePoint(text, at, end);
                    out.writeCodePoint(isLower ? Character.toLowerCase(codePoint) : Character.toUpperCase(codePoint));
                    at = Utf8.next(text, at, end);
                }
            }
        };
    }

    private static void writeAscii(byte[] text, int from, int to, boolean isLower, TextBuffer out) {
        int begin = out.length();
        out.write(text, from, to - from);
        byte[] written = out.bytes();
        for (int i = begin; i < out.length(); i++) {
            written[i] = isLower ? Folding.lower(written[i]) : Folding.upper(written[i]);
        }
    }

    /** {@link Function#STRCAT_DELIM}. */
    static RowFunction.OfText joined() {
        return (row, out) -> {
            for (int i = 1; i < row.count(); i++) {
                if (i > 1) {
                    out.write(row.bytes(0), row.start(0), row.length(0));
                }
                out.write(row.bytes(i), row.start(i), row.length(i));
            }
        };
    }

    /** {@link Function#STRCAT_ARRAY}. */
    static RowFunction.OfText joinedArray() {
        JsonItems items = new JsonItems();
        return (row, out) -> {
            boolean more = items.openArray(row.bytes(0), row.start(0), row.length(0)) && items.next();
            while (more) {
                if (!items.isNull()) {
                    JsonText.write(row.bytes(0), items.start(), items.length(), out);
                }
                more = items.next();
                if (more) {
                    out.write(row.bytes(1), row.start(1), row.length(1));
                }
            }
        };
    }
}
