package dev.grebe.engine.expr;

import dev.grebe.plan.PlanException;

/**
 * Writes a regular expression anew in which {@code \d \w \s} and their negations are sets that re2j would not take them
 * for, and without what re2j would never be done with ({@link FoldTrap}).
 */
final class RegexSyntax {
    /** What a part may be repeated in all, by counts inside of counts; RE2's own limit for one count. */
    private static final int MOST_REPEATS = 1000;

    private static final int MOST_DEPTH = 200;
    private static final int SET = -1;

    private final String pattern;
    private final Sets sets;
    private final boolean isTrapped;
    private final StringBuilder out = new StringBuilder();
    private final int[] repeatsInGroup = new int[MOST_DEPTH + 1];
    private int depth;
    /** How often a part of what comes last is repeated. */
    private int repeats = 1;

    private int at;

    /** What {@code \d \w \s} are written as. */
    enum Sets {
        /** As they are: for re2j to find what is wrong with the pattern. */
        AS_WRITTEN,
        /** What of KQL's sets is ASCII, for texts that are. */
        ASCII,
        /** KQL's sets. */
        UNICODE
    }

    private RegexSyntax(String pattern, Sets sets) {
        this.pattern = pattern;
        this.sets = sets;
        isTrapped = FoldTrap.isSet(pattern);
    }

    /**
     * The pattern with sets of that kind; one that re2j does not take becomes another that it does not take, mostly.
     *
     * @throws PlanException if groups or counted repetitions are nested too deep, or it has one of {@link FoldTrap}
     */
    static String of(String pattern, Sets sets) {
        return new RegexSyntax(pattern, sets).written();
    }

    private String written() {
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (pattern.startsWith("\\Q", at)) {
                quoted();
            } else if (c == '\\') {
                repeats = 1;
                item(false);
            } else if (c == '[') {
                repeats = 1;
                characters();
            } else if (c == '(') {
                open();
            } else if (c == ')') {
                close();
            } else if (c != '{' || !counted()) {
                repeats = "*+?".indexOf(c) < 0 ? 1 : repeats;
                item(false);
            }
        }
        return out.toString();
    }

    /** What re2j takes literally up to {@code \E}, or to the end. */
    private void quoted() {
        int end = pattern.indexOf("\\E", at);
        pattern.substring(at, end < 0 ? pattern.length() : end).codePoints().forEach(this::untrapped);
        copy((end < 0 ? pattern.length() : end + 2) - at);
        out.append(end < 0 ? "\\E" : "");
        repeats = 1;
    }

    private void open() {
        if (depth == MOST_DEPTH) {
            throw RegexProgram.refused(pattern, "groups are nested deeper than %d".formatted(MOST_DEPTH));
        }
        depth++;
        repeatsInGroup[depth] = 1;
        repeats = 1;
        copy(1);
    }

    private void close() {
        repeats = Math.max(repeats, repeatsInGroup[depth]);
        depth = Math.max(0, depth - 1);
        repeatsInGroup[depth] = Math.max(repeatsInGroup[depth], repeats);
        copy(1);
    }

    /** A count of repetitions, copied if it is one. */
    private boolean counted() {
        int end = pattern.indexOf('}', at);
        String[] counts =
                end < 0 ? new String[0] : pattern.substring(at + 1, end).split(",", -1);
        if (counts.length == 0 || counts.length > 2 || counts[0].isEmpty()) {
            return false;
        }
        int most = 1;
        for (String count : counts) {
            if (!count.chars().allMatch(c -> c >= '0' && c <= '9') || count.length() > 4) {
                return false;
            }
            most = Math.max(most, count.isEmpty() ? 1 : Integer.parseInt(count));
        }
        repeats = (int) Math.min((long) repeats * most, Integer.MAX_VALUE);
        if (repeats > MOST_REPEATS) {
            throw RegexProgram.refused(
                    pattern,
                    "with '%s' a part is repeated more than %d times in all"
                            .formatted(pattern.substring(at, end + 1), MOST_REPEATS));
        }
        repeatsInGroup[depth] = Math.max(repeatsInGroup[depth], repeats);
        copy(end + 1 - at);
        return true;
    }

    private void characters() {
        copy(1);
        copy(pattern.startsWith("^", at) ? 1 : 0);
        // A bracket that closes nothing is one of the class.
        copy(pattern.startsWith("]", at) ? 1 : 0);
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            if (pattern.startsWith("[:", at)) {
                copy(Math.max(1, pattern.indexOf(":]", at) + 2 - at));
            } else {
                range();
            }
        }
        copy(1);
    }

    /** One item of a class, or two with a range between. */
    private void range() {
        int begin = out.length();
        int first = item(true);
        boolean isRange = pattern.startsWith("-", at) && at + 1 < pattern.length() && pattern.charAt(at + 1) != ']';
        if (first < 0 || !isRange) {
            return;
        }
        String from = out.substring(begin);
        copy(1);
        int middle = out.length();
        int last = item(true);
        if (isTrapped && FoldTrap.isInside(first, last)) {
            String to = out.substring(middle);
            out.setLength(begin);
            out.append(FoldTrap.around(from, to));
        }
    }

    /** Writes a character, an escape or a set; the code point that it stands for, negative if it is more or unknown. */
    private int item(boolean inClass) {
        int codePoint = pattern.codePointAt(at);
        if (codePoint != '\\' || at + 1 == pattern.length()) {
            copy(Character.charCount(codePoint));
            return untrapped(codePoint);
        }
        char letter = pattern.charAt(at + 1);
        String set = sets == Sets.AS_WRITTEN ? "" : RegexSets.of(letter, sets == Sets.ASCII, isTrapped);
        if (!set.isEmpty()) {
            out.append(inClass ? set : "[" + set + "]");
            at += 2;
            return SET;
        }
        int begin = at;
        copy(2);
        if ("pPx".indexOf(letter) >= 0 && pattern.startsWith("{", at)) {
            copy(pattern.indexOf('}', at) + 1 - at);
        } else if (letter == 'x') {
            copy(2);
        }
        return untrapped(letter == 'x' ? hexadecimal(begin + 2) : Character.isLetterOrDigit(letter) ? 0 : letter);
    }

    private int untrapped(int codePoint) {
        if (isTrapped && FoldTrap.has(codePoint)) {
            throw RegexProgram.refused(pattern, "U+%X is not supported where case is ignored".formatted(codePoint));
        }
        return codePoint;
    }

    /** The number between here and where the pattern is read on, braces left out. */
    private int hexadecimal(int from) {
        long value = 0;
        for (int i = from; i < at; i++) {
            int digit = Character.digit(pattern.charAt(i), 16);
            value = digit < 0 ? value : Math.min(value << 4 | digit, Integer.MAX_VALUE);
        }
        return (int) value;
    }

    private void copy(int count) {
        int end = Math.min(pattern.length(), at + Math.max(0, count));
        out.append(pattern, at, end);
        at = end;
    }
}
