package dev.grebe.testing;

import static dev.grebe.plan.Expressions.literal;
import static dev.grebe.plan.Function.CONTAINS;
import static dev.grebe.plan.Function.CONTAINS_CS;
import static dev.grebe.plan.Function.COUNT_OF;
import static dev.grebe.plan.Function.ENDS_WITH;
import static dev.grebe.plan.Function.ENDS_WITH_CS;
import static dev.grebe.plan.Function.HASH_MD5;
import static dev.grebe.plan.Function.HASH_SHA1;
import static dev.grebe.plan.Function.HASH_SHA256;
import static dev.grebe.plan.Function.HAS_CS;
import static dev.grebe.plan.Function.HAS_PREFIX;
import static dev.grebe.plan.Function.HAS_PREFIX_CS;
import static dev.grebe.plan.Function.HAS_SUFFIX;
import static dev.grebe.plan.Function.HAS_SUFFIX_CS;
import static dev.grebe.plan.Function.INDEX_OF;
import static dev.grebe.plan.Function.REPLACE_STRING;
import static dev.grebe.plan.Function.REVERSE;
import static dev.grebe.plan.Function.SPLIT;
import static dev.grebe.plan.Function.STARTS_WITH;
import static dev.grebe.plan.Function.STARTS_WITH_CS;
import static dev.grebe.plan.Function.STRCAT_DELIM;
import static dev.grebe.plan.Function.STRING_SIZE;
import static dev.grebe.plan.Function.STRLEN;
import static dev.grebe.plan.Function.SUBSTRING;
import static dev.grebe.plan.Function.TO_LOWER;
import static dev.grebe.plan.Function.TO_UPPER;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import java.util.List;

/** Text, but for regular expressions. */
final class TextExamples extends ExampleTable {
    TextExamples() {
        parts();
        words();
        wordEdges();
        lengths();
        substrings();
        positions();
        splits();
        replacing();
        letters();
        hashes();
    }

    private void parts() {
        gives(true, CONTAINS, "FabriKam", "BRik");
        gives(false, CONTAINS, "Fabrikam", "xyz");
        gives(true, CONTAINS, "", "");
        gives(false, CONTAINS, "É", "é");
        gives(true, CONTAINS, "x" + FACE, FACE);
        gives(true, CONTAINS_CS, "FabriKam", "Kam");
        gives(false, CONTAINS_CS, "Fabrikam", "Kam");
        gives(true, CONTAINS_CS, "a", "");
        gives(true, STARTS_WITH, "Fabrikam", "fab");
        gives(false, STARTS_WITH, "Fabrikam", "abr");
        gives(false, STARTS_WITH, "\u017Fc", "sc");
        gives(true, STARTS_WITH_CS, "Fabrikam", "Fab");
        gives(false, STARTS_WITH_CS, "Fabrikam", "fab");
        gives(true, STARTS_WITH_CS, "", "");
        gives(true, ENDS_WITH, "Fabrikam", "KAM");
        gives(false, ENDS_WITH, "am", "Fabrikam");
        gives(true, ENDS_WITH, "am", "");
        gives(true, ENDS_WITH_CS, "Fabrikam", "kam");
        gives(false, ENDS_WITH_CS, "Fabrikam", "Kam");
        gives(false, ENDS_WITH_CS, "", "x");
    }

    private void words() {
        has(true, "North America", "america");
        has(false, "North America", "amer");
        has(true, "/resourcegroups/test.rg000001?", "test.rg000001");
        has(false, "a.docm", ".doc");
        has(true, "a.doc", ".doc");
        has(true, "a_b", "a");
        has(true, "ab/cd", "/");
        has(true, "ab", "");
        has(true, "", "");
        has(false, "", "a");
        has(true, "xa a", "a");
        has(false, "aa", "a");
        has(false, "éa", "a");
        has(true, "\u00d7a\u20ac", "a");
        has(false, "a\u0663", "a");
        has(false, "a\u00bd", "a");
        has(true, "e\u0301", "e");
        has(false, "a\uD835\uDC00", "a");
        has(true, "a" + FACE, "a");
        has(true, FACE + FACE, FACE);
        has(false, "\uD835\uDC00\uD835\uDC00", "\uD835\uDC00");
        has(true, "cmd.exe /c x", "EXE /C");
        has(false, "É", "é");
        has(true, "aXa a b", "a ");
    }

    /** As a call and as a match with a literal. */
    private void has(boolean expected, String text, String word) {
        gives(expected, Function.HAS, text, word);
        match(expected, text, Expr.Match.Op.HAS, word);
    }

    private void match(boolean expected, String text, Expr.Match.Op op, String word) {
        Expr match = new Expr.Match(literal(text), op, true, List.of(word));
        add(match + " as a literal", match, expected);
    }

