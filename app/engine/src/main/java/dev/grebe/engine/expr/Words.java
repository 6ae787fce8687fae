package dev.grebe.engine.expr;

/**
 * Where words begin and end: a word is a run of ASCII letters and digits and of other code points of Unicode's categories
 * L and N.
 */
final class Words {
    private static final int LETTERS_AND_NUMBERS = 1 << Character.UPPERCASE_LETTER
            | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER
            | 1 << Character.MODIFIER_LETTER
            | 1 << Character.OTHER_LETTER
            | 1 << Character.DECIMAL_DIGIT_NUMBER
            | 1 << Character.LETTER_NUMBER
            | 1 << Character.OTHER_NUMBER;

    private Words() {}

    /** Which edges of a needle must not cut a word. */
    record Edges(boolean left, boolean right) {
        static final Edges BOTH = new Edges(true, true);
        static final Edges LEFT = new Edges(true, false);
        static final Edges RIGHT = new Edges(false, true);
        static final Edges NONE = new Edges(false, false);

        /** Those of them where the needle has a letter or digit; only there a word can be cut. */
        Edges of(byte[] needle, int start, int end) {
            return start == end
                    ? NONE
                    : new Edges(left && beginsWithOne(needle, start, end), right && endsWithOne(needle, start, end));
        }

        /** Whether what was found from {@code from} to {@code to} cuts no word of the text. */
        boolean hold(byte[] text, int start, int end, int from, int to) {
            return !(left && from > start && endsWithOne(text, start, from))
                    && !(right && to < end && beginsWithOne(text, to, end));
        }
    }

    private static boolean beginsWithOne(byte[] text, int start, int end) {
        return isOfWord(Utf8.codePoint(text, start, end));
    }

    private static boolean endsWithOne(byte[] text, int start, int end) {
        return isOfWord(Utf8.codePoint(text, Utf8.previous(text, start, end), end));
    }

    private static boolean isOfWord(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint >= '0' && codePoint <= '9' || (codePoint | 0x20) >= 'a' && (codePoint | 0x20) <= 'z';
        }
        return (LETTERS_AND_NUMBERS >> Character.getType(codePoint) & 1) != 0;
    }
}
