package dev.grebe.sources.jsonl;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.TextInput;
import java.util.Arrays;

/**
 * The records are elements of one array. Where they end is told by quotes and brackets alone; commas between them become
 * spaces, so that what is left is one value behind the other, as in lines.
 */
final class Elements extends Records {
    private final String file;
    private final int longest;
    private final boolean unfinishedLast;

    private long[] lines = new long[1024];
    private State state = State.BEFORE_ARRAY;
    /** The next byte to look at. */
    private int at;
    /** Newlines before it. */
    private long line;

    private int start;
    private long startLine;
    private int depth;
    private boolean inText;
    private boolean isEscaped;
    private boolean isAscii;
    /** Where the kept start of an element that is too long ends, or -1. */
    private int cut = -1;

    private enum State {
        BEFORE_ARRAY,
        /** Behind the opening bracket: an element or the array's end. */
        BEFORE_FIRST,
        /** Behind a comma. */
        BEFORE_ELEMENT,
        IN_ELEMENT,
        AFTER_ELEMENT,
        AFTER_ARRAY
    }

    /** @param unfinishedLast whether the array is still being written: then it ends with its last whole element */
    Elements(TextInput input, String file, int chunkBytes, int longest, boolean unfinishedLast) {
        super(input, chunkBytes);
        this.file = file;
        this.longest = longest;
        this.unfinishedLast = unfinishedLast;
    }

    @Override
    boolean next() {
        count = 0;
        dropScanned();
        while (true) {
            boolean more = fill(buffer.length);
            while (at < filled) {
                step();
            }
            if (count > 0) {
                return true;
            } else if (!more) {
                requireEnd();
                return false;
            } else if (state == State.IN_ELEMENT && (cut >= 0 || filled - start > longest)) {
                cut = cut >= 0 ? cut : Math.min(filled - start, KEPT_BYTES);
                System.arraycopy(buffer, start, buffer, 0, cut);
                start = 0;
                filled = cut;
                at = cut;
            } else if (state != State.IN_ELEMENT) {
                dropScanned();
            }
            if (isFull()) {
                grow();
            }
        }
    }

    /** Leaves in the buffer what is not given out yet: the element that has begun. */
    private void dropScanned() {
        int from = state == State.IN_ELEMENT ? start : at;
        System.arraycopy(buffer, from, buffer, 0, filled - from);
        filled -= from;
        at -= from;
        start -= from;
        if (cut >= 0) {
            cut -= from;
        }
    }

    private void step() {
        byte value = buffer[at];
        if (state == State.IN_ELEMENT) {
            inElement(value);
        } else {
            if (value == '\n') {
                line++;
            } else if (!isSpace(value)) {
                between(value);
            }
            if (state != State.IN_ELEMENT) {
                at++;
            }
        }
    }

    private void between(byte value) {
        switch (state) {
            case BEFORE_ARRAY -> {
                require(value == '[', "the file is no array");
                state = State.BEFORE_FIRST;
            }
            case AFTER_ELEMENT -> {
                require(value == ',' || value == ']', "no comma stands between two elements of the array");
                buffer[at] = ' ';
                state = value == ',' ? State.BEFORE_ELEMENT : State.AFTER_ARRAY;
            }
            case AFTER_ARRAY -> throw damaged(Reason.TRAILING_DATA, "text follows the array");
            case BEFORE_FIRST, BEFORE_ELEMENT, IN_ELEMENT -> {
                require(value != ',', "an element of the array is missing before a comma");
                if (value == ']') {
                    require(state == State.BEFORE_FIRST, "an element of the array is missing behind a comma");
                    state = State.AFTER_ARRAY;
                } else {
                    begin();
                }
            }
        }
    }

    private void begin() {
        state = State.IN_ELEMENT;
        start = at;
        startLine = line;
        depth = 0;
        isAscii = true;
        inText = false;
        isEscaped = false;
    }

    /** Goes over a byte of an element; the one that ends it belongs to it only if it is a bracket or quote. */
    private void inElement(byte value) {
        isAscii &= value >= 0;
        line += value == '\n' ? 1 : 0;
        if (inText) {
            at++;
            if (isEscaped) {
                isEscaped = false;
            } else if (value == '\\') {
                isEscaped = true;
            } else if (value == '"') {
                inText = false;
                endAtTop();
            }
        } else if (value == '"') {
            inText = true;
            at++;
        } else if (value == '{' || value == '[') {
            depth++;
            at++;
        } else if (depth == 0 && (value == ',' || value == ']')) {
            end();
        } else if (value == '}' || value == ']') {
            depth--;
            at++;
            endAtTop();
        } else {
            at++;
        }
    }

    private void endAtTop() {
        if (depth <= 0) {
            end();
        }
    }

    private void end() {
        boolean isTooLong = cut >= 0 || at - start > longest;
        if (count == lines.length) {
            lines = Arrays.copyOf(lines, 2 * count);
        }
        lines[count] = startLine;
        add(start, cut >= 0 ? cut : at, isAscii, isTooLong);
        cut = -1;
        state = State.AFTER_ELEMENT;
    }

    private void requireEnd() {
        if (state != State.AFTER_ARRAY && !unfinishedLast) {
            throw damaged(Reason.TRUNCATED, "the file ends in the middle of the array");
        }
    }

    private void require(boolean isSo, String otherwise) {
        if (!isSo) {
            throw damaged(Reason.JSON_SYNTAX, otherwise);
        }
    }

    private DataException damaged(Reason reason, String detail) {
        return new DataException(new Rejection(file, Rejection.Position.line(line + 1), "", reason, detail, ""));
    }

    @Override
    long line(int record) {
        return lines[record];
    }

    @Override
    String noun() {
        return "element";
    }
}