    private void wordEdges() {
        gives(true, HAS_CS, "North America", "America");
        gives(false, HAS_CS, "North America", "america");
        gives(false, HAS_CS, "North America", "Amer");
        gives(true, HAS_PREFIX, "North America", "ame");
        gives(false, HAS_PREFIX, "North America", "mer");
        gives(true, HAS_PREFIX, "x_ab", "AB");
        gives(true, HAS_PREFIX_CS, "North America", "Ame");
        gives(false, HAS_PREFIX_CS, "North America", "ame");
        gives(true, HAS_PREFIX_CS, "ab", "");
        gives(true, HAS_SUFFIX, "North America", "ICA");
        gives(false, HAS_SUFFIX, "North America", "ric");
        gives(true, HAS_SUFFIX, "ab", "b");
        gives(true, HAS_SUFFIX_CS, "North America", "rica");
        gives(false, HAS_SUFFIX_CS, "North America", "Rica");
        gives(false, HAS_SUFFIX_CS, "abé", "b");
        match(true, "North America", Expr.Match.Op.HAS_PREFIX, "ame");
        match(false, "North America", Expr.Match.Op.HAS_PREFIX, "mer");
        match(true, "North America", Expr.Match.Op.HAS_SUFFIX, "ica");
        match(false, "North America", Expr.Match.Op.HAS_SUFFIX, "ric");
        add(
                "has one of several",
                new Expr.Match(literal("a-b c"), Expr.Match.Op.HAS, false, List.of("x", "A", "b")),
                true);
        add("has none of none", new Expr.Match(literal("a"), Expr.Match.Op.HAS, false, List.of()), false);
    }

    private void lengths() {
        gives(3, STRLEN, "abc");
        gives(0, STRLEN, "");
        gives(2, STRLEN, "é" + FACE);
        gives(2, STRLEN, "e\u0301");
        gives(3, STRING_SIZE, "abc");
        gives(0, STRING_SIZE, "");
        gives(6, STRING_SIZE, "é" + FACE);
        gives(3, STRING_SIZE, "\u20ac");
        gives("a-b", STRCAT_DELIM, "-", "a", "b");
        gives("--", STRCAT_DELIM, "-", "", "", "");
        gives("ab", STRCAT_DELIM, "", "a", "b");
        gives("a" + FACE + "b", STRCAT_DELIM, FACE, "a", "b");
    }

    private void substrings() {
        gives("23456", SUBSTRING, "123456", 1, Long.MAX_VALUE);
        gives("34", SUBSTRING, "123456", 2, 2);
        gives("56", SUBSTRING, "123456", -2, 2);
        gives("ab", SUBSTRING, "abc", -5, 2);
        gives("", SUBSTRING, "abc", 3, 1);
        gives("", SUBSTRING, "abc", 10, 5);
        gives("", SUBSTRING, "abc", 1, 0);
        gives("", SUBSTRING, "abc", 1, -1);
        gives("bc", SUBSTRING, "abc", 1, 99);
        gives(FACE, SUBSTRING, "a" + FACE + "b", 1, 1);
        gives(FACE + "b", SUBSTRING, "é" + FACE + "b", -2, 5);
        gives("abc", SUBSTRING, "abc", Long.MIN_VALUE, Long.MAX_VALUE);
        gives("", SUBSTRING, "abc", Long.MAX_VALUE, Long.MAX_VALUE);
        gives("", SUBSTRING, "abc", NO_LONG, 1);
        gives("", SUBSTRING, "", 0, 1);
    }

    private void positions() {
        gives(2, INDEX_OF, "abcdefg", "cde", 0, -1, 1);
        gives(2, INDEX_OF, "abcdefg", "cde", 1, 4, 1);
        gives(-1, INDEX_OF, "abcdefg", "cde", 1, 2, 1);
        gives(-1, INDEX_OF, "abcdefg", "cde", 3, 4, 1);
        gives(2, INDEX_OF, "abcdefg", "cde", -5, -1, 1);
        gives(0, INDEX_OF, "abc", "a", -10, -1, 1);
        gives(9, INDEX_OF, "abcdefgabcdefg", "cde", 1, 11, 2);
        gives(9, INDEX_OF, "abcdefgabcdefg", "cde", 1, 10, 2);
        gives(-1, INDEX_OF, "abcdefgabcdefg", "cde", 1, 8, 2);
        gives(-1, INDEX_OF, "aXXaXX", "a", 0, 2, 2);
        gives(3, INDEX_OF, "aXXaXX", "a", 0, 3, 2);
        gives(1, INDEX_OF, "aaa", "aa", 0, -1, 2);
        gives(-1, INDEX_OF, "abc", "C", 0, -1, 1);
        gives(-1, INDEX_OF, "abc", "a", 0, -1, 0);
        gives(null, INDEX_OF, "abc", "c", 0, -2, 1);
        gives(null, INDEX_OF, "abc", "c", 0, -1, -1);
        gives(null, INDEX_OF, "abc", "c", NO_LONG, -1, 1);
        gives(1, INDEX_OF, FACE + "b", "b", 0, -1, 1);
        gives(2, INDEX_OF, "é" + FACE + "b", "b", -1, 1, 1);
        gives(0, INDEX_OF, "abc", "", 0, -1, 1);
        gives(3, INDEX_OF, "abc", "", 0, -1, 4);
        gives(-1, INDEX_OF, "abc", "", 0, -1, 5);
        gives(3, INDEX_OF, "abc", "", 3, -1, 1);
        gives(-1, INDEX_OF, "abc", "", 4, -1, 1);
        gives(1, INDEX_OF, "abc", "", 1, 0, 1);
        gives(-1, INDEX_OF, "abc", "", 1, 0, 2);
        gives(2, INDEX_OF, "abc", "", 1, 1, 2);
        gives(0, INDEX_OF, "", "", 0, -1, 1);
        gives(-1, INDEX_OF, "abc", "a", Long.MAX_VALUE, Long.MAX_VALUE, 1);
        gives(0, INDEX_OF, "abc", "a", Long.MIN_VALUE, Long.MAX_VALUE, 1);
        gives(-1, INDEX_OF, "abc", "a", 0, -1, Long.MAX_VALUE);
        gives(null, INDEX_OF, "abc", "a", 0, Long.MIN_VALUE, 1);
    }

