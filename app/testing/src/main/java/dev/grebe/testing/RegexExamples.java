package dev.grebe.testing;

import static dev.grebe.plan.Expressions.literal;
import static dev.grebe.plan.Function.COUNT_OF_REGEX;
import static dev.grebe.plan.Function.EXTRACT;
import static dev.grebe.plan.Function.EXTRACT_ALL;
import static dev.grebe.plan.Function.REPLACE_REGEX;
import static dev.grebe.plan.Function.TRIM;
import static dev.grebe.plan.Function.TRIM_END;
import static dev.grebe.plan.Function.TRIM_START;

/** Regular expressions. */
final class RegexExamples extends ExampleTable {
    RegexExamples() {
        searching();
        classes();
        trimming();
        replacing();
        extracting();
        counting();
    }

    private void searching() {
        matches(true, "Fabrikam", "b.*k");
        matches(false, "abc", "^b");
        matches(true, "abc", "(?i)B");
        matches(false, "abc", "B");
        matches(false, "a\nb", "a.b");
        matches(true, "a\nb", "(?s)a.b");
        matches(false, "a\nb", "a$");
        matches(true, "a\nb", "(?m)a$");
        matches(true, "", "x*");
        matches(true, "", "^$");
        matches(true, FACE, "^.$");
        matches(true, "a.c", "\\Q.c\\E");
        matches(false, "abc", "\\Q.\\Ec");
        matches(true, "é", "(?i)É");
        matches(true, "\u212A", "(?i)k");
        matches(true, "aé", "a\\b");
    }

    private void classes() {
        matches(true, "\u0664", "^\\d$");
        matches(false, "\u00bd", "\\d");
        matches(true, "\u00bd", "^\\D$");
        matches(true, "é", "^\\w$");
        matches(true, "e\u0301", "^\\w\\w$");
        matches(true, "\u203f", "^\\w$");
        matches(false, "\u2160", "\\w");
        matches(true, "\u2160", "^\\W$");
        matches(true, "\u00a0\u3000\u0085\u000b", "^\\s{4}$");
        matches(false, "\u200b\u001c", "\\s");
        matches(true, "\u200b", "^\\S$");
        matches(true, "-é", "^[\\w-]+$");
        matches(true, "\u20ac5", "^[\\W\\d]+$");
        matches(false, "é", "[\\W]");
        matches(true, "é", "[^\\W]");
        matches(false, "\u00a0", "[\\S]");
        matches(true, "\u00a0", "[^\\S]");
        matches(false, "\u0664", "[\\D]");
        matches(true, "]a", "^[]a]+$");
        matches(false, "]", "[^]]");
        matches(true, "a\\d", "^a\\\\d$");
        matches(true, "ab", "^[[:alpha:]]+$");
    }

    private void matches(boolean expected, String text, String regex) {
        add(literal(text).matchesRegex(regex).toString(), literal(text).matchesRegex(regex), expected);
    }

    private void trimming() {
        gives("https://bing.com", TRIM, "--", "--https://bing.com--");
        gives("Te st1", TRIM, "[^\\w]+", "- Te st1// $");
        gives("a", TRIM, "--", "----a----");
        gives("-a", TRIM, "--", "---a--");
        gives("", TRIM, "1", "11");
        gives("", TRIM, "x", "");
        gives("bob", TRIM, "(.*\\\\)", "CORP\\bob");
        gives("é", TRIM, "\\s", "\u00a0é\u3000");
        gives("bing.com", TRIM_START, "https://", "https://bing.com");
        gives("c", TRIM_START, "ab", "ababc");
        gives("xab", TRIM_START, "ab", "xab");
        gives("b", TRIM_START, "a|ab", "ab");
        gives("", TRIM_START, FACE, FACE + FACE);
        gives("bing", TRIM_END, ".com", "bing.com");
        gives("abx", TRIM_END, "ab", "abx");
        gives("x", TRIM_END, "ab", "xabab");
        gives("a", TRIM_END, "aa", "aaa");
        gives("xy", TRIM_END, "\\Q.\\E", "xy..");
        gives("Hello\n", TRIM_END, "!", "Hello\n!!");
    }

    private void replacing() {
        gives("a#b#", REPLACE_REGEX, "a1b22", "\\d+", "#");
        gives("a[b]c", REPLACE_REGEX, "abc", "(b)", "[\\0]");
        gives("Smith John", REPLACE_REGEX, "John Smith", "(\\w+) (\\w+)", "\\2 \\1");
        gives("abc", REPLACE_REGEX, "abc", "x", "y");
        gives("-a-b-", REPLACE_REGEX, "ab", "", "-");
        gives("-", REPLACE_REGEX, "", "x*", "-");
        gives("-" + FACE + "-", REPLACE_REGEX, FACE, "x*", "-");
        gives("<><b>", REPLACE_REGEX, "ab", "a|(b)", "<\\1>");
        gives("$1\\nn", REPLACE_REGEX, "a", "(a)", "$1\\\\n\\n");
        gives("x\\", REPLACE_REGEX, "a", "a", "x\\");
        gives("", REPLACE_REGEX, "a", "a", "\\9");
        gives("a0", REPLACE_REGEX, "a", "(a)", "\\10");
        gives("xbab", REPLACE_REGEX, "abab", "^a", "x");
        gives("É-", REPLACE_REGEX, "Éé", "é$", "-");
    }

    private void extracting() {
        gives("James", EXTRACT, "User: ([^,]+)", 1, "User: James, Age: 29");
        gives("29", EXTRACT, "\\d+", 0, "User: James, Age: 29, 30");
        gives("", EXTRACT, "(a)|(b)", 2, "a");
        gives("", EXTRACT, "z", 0, "abc");
        gives("", EXTRACT, "()", 1, "");
        gives("b", EXTRACT, "(a)|(?P<x>b)", 2, "xb");
        gives(FACE, EXTRACT, "é(.)", 1, "é" + FACE + "x");
        gives("[\"123\",\"567\"]", EXTRACT_ALL, "(\\d+)", "numbers: 123, 567", 1);
        gives("[[\"8\",\"d\"],[\"d\",\"7\"]]", EXTRACT_ALL, "(\\w)(\\w+)(\\w)", "82b8be2d-dfa7", 1, 3);
        gives("[[\"7\",\"d\"]]", EXTRACT_ALL, "(\\w)(\\w+)(\\w)", "dfa7", 3, 1);
        gives("[\"a\",\"\"]", EXTRACT_ALL, "(a)|b", "ab", 1);
        gives("[\"\\\"\\\\\"]", EXTRACT_ALL, "(.+)", "\"\\", 1);
        gives("[\"\",\"\"]", EXTRACT_ALL, "(x*)", FACE, 1);
        gives(null, EXTRACT_ALL, "(z)", "abc", 1);
        gives("[[\"a\",\"a\"]]", EXTRACT_ALL, "(a)", "a", 1, 1);
    }

    private void counting() {
        gives(1, COUNT_OF_REGEX, "aba", "ababa");
        gives(2, COUNT_OF_REGEX, "a.c", "abcabc");
        gives(0, COUNT_OF_REGEX, "x", "abc");
        gives(4, COUNT_OF_REGEX, "", "abc");
        gives(2, COUNT_OF_REGEX, "", FACE);
        gives(1, COUNT_OF_REGEX, "^", "aa");
        gives(2, COUNT_OF_REGEX, "\\w", "é_-");
    }
}
