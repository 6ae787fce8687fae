package dev.grebe.kql;

import dev.grebe.plugin.Visible;

/**
 * The text is no expression that we understand. The message is one line, without the position, that names what is wrong
 * and its mend; hostile text in it is cut and escaped.
 */
public final class KqlException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 500;

    private final int offset;
    private final int length;
    private final int line;
    private final int column;

    KqlException(String text, Mistake mistake) {
        super(Visible.of(String.valueOf(mistake.getMessage()), MOST_SHOWN));
        offset = mistake.span().start();
        length = mistake.span().end() - offset;
        int start = text.lastIndexOf('\n', offset - 1) + 1;
        line = 1 + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        column = 1 + text.codePointCount(start, offset);
    }

    /** Where the wrong part begins, in {@code char}s from 0; the text's length where something is missing at its end. */
    public int offset() {
        return offset;
    }

    /** How many {@code char}s are wrong; 0 at the end of the text. */
    public int length() {
        return length;
    }

    /** The line of the text where the wrong part begins, from 1. */
    public int line() {
        return line;
    }

    /** The character of that line where the wrong part begins, from 1. */
    public int column() {
        return column;
    }
}
