package dev.grebe.engine.expr;

import com.google.re2j.Matcher;

/** Finds the matches of a regular expression in texts in UTF-8; places are indices of the bytes. Used by one worker. */
final class RegexSearch implements TextMatcher {
    static final int ABSENT = -1;

    private final Matcher ascii;
    private final Matcher unicode;
    private final RegexText text = new RegexText();
    private Matcher matcher;
    private int from;

    RegexSearch(RegexProgram program) {
        ascii = program.ascii().matcher("");
        unicode = program.unicode().matcher("");
        matcher = ascii;
    }

    int groups() {
        return ascii.groupCount();
    }

    /** Begins to look in a text. */
    void in(byte[] bytes, int start, int end) {
        text.set(bytes, start, end);
        matcher = text.isAscii() ? ascii : unicode;
        matcher.reset(text);
        from = 0;
    }

    /** Moves to the next match: the leftmost one that does not overlap those before; it may be empty. */
    boolean next() {
        if (from > text.length() || !matcher.find(from)) {
            return false;
        }
        from = matcher.end() > matcher.start() ? matcher.end() : text.after(matcher.end());
        return true;
    }

    /** Where the group of the match begins, {@link #ABSENT} if it takes no part. */
    int start(int group) {
        int start = matcher.start(group);
        return start < 0 ? ABSENT : text.byteAt(start);
    }

    /** Where the group that takes part ends. */
    int end(int group) {
        return text.byteAt(matcher.end(group));
    }

    @Override
    public boolean matches(byte[] bytes, int start, int length) {
        in(bytes, start, start + length);
        return next();
    }
}
