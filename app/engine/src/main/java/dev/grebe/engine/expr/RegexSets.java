package dev.grebe.engine.expr;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * What {@code \d \w \s} and their negations stand for, as items of a character class of re2j. Those for ASCII hold nothing
 * else, so that folding case adds no letter to a negation.
 *
 * @see <a href="https://www.unicode.org/reports/tr44/#White_Space">Unicode Character Database, White_Space</a>
 */
final class RegexSets {
    private static final String WORD = "\\p{L}\\p{M}\\p{Nd}\\p{Pc}";

    private RegexSets() {}

    /** The set of that letter, empty if there is none; without what {@link FoldTrap} is about, if wanted. */
    static String of(char letter, boolean isAscii, boolean isTrapped) {
        String set = isAscii ? ascii(letter) : unicode(letter);
        return isTrapped ? set.replace("\\x{1681}-\\x{1fff}", FoldTrap.around("\\x{1681}", "\\x{1fff}")) : set;
    }

    private static String ascii(char letter) {
        return switch (letter) {
            case 'd' -> "0-9";
            case 'D' -> "\\x00-\\x2f\\x3a-\\x7f";
            case 'w' -> "0-9A-Za-z_";
            case 'W' -> "\\x00-\\x2f\\x3a-\\x40\\x5b-\\x5e\\x60\\x7b-\\x7f";
            case 's' -> "\\x09-\\x0d\\x20";
            case 'S' -> "\\x00-\\x08\\x0e-\\x1f\\x21-\\x7f";
            default -> "";
        };
    }

    private static String unicode(char letter) {
        return switch (letter) {
            case 'd' -> "\\p{Nd}";
            case 'D' -> "\\P{Nd}";
            case 'w' -> WORD;
            case 'W' -> NonWord.RANGES;
            case 's' ->
                "\\x09-\\x0d\\x20\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}";
            case 'S' ->
                "\\x00-\\x08\\x0e-\\x1f\\x21-\\x{84}\\x{86}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}"
                        + "\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}"
                        + "\\x{3001}-\\x{10ffff}";
            default -> "";
        };
    }

    /** A class has no complement of several categories as an item, so the ranges are found in a text of all code points. */
    private static final class NonWord {
        static final String RANGES = ranges();

        private static String ranges() {
            StringBuilder all = new StringBuilder();
            for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
                if (codePoint == Character.MIN_SURROGATE) {
                    codePoint = Character.MAX_SURROGATE + 1;
                }
                all.appendCodePoint(codePoint);
            }
            StringBuilder ranges = new StringBuilder();
            Matcher runs = Pattern.compile("[^" + WORD + "]+").matcher(all);
            while (runs.find()) {
                ranges.append(range(all.codePointAt(runs.start()), all.codePointBefore(runs.end())));
            }
            return ranges.toString();
        }

        /** re2j does not know that those of {@link FoldTrap} are letters. */
        private static String range(int first, int last) {
            String from = "\\x{%x}".formatted(first);
            String to = "\\x{%x}".formatted(last);
            return FoldTrap.isInside(first, last) ? FoldTrap.around(from, to) : from + "-" + to;
        }
    }
}
