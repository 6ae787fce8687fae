package dev.grebe.storage;

import java.util.ArrayList;
import java.util.List;

/** Braces in a path: {@code {a,b}} for one of several texts; without a comma, {@code {yyyy-MM-dd}}, a time. */
final class Braces {
    private static final int MOST_ALTERNATIVES = 1_000;

    private Braces() {}

    /** Each text that a pattern stands for; times stay, one to a part of the path. */
    static List<String> expand(String pattern) {
        List<String> texts = new ArrayList<>();
        expand("", pattern, texts);
        return texts;
    }

    private static void expand(String done, String rest, List<String> texts) {
        int open = open(rest, 0);
        if (open < 0) {
            if (texts.size() == MOST_ALTERNATIVES) {
                throw new PatternException("a glob of more than %d alternatives".formatted(MOST_ALTERNATIVES));
            }
            texts.add(done + rest);
            return;
        }
        int close = close(rest, open);
        String before = done + rest.substring(0, open);
        String behind = rest.substring(close + 1);
        int start = open + 1;
        int comma = topLevel(rest, start, ',');
        if (comma < 0 || comma > close) {
            String time = rest.substring(open, close + 1).replace("/", "}/{");
            expand(before + time, behind, texts);
            return;
        }
        while (comma >= 0 && comma < close) {
            expand(before, rest.substring(start, comma) + behind, texts);
            start = comma + 1;
            comma = topLevel(rest, start, ',');
        }
        expand(before, rest.substring(start, close) + behind, texts);
    }

    /** Where the next brace opens, or -1. */
    static int open(String text, int start) {
        return topLevel(text, start, '{');
    }

    static int close(String text, int open) {
        int close = topLevel(text, open + 1, '}');
        if (close < 0) {
            throw new PatternException("'{' without '}'");
        }
        return close;
    }

    /** Where a character stands outside sets and inner braces, or -1. */
    private static int topLevel(String text, int start, char wanted) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == wanted && depth == 0) {
                return i;
            } else if (c == '[') {
                i = Glob.setEnd(text, i);
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            }
        }
        return -1;
    }
}
