package dev.grebe.testing;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Regular expressions: RE2's, with Unicode's meaning of {@code \d \w \s}. */
final class NaiveRegex {
    private static final String WORD = "\\p{L}\\p{M}\\p{Nd}\\p{Pc}";
    /** Unicode's property White_Space. */
    private static final String SPACE =
            "\\x{9}-\\x{d}\\x{20}\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}";

    private static final String NO_SPACE =
            "\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{84}\\x{86}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}"
                    + "\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{10ffff}";

    private NaiveRegex() {}

    /** A match: its place, and its groups from that of the whole on, {@code ""} for those that take no part. */
    private record Match(int start, int end, List<String> groups) {}

    static boolean isFound(String regex, String text) {
        return compiled(regex).matcher(text).find();
    }

    static String trim(String regex, String text) {
        return trimEnd(regex, trimStart(regex, text));
    }

    static String trimStart(String regex, String text) {
        return without("^(?:" + translated(regex) + ")+", text);
    }

    static String trimEnd(String regex, String text) {
        return without("(?:" + translated(regex) + ")+$", text);
    }

    private static String without(String translated, String text) {
        Matcher matcher = Pattern.compile(translated).matcher(text);
        return matcher.find() ? text.substring(0, matcher.start()) + text.substring(matcher.end()) : text;
    }

    static String replace(String text, String regex, String rewrite) {
        StringBuilder replaced = new StringBuilder();
        int copied = 0;
        for (Match match : matches(regex, text)) {
            replaced.append(text, copied, match.start()).append(rewritten(rewrite, match.groups()));
            copied = match.end();
        }
        return replaced.append(text.substring(copied)).toString();
    }

    private static String rewritten(String rewrite, List<String> groups) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rewrite.length(); i++) {
            char c = rewrite.charAt(i);
            boolean isLast = i + 1 == rewrite.length();
            if (c != '\\' || isLast) {
                text.append(c);
                continue;
            }
            char escaped = rewrite.charAt(++i);
            int group = escaped - '0';
            if (group < 0 || group > 9) {
                text.append(escaped);
            } else if (group < groups.size()) {
                text.append(groups.get(group));
            }
        }
        return text.toString();
    }

    static String extract(String regex, long group, String text) {
        List<Match> matches = matches(regex, text);
        return matches.isEmpty() ? "" : matches.get(0).groups().get((int) group);
    }

    /** {@code extract_all}. */
    static @Nullable String extractAll(NaiveArgs args) {
        List<Object> all = new ArrayList<>();
        for (Match match : matches(args.text(0), args.text(1))) {
            List<Object> groups = new ArrayList<>();
            for (int i = 2; i < args.count(); i++) {
                groups.add(match.groups().get((int) args.whole(i)));
            }
            all.add(groups.size() == 1 ? groups.get(0) : groups);
        }
        return all.isEmpty() ? null : NaiveJson.text(all);
    }

    static long count(String regex, String text) {
        return matches(regex, text).size();
    }

    /** All matches from left to right, without overlap; after an empty one the next begins a code point later. */
    private static List<Match> matches(String regex, String text) {
        List<Match> matches = new ArrayList<>();
        Matcher matcher = compiled(regex).matcher(text);
        int from = 0;
        while (from <= text.length() && matcher.find(from)) {
            List<String> groups = new ArrayList<>();
            for (int i = 0; i <= matcher.groupCount(); i++) {
                String group = matcher.group(i);
                groups.add(group == null ? "" : group);
            }
            matches.add(new Match(matcher.start(), matcher.end(), groups));
            boolean isEmpty = matcher.start() == matcher.end();
            from = isEmpty ? after(text, matcher.end()) : matcher.end();
        }
        return matches;
    }

    private static int after(String text, int at) {
        return at == text.length() ? at + 1 : text.offsetByCodePoints(at, 1);
    }

    private static Pattern compiled(String regex) {
        return Pattern.compile(translated(regex));
    }

    /** The same in RE2's syntax, without quoting by {@code \Q..\E}, so that it can stand inside another. */
    private static String translated(String regex) {
        StringBuilder translated = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (regex.startsWith("\\Q", i) && !inClass) {
                int end = regex.indexOf("\\E", i);
                String quoted = regex.substring(i + 2, end < 0 ? regex.length() : end);
                quoted.codePoints().forEach(q -> translated.append(Pattern.quote(Character.toString(q))));
                i = end < 0 ? regex.length() : end + 1;
            } else if (c == '\\' && i + 1 < regex.length()) {
                translated.append(escape(regex.charAt(++i), inClass));
            } else if (inClass && regex.startsWith("[:", i) && regex.indexOf(":]", i) > 0) {
                int end = regex.indexOf(":]", i) + 2;
                translated.append(regex, i, end);
                i = end - 1;
            } else if (!inClass && c == '[') {
                String open = regex.startsWith("[^", i) ? "[^" : "[";
                i += open.length() - 1;
                // A bracket that closes nothing is one of the class.
                boolean hasBracket = regex.startsWith("]", i + 1);
                i += hasBracket ? 1 : 0;
                translated.append(open).append(hasBracket ? "\\]" : "");
                inClass = true;
            } else {
                inClass = inClass && c != ']';
                translated.append(c);
            }
        }
        return translated.toString();
    }

    private static String escape(char letter, boolean inClass) {
        return switch (letter) {
            case 'd' -> "\\p{Nd}";
            case 'D' -> "\\P{Nd}";
            case 'w' -> inClass ? WORD : "[" + WORD + "]";
            case 'W' -> inClass ? NotWord.RANGES : "[^" + WORD + "]";
            case 's' -> inClass ? SPACE : "[" + SPACE + "]";
            case 'S' -> inClass ? NO_SPACE : "[^" + SPACE + "]";
            default -> "\\" + letter;
        };
    }

    /** Everything that is not of a word, as the inside of a class: RE2 has no complement in there. */
    private static final class NotWord {
        static final String RANGES = ranges();

        private static String ranges() {
            Pattern word = Pattern.compile("[" + WORD + "]");
            StringBuilder ranges = new StringBuilder();
            int start = 0;
            for (int c = 0; c <= Character.MAX_CODE_POINT + 1; c++) {
                boolean ends = c > Character.MAX_CODE_POINT || word.matches(Character.toString(c));
                if (ends && start < c) {
                    ranges.append("\\x{%x}-\\x{%x}".formatted(start, c - 1));
                }
                start = ends ? c + 1 : start;
            }
            return ranges.toString();
        }
    }
}
