package dev.grebe.engine.expr;

/**
 * A text that is looked for in others, both of them of the row: takes time in proportion to their lengths, whatever they
 * are.
 *
 * @see <a href="https://doi.org/10.1137/0206024">D. E. Knuth, J. H. Morris, V. R. Pratt, Fast pattern matching in strings
 *     (1977)</a>
 */
final class Needle {
    static final int ABSENT = -1;

    private final boolean ignoreCase;
    private byte[] needle = {};
    private int length;
    /** For each length of a beginning: the longest shorter beginning that it ends with. */
    private int[] shorter = {0, 0};

    private byte[] text = {};
    private int at;
    private int end;
    private int matched;

    Needle(boolean ignoreCase) {
        this.ignoreCase = ignoreCase;
    }

    int length() {
        return length;
    }

    /** Sets what to look for; a copy is kept. */
    void set(byte[] bytes, int start, int count) {
        if (count == length && Folding.equal(bytes, start, count, needle, 0, count, false)) {
            return;
        }
        if (needle.length < count) {
            needle = new byte[count];
            shorter = new int[count + 1];
        }
        length = count;
        System.arraycopy(bytes, start, needle, 0, count);
        int border = 0;
        for (int i = 1; i < count; i++) {
            byte next = folded(needle[i]);
            while (border > 0 && folded(needle[border]) != next) {
                border = shorter[border];
            }
            border += folded(needle[border]) == next ? 1 : 0;
            shorter[i + 1] = border;
        }
    }

    /** Begins to look in another text. */
    void in(byte[] bytes, int from, int to) {
        text = bytes;
        at = from;
        end = to;
        matched = 0;
    }

    /** Where the needle, which is not empty, is found next, or {@link #ABSENT}; may overlap what was found before. */
    int next() {
        if (matched == length) {
            matched = shorter[matched];
        }
        while (at < end) {
            byte b = folded(text[at++]);
            while (matched > 0 && folded(needle[matched]) != b) {
                matched = shorter[matched];
            }
            matched += folded(needle[matched]) == b ? 1 : 0;
            if (matched == length) {
                return at - length;
            }
        }
        return ABSENT;
    }

    /** As {@link #next}, but does not overlap what was found before. */
    int nextApart() {
        if (matched == length) {
            matched = 0;
        }
        return next();
    }

    /** Whether the text has the needle so that no word is cut at these edges. */
    boolean isIn(byte[] bytes, int from, int to, Words.Edges edges) {
        if (length == 0) {
            return true;
        }
        Words.Edges checked = edges.of(needle, 0, length);
        in(bytes, from, to);
        for (int found = next(); found != ABSENT; found = next()) {
            if (checked.hold(bytes, from, to, found, found + length)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text begins with the needle. */
    boolean begins(byte[] bytes, int start, int count) {
        return count >= length && Folding.equal(bytes, start, length, needle, 0, length, ignoreCase);
    }

    /** Whether the text ends with the needle. */
    boolean ends(byte[] bytes, int start, int count) {
        return count >= length && Folding.equal(bytes, start + count - length, length, needle, 0, length, ignoreCase);
    }

    private byte folded(byte b) {
        return ignoreCase ? Folding.lower(b) : b;
    }
}
