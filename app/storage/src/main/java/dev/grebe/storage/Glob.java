package dev.grebe.storage;

/**
 * A pattern of one part of a path: {@code *} and {@code ?} stand for its characters, {@code [a-z]}, {@code [!a-z]} for
 * one of a set. A character is taken literally in brackets: {@code [*]}.
 */
final class Glob {
    private Glob() {}

    static boolean isGlob(String text) {
        return text.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{');
    }

    /** Whether a name matches; one that starts with {@code _} or {@code .} does only if the pattern starts so, too. */
    static boolean matchesVisibly(String pattern, String name) {
        boolean visible = !Names.isHidden(name) || (!pattern.isEmpty() && pattern.charAt(0) == name.charAt(0));
        return visible && matches(pattern, name);
    }

    /** Whether a name is what a pattern stands for, a text, and what another pattern stands for. */
    static boolean matches(String before, String behind, String text, String name) {
        for (int at = name.indexOf(text); at >= 0; at = name.indexOf(text, at + 1)) {
            if (matches(before, name.substring(0, at)) && matches(behind, name.substring(at + text.length()))) {
                return true;
            }
        }
        return false;
    }

    static boolean matches(String pattern, String name) {
        return matches(pattern, 0, name, 0);
    }

    // The last star is the only place to come back to: what an earlier one took can be taken by the later.
    private static boolean matches(String pattern, int p, String name, int n) {
        int star = -1;
        int resume = -1;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
            } else if (p < pattern.length() && matchesOne(pattern, p, name.codePointAt(n))) {
                p = pattern.charAt(p) == '[' ? setEnd(pattern, p) + 1 : p + Character.charCount(pattern.codePointAt(p));
                n += Character.charCount(name.codePointAt(n));
            } else if (star >= 0) {
                p = star + 1;
                resume += Character.charCount(name.codePointAt(resume));
                n = resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private static boolean matchesOne(String pattern, int p, int character) {
        int wanted = pattern.codePointAt(p);
        return wanted == '?' || (wanted == '[' ? inSet(pattern, p, character) : wanted == character);
    }

    private static boolean inSet(String pattern, int open, int character) {
        int end = setEnd(pattern, open);
        boolean negated = isNegation(pattern.charAt(open + 1));
        boolean found = false;
        for (int i = negated ? open + 2 : open + 1; i < end; ) {
            int low = pattern.codePointAt(i);
            i += Character.charCount(low);
            int high = low;
            if (i + 1 < end && pattern.charAt(i) == '-') {
                high = pattern.codePointAt(i + 1);
                i += 1 + Character.charCount(high);
            }
            found |= character >= low && character <= high;
        }
        return found != negated;
    }

    private static boolean isNegation(char c) {
        return c == '!' || c == '^';
    }

    /** The {@code ]} of a set; one that comes first is a member. */
    static int setEnd(String text, int open) {
        int first = open + 1 < text.length() && isNegation(text.charAt(open + 1)) ? open + 2 : open + 1;
        int end = text.indexOf(']', first + 1);
        if (end < 0) {
            throw new PatternException("'[' without ']'");
        }
        return end;
    }
}
