package dev.grebe.engine.expr;

/** What a function of text gives for one row. Owned by one worker: it may keep scratch arrays. */
interface RowFunction {
    /** For {@link OfNumber}: there is no value. No function that is one gives this number. */
    long NOTHING = Long.MIN_VALUE;

    /** A function whose result is STRING or DYNAMIC. */
    interface OfText extends RowFunction {
        /** Writes the result; nothing is {@code ""}, or null for DYNAMIC. */
        void write(Arguments row, TextBuffer out);
    }

    /** A function whose result is LONG, or BOOL as 1 and 0. */
    interface OfNumber extends RowFunction {
        /** The result, or {@link #NOTHING} for null. */
        long value(Arguments row);
    }
}
