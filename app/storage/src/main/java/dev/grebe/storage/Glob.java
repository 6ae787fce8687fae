package dev.grebe.storage;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Visible;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of path parts, followed part by part from the root of a listing downwards. {@code *} and {@code ?} stand
 * for characters of one part, {@code [a-z]}, {@code [!a-z]} for one of a set, {@code **} for any number of whole
 * parts, {@code {a,b}} for one of several texts. A character is taken literally in brackets: {@code [*]}. Parts that start
 * with {@code _} or {@code .} match only where the pattern starts so, too.
 */
final class Glob {
    private static final int MOST_ALTERNATIVES = 1_000;
    private static final String ANY_PARTS = "**";

    /** Each alternative, as parts. */
    private final List<List<String>> alternatives;

    private Glob(List<List<String>> alternatives) {
        this.alternatives = alternatives;
    }

    static boolean isGlob(String text) {
        return text.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{');
    }

    static Glob of(String pattern) {
        List<String> texts = new ArrayList<>();
        expand("", pattern, texts);
        return new Glob(texts.stream()
                .map(text -> List.of(text.split("/")).stream()
                        .filter(part -> !part.isEmpty())
                        .toList())
                .toList());
    }

    /** Where a pattern stands: the parts that may come next, by alternative. */
    record State(List<Next> next) {
        boolean isDead() {
            return next.isEmpty();
        }
    }

    record Next(int alternative, int part) {}

    State start() {
        List<Next> next = new ArrayList<>();
        for (int alternative = 0; alternative < alternatives.size(); alternative++) {
            add(alternative, 0, next);
        }
        return new State(next);
    }

    /** The state behind a part of this name. */
    State step(State state, String name) {
        List<Next> next = new ArrayList<>();
        for (Next from : state.next) {
            List<String> parts = alternatives.get(from.alternative);
            if (from.part == parts.size()) {
                continue;
            }
            String part = parts.get(from.part);
            if (part.equals(ANY_PARTS)) {
                if (!Listing.isHidden(name)) {
                    add(from.alternative, from.part, next);
                }
            } else if (matches(part, name)) {
                add(from.alternative, from.part + 1, next);
            }
        }
        return new State(List.copyOf(next));
    }

    /** Whether the parts so far match the whole pattern. */
    boolean isMatch(State state) {
        return state.next.stream()
                .anyMatch(n -> n.part == alternatives.get(n.alternative).size());
    }

    // "**" stands for no part, too, so what follows it may come next as well.
    private void add(int alternative, int part, List<Next> next) {
        Next added = new Next(alternative, part);
        if (next.contains(added)) {
            return;
        }
        next.add(added);
        List<String> parts = alternatives.get(alternative);
        if (part < parts.size() && parts.get(part).equals(ANY_PARTS)) {
            add(alternative, part + 1, next);
        }
    }

    private static void expand(String done, String rest, List<String> texts) {
        int open = topLevel(rest, 0, '{');
        if (open < 0) {
            if (texts.size() == MOST_ALTERNATIVES) {
                throw new DataException("%s: a glob of more than %d alternatives"
                        .formatted(Visible.of(done + rest), MOST_ALTERNATIVES));
            }
            texts.add(done + rest);
            return;
        }
        int close = closing(rest, open);
        int start = open + 1;
        for (int comma = topLevel(rest, start, ','); comma >= 0 && comma < close; ) {
            expand(done + rest.substring(0, open), rest.substring(start, comma) + rest.substring(close + 1), texts);
            start = comma + 1;
            comma = topLevel(rest, start, ',');
        }
        expand(done + rest.substring(0, open), rest.substring(start, close) + rest.substring(close + 1), texts);
    }

    private static int closing(String text, int open) {
        int close = topLevel(text, open + 1, '}');
        if (close < 0) {
            throw new DataException("%s: '{' without '}'".formatted(Visible.of(text)));
        }
        return close;
    }

    /** Where a character stands outside brackets and inner braces, or -1. */
    private static int topLevel(String text, int start, char wanted) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == wanted && depth == 0) {
                return i;
            } else if (c == '[') {
                i = setEnd(text, i);
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            }
        }
        return -1;
    }

    /** The {@code ]} of a set; one that comes first is a member. */
    private static int setEnd(String text, int open) {
        int first = open + 1 < text.length() && isNegation(text.charAt(open + 1)) ? open + 2 : open + 1;
        int end = text.indexOf(']', first + 1);
        if (end < 0) {
            throw new DataException("%s: '[' without ']'".formatted(Visible.of(text)));
        }
        return end;
    }

    static boolean matches(String pattern, String name) {
        boolean visible = !Listing.isHidden(name) || (!pattern.isEmpty() && pattern.charAt(0) == name.charAt(0));
        return visible && matches(pattern, 0, name, 0);
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
}
