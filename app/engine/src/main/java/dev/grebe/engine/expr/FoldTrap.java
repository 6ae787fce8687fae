package dev.grebe.engine.expr;

/**
 * U+1C80 to U+1C88, older forms of Cyrillic letters: their upper case is that of other letters, which re2j does not know,
 * so that it looks for all cases of them for ever. Where case is ignored they are left out of ranges.
 */
final class FoldTrap {
    private static final int FIRST = 0x1c80;
    private static final int LAST = 0x1c88;
    private static final String BEFORE = "\\x{1c7f}";
    private static final String BEHIND = "\\x{1c89}";

    private FoldTrap() {}

    static boolean has(int codePoint) {
        return codePoint >= FIRST && codePoint <= LAST;
    }

    /** Whether a range has all of them and its ends are others. */
    static boolean isInside(int first, int last) {
        return first < FIRST && last > LAST;
    }

    /** The range as two that leave them out. */
    static String around(String first, String last) {
        return first + "-" + BEFORE + BEHIND + "-" + last;
    }

    /** Whether case is ignored anywhere: {@code i} is among some flags. */
    static boolean isSet(String pattern) {
        for (int at = pattern.indexOf("(?"); at >= 0; at = pattern.indexOf("(?", at + 1)) {
            for (int i = at + 2; i < pattern.length() && isFlag(pattern.charAt(i)); i++) {
                if (pattern.charAt(i) == 'i') {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isFlag(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-';
    }
}
