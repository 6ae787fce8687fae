package dev.grebe.sources.jsonl;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.TextInput;
import java.util.Arrays;

/**
 * The first bytes of a text, and what they say of the rest.
 *
 * @param mark bytes of the byte order mark, which belongs to no record
 * @param isArray whether the first character but for white space is a bracket
 */
record Head(byte[] bytes, int mark, boolean isArray) {
    private static final int STEP = 1 << 10;
    /** More white space than this is none that a writer left. */
    private static final int MOST = 1 << 16;

    /**
     * Reads as much as is needed.
     *
     * @throws DataException if the text is not in UTF-8, or neither in lines nor an array on one line where only these are
     *     read
     */
    static Head read(TextInput input, String file, Layout layout) {
        byte[] bytes = new byte[STEP];
        int filled = 0;
        int first;
        do {
            if (filled == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            int read = input.read(bytes, filled, bytes.length - filled);
            if (read < 0) {
                first = skipSpace(bytes, mark(bytes, filled), filled);
                break;
            }
            filled += read;
            first = skipSpace(bytes, mark(bytes, filled), filled);
        } while ((filled < STEP || first == filled) && filled < MOST);
        requireUtf8(bytes, filled, file);
        boolean startsWithBracket = first < filled && bytes[first] == '[';
        if (layout == Layout.AUTO) {
            requireRecords(bytes, first, filled, file);
        }
        boolean isArray = layout == Layout.ARRAY || (layout == Layout.AUTO && startsWithBracket);
        return new Head(Arrays.copyOf(bytes, filled), mark(bytes, filled), isArray);
    }

    private static int mark(byte[] bytes, int filled) {
        boolean isMarked = filled >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return isMarked ? 3 : 0;
    }

    private static int skipSpace(byte[] bytes, int from, int filled) {
        int at = from;
        while (at < filled && (Records.isSpace(bytes[at]) || bytes[at] == '\n')) {
            at++;
        }
        return at;
    }

    private static void requireUtf8(byte[] bytes, int filled, String file) {
        if (filled < 2) {
            return;
        }
        int pair = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        boolean isMarked = pair == 0xFFFE || pair == 0xFEFF;
        boolean isWide = pair == '{' << 8 || pair == '{' || pair == '[' << 8 || pair == '[';
        if (isMarked || isWide) {
            throw refused(file, Reason.ENCODING, "the text is in UTF-16, as its first bytes tell; UTF-8 is read");
        }
    }

    /** An object that does not go on behind its brace on the same line is one over several lines. */
    private static void requireRecords(byte[] bytes, int first, int filled, String file) {
        int at = first;
        boolean isArray = at < filled && bytes[at] == '[';
        if (isArray) {
            at = skipSpace(bytes, at + 1, filled);
        }
        if (at >= filled || bytes[at] != '{') {
            return;
        }
        at++;
        while (at < filled && Records.isSpace(bytes[at])) {
            at++;
        }
        boolean goesOn = skipSpace(bytes, at, filled) < filled;
        if (at < filled && bytes[at] == '\n' && goesOn) {
            String mend = isArray ? "; write 'layout: array' to read such arrays" : "";
            throw refused(
                    file, Reason.JSON_NOT_LINES, "this is JSON over several lines; one object a line is read" + mend);
        }
    }

    private static DataException refused(String file, Reason reason, String detail) {
        return new DataException(new Rejection(file, Rejection.Position.line(1), "", reason, detail, ""));
    }

    /** The whole text, but for its mark. */
    TextInput rejoined(TextInput rest) {
        return new TextInput() {
            private int given = mark;

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (given == bytes.length) {
                    return rest.read(buffer, offset, length);
                }
                int count = Math.min(length, bytes.length - given);
                System.arraycopy(bytes, given, buffer, offset, count);
                given += count;
                return count;
            }

            @Override
            public long bytesRead() {
                return rest.bytesRead();
            }

            @Override
            public void close() {
                rest.close();
            }
        };
    }
}
