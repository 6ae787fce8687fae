package dev.grebe.engine.expr;

import java.util.Arrays;

/**
 * Finds a literal anywhere in a text: looks at the byte under the literal's last one and moves on by as much as that byte
 * allows, mostly the literal's length.
 *
 * @see <a href="https://doi.org/10.1002/spe.4380100608">R. N. Horspool, Practical fast searching in strings (1980)</a>
 */
final class TextSearch implements TextMatcher {
    private final byte[] literal;
    private final boolean ignoreCase;
    /** By byte of the text; 0 for the literal's last byte. */
    private final int[] moves = new int[256];
    /** After the last byte was met in vain. */
    private final int moveFromLast;

    /** The literal is folded if case is ignored. */
    TextSearch(byte[] literal, boolean ignoreCase) {
        this.literal = literal;
        this.ignoreCase = ignoreCase;
        Arrays.fill(moves, literal.length);
        for (int i = 0; i < literal.length - 1; i++) {
            setMove(literal[i], literal.length - 1 - i);
        }
        moveFromLast = literal.length == 0 ? 0 : moves[literal[literal.length - 1] & 0xff];
        if (literal.length > 0) {
            setMove(literal[literal.length - 1], 0);
        }
    }

    private void setMove(byte b, int move) {
        moves[b & 0xff] = move;
        if (ignoreCase) {
            moves[Folding.upper(b) & 0xff] = move;
        }
    }

    @Override
    public boolean matches(byte[] bytes, int start, int length) {
        return find(bytes, start, start + length) >= 0;
    }

    /** Where the literal is found first, negative if it is not there. */
    int find(byte[] bytes, int start, int end) {
        int last = literal.length - 1;
        if (last < 0) {
            return start;
        }
        int at = start + last;
        while (at < end) {
            int move = moves[bytes[at] & 0xff];
            if (move > 0) {
                at += move;
            } else if (Folding.matches(bytes, at - last, literal, ignoreCase)) {
                return at - last;
            } else {
                at += moveFromLast;
            }
        }
        return -1;
    }
}
