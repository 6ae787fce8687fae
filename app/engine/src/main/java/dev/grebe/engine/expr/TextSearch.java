package dev.grebe.engine.expr;

/** Finds a literal anywhere in a text: looks for its rarest byte, then compares around it. */
final class TextSearch implements TextMatcher {
    /** Bytes of command lines and paths from common to rare; what is not here is rarer. */
    private static final String COMMON = "eisnto\\arcd mlpuw.hfgbyxvk-/\"0123:456789_SCWPIMDTEAFRjqzNOLUBHGVKXYQJZ";

    private final byte[] literal;
    private final boolean ignoreCase;
    private final int anchor;
    private final byte lower;
    private final byte upper;

    /** The literal is folded if case is ignored. */
    TextSearch(byte[] literal, boolean ignoreCase) {
        this.literal = literal;
        this.ignoreCase = ignoreCase;
        anchor = rarest(literal);
        lower = literal.length == 0 ? 0 : literal[anchor];
        upper = ignoreCase ? Folding.upper(lower) : lower;
    }

    private static int rarest(byte[] literal) {
        int best = 0;
        int bestRank = -1;
        for (int i = 0; i < literal.length; i++) {
            int found = COMMON.indexOf(literal[i]);
            int rank = found < 0 ? COMMON.length() : found;
            if (rank > bestRank) {
                best = i;
                bestRank = rank;
            }
        }
        return best;
    }

    @Override
    public boolean matches(byte[] bytes, int start, int length) {
        if (literal.length == 0) {
            return true;
        }
        int end = start + length - literal.length + anchor;
        for (int at = start + anchor; at <= end; at++) {
            byte b = bytes[at];
            if ((b == lower || b == upper) && Folding.matches(bytes, at - anchor, literal, ignoreCase)) {
                return true;
            }
        }
        return false;
    }
}