    private void splits() {
        gives("[\"aa\",\"bb\"]", SPLIT, "aa_bb", "_");
        gives("[\"\"]", SPLIT, "", "_");
        gives("[\"a\",\"\",\"b\"]", SPLIT, "a__b", "_");
        gives("[\"\",\"a\"]", SPLIT, "aaa", "aa");
        gives("[\"\",\"\"]", SPLIT, "_", "_");
        gives("[\"abc\"]", SPLIT, "abc", "");
        gives("[\"abc\"]", SPLIT, "abc", "B");
        gives("[\"é\",\"\\\"\"]", SPLIT, "é" + FACE + "\"", FACE);
        gives("[\"bbb\"]", SPLIT, "aaa_bbb_ccc", "_", 1);
        gives("[]", SPLIT, "a_b", "_", 5);
        gives("[]", SPLIT, "a_b", "_", -1);
        gives("[]", SPLIT, "a_b", "_", Long.MAX_VALUE);
        gives(null, SPLIT, "a_b", "_", NO_LONG);
        gives("[\"\"]", SPLIT, "", "", 0);
    }

    private void replacing() {
        gives("abc", REPLACE_STRING, "a.c", ".", "b");
        gives("baa", REPLACE_STRING, "aaaaa", "aaa", "b");
        gives("bcd", REPLACE_STRING, "abcd", "abc", "bc");
        gives("abc", REPLACE_STRING, "abc", "", "x");
        gives("abc", REPLACE_STRING, "abc", "B", "x");
        gives("ac", REPLACE_STRING, "abc", "b", "");
        gives("a\\1c", REPLACE_STRING, "a" + FACE + "c", FACE, "\\1");
        gives("", REPLACE_STRING, "", "", "x");
        gives(3, COUNT_OF, "aaa", "a");
        gives(3, COUNT_OF, "aaaa", "aa");
        gives(2, COUNT_OF, "ababa", "aba");
        gives(0, COUNT_OF, "abc", "");
        gives(0, COUNT_OF, "", "");
        gives(0, COUNT_OF, "abc", "B");
        gives(2, COUNT_OF, FACE + FACE, FACE);
    }

    private void letters() {
        gives("abc", TO_LOWER, "aBC");
        gives("", TO_LOWER, "");
        gives("éßσ", TO_LOWER, "Éß\u03a3");
        gives("i", TO_LOWER, "\u0130");
        gives("i\u0131", TO_LOWER, "I\u0131");
        gives("\uD801\uDC28", TO_LOWER, "\uD801\uDC00");
        gives("k", TO_LOWER, "\u212A");
        gives("ABC", TO_UPPER, "aBc");
        gives("Éß", TO_UPPER, "éß");
        gives("\u0178S\ufb01", TO_UPPER, "\u00ff\u017f\ufb01");
        gives("\uD801\uDC00", TO_UPPER, "\uD801\uDC28");
        gives("II", TO_UPPER, "i\u0131");
        gives("cba", REVERSE, "abc");
        gives("", REVERSE, "");
        gives(FACE + "é", REVERSE, "é" + FACE);
        gives("\u0301e", REVERSE, "e\u0301");
    }

    private void hashes() {
        gives("d41d8cd98f00b204e9800998ecf8427e", HASH_MD5, "");
        gives("900150983cd24fb0d6963f7d28e17f72", HASH_MD5, "abc");
        gives("2a02eac39d716a70ecf37579185927b6", HASH_MD5, FACE);
        gives("da39a3ee5e6b4b0d3255bfef95601890afd80709", HASH_SHA1, "");
        gives("a9993e364706816aba3e25717850c26c9cd0d89d", HASH_SHA1, "abc");
        gives("bf15be717ac1b080b4f1c456692825891ff5073d", HASH_SHA1, "é");
        gives("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", HASH_SHA256, "");
        gives("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", HASH_SHA256, "abc");
        gives("f0443a342c5ef54783a111b51ba56c938e474c32324d90c3a60c9c8e3a37e2d9", HASH_SHA256, FACE);
    }
}
