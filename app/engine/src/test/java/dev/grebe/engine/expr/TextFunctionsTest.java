package dev.grebe.engine.expr;

import static dev.grebe.plan.Expressions.literal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Expressions;
import dev.grebe.plan.Function;
import dev.grebe.plan.Type;
import dev.grebe.plugin.LimitException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextFunctionsTest {
    private static final String WAVE = "\ud83d\udc4b";

    @Test
    void substringCountsCodePoints() {
        assertThat(of(Function.SUBSTRING, "a" + WAVE + "\u00e9z", 1, 2)).isEqualTo(WAVE + "\u00e9");
        assertThat(of(Function.SUBSTRING, "a" + WAVE + "\u00e9z", -3, 1)).isEqualTo(WAVE);
    }

    @Test
    void substringClampsWhateverItIsAskedFor() {
        assertThat(of(Function.SUBSTRING, "abc", -10, 2)).isEqualTo("ab");
        assertThat(of(Function.SUBSTRING, "abc", 3, 1)).isEqualTo("");
        assertThat(of(Function.SUBSTRING, "abc", 1, -1)).isEqualTo("");
        assertThat(of(Function.SUBSTRING, "abc", 1, Long.MAX_VALUE)).isEqualTo("bc");
        assertThat(of(Function.SUBSTRING, "abc", Long.MIN_VALUE, Long.MAX_VALUE))
                .isEqualTo("abc");
        assertThat(of(Function.SUBSTRING, "abc", Long.MAX_VALUE, Long.MAX_VALUE))
                .isEqualTo("");
    }

    @Test
    void aNullArgumentGivesNoText() {
        Expr nothing = new Expr.Literal(null, Type.LONG);

        assertThat(Evaluation.of(Function.SUBSTRING, literal("abc"), nothing, literal(1)))
                .isEqualTo("");
        assertThat(Evaluation.of(Function.SPLIT, literal("a,b"), literal(","), nothing))
                .isNull();
    }

    @Test
    void indexOfCountsCodePointsAndOverlaps() {
        assertThat(of(Function.INDEX_OF, WAVE + "aaa", "aa", 0, -1, 1)).isEqualTo(1L);
        assertThat(of(Function.INDEX_OF, WAVE + "aaa", "aa", 0, -1, 2)).isEqualTo(2L);
        assertThat(of(Function.INDEX_OF, WAVE + "aaa", "aa", 0, -1, 3)).isEqualTo(-1L);
    }

    @Test
    void theRangeOfIndexOfMovesOnBehindEachOccurrence() {
        assertThat(of(Function.INDEX_OF, "abcabcabc", "abc", 0, 3, 1)).isEqualTo(0L);
        assertThat(of(Function.INDEX_OF, "abcabcabc", "abc", 0, 3, 2)).isEqualTo(-1L);
        assertThat(of(Function.INDEX_OF, "abcabcabc", "abc", 0, 5, 3)).isEqualTo(6L);
        assertThat(of(Function.INDEX_OF, "abcabcabc", "abc", 0, 2, 1)).isEqualTo(-1L);
    }

    @Test
    void emptyTextOccursEverywhereInTheRangeOfIndexOf() {
        assertThat(of(Function.INDEX_OF, "abc", "", 3, -1, 1)).isEqualTo(3L);
        assertThat(of(Function.INDEX_OF, "abc", "", 4, -1, 1)).isEqualTo(-1L);
        assertThat(of(Function.INDEX_OF, "abc", "", 1, 1, 2)).isEqualTo(2L);
        assertThat(of(Function.INDEX_OF, "abc", "", 1, 1, 3)).isEqualTo(-1L);
        assertThat(of(Function.INDEX_OF, "", "", 0, -1, 1)).isEqualTo(0L);
    }

    @Test
    void indexOfRefusesWhatIsNoRangeAndNoOccurrence() {
        assertThat(of(Function.INDEX_OF, "abc", "b", 0, -2, 1)).isNull();
        assertThat(of(Function.INDEX_OF, "abc", "b", 0, -1, -1)).isNull();
        assertThat(of(Function.INDEX_OF, "abc", "b", 0, -1, 0)).isEqualTo(-1L);
        assertThat(of(Function.INDEX_OF, "abc", "b", 0, Long.MAX_VALUE, Long.MAX_VALUE))
                .isEqualTo(-1L);
    }

    @Test
    void splitTakesDelimitersFromLeftToRight() {
        assertThat(of(Function.SPLIT, "aaa", "aa")).isEqualTo("[\"\",\"a\"]");
        assertThat(of(Function.SPLIT, ",", ",")).isEqualTo("[\"\",\"\"]");
        assertThat(of(Function.SPLIT, "", ",")).isEqualTo("[\"\"]");
        assertThat(of(Function.SPLIT, "a,b", "")).isEqualTo("[\"a,b\"]");
    }

    @Test
    void splitWithAnIndexGivesThatPartAlone() {
        assertThat(of(Function.SPLIT, "a,b,c", ",", 1)).isEqualTo("[\"b\"]");
        assertThat(of(Function.SPLIT, "a,b,c", ",", 2)).isEqualTo("[\"c\"]");
        assertThat(of(Function.SPLIT, "a,b,c", ",", 3)).isEqualTo("[]");
        assertThat(of(Function.SPLIT, "a,b,c", ",", -1)).isEqualTo("[]");
        assertThat(of(Function.SPLIT, "a,b,c", "", 0)).isEqualTo("[\"a,b,c\"]");
    }

    @Test
    void partsAreEscapedAsJsonNeedsIt() {
        assertThat(of(Function.SPLIT, "a\"\\\n\u0001\u00e9", ",")).isEqualTo("[\"a\\\"\\\\\\n\\u0001\u00e9\"]");
    }

    @Test
    void replacedTextIsNotLookedAtAgain() {
        assertThat(of(Function.REPLACE_STRING, "aaa", "aa", "a")).isEqualTo("aa");
        assertThat(of(Function.REPLACE_STRING, "abab", "ab", "")).isEqualTo("");
        assertThat(of(Function.REPLACE_STRING, "abc", "", "x")).isEqualTo("abc");
        assertThat(of(Function.REPLACE_STRING, "Abab", "A", "x")).isEqualTo("xbab");
        assertThat(of(Function.REPLACE_STRING, "ababac", "abac", "x")).isEqualTo("abx");
    }

    @Test
    void occurrencesThatAreCountedMayOverlap() {
        assertThat(of(Function.COUNT_OF, "aaaa", "aa")).isEqualTo(3L);
        assertThat(of(Function.COUNT_OF, "aaaa", "")).isEqualTo(0L);
        assertThat(of(Function.COUNT_OF, "abababa", "aba")).isEqualTo(3L);
    }

    @Test
    void caseIsMappedOneCodePointToOne() {
        assertThat(of(Function.TO_UPPER, "stra\u00dfe \u00e9 \ud801\udc28"))
                .isEqualTo("STRA\u00dfE \u00c9 \ud801\udc00");
        assertThat(of(Function.TO_LOWER, "\u03a3\u03a3 \u0130 \u1e9e")).isEqualTo("\u03c3\u03c3 i \u00df");
    }

    @Test
    void textIsReversedByCodePoint() {
        assertThat(of(Function.REVERSE, "a" + WAVE + "\u00e9")).isEqualTo("\u00e9" + WAVE + "a");
    }

    @Test
    void lengthsAreCodePointsAndBytes() {
        assertThat(of(Function.STRLEN, WAVE + "\u00e9\u20aca")).isEqualTo(4L);
        assertThat(of(Function.STRING_SIZE, WAVE + "\u00e9\u20aca")).isEqualTo(10L);
    }

    @Test
    void hashesAreOfTheUtf8() {
        assertThat(of(Function.HASH_MD5, "\u00e9")).isEqualTo("66ddcd97cfdeabb2f6fb8a999b4bc76f");
        assertThat(of(Function.HASH_SHA1, "")).isEqualTo("da39a3ee5e6b4b0d3255bfef95601890afd80709");
        assertThat(of(Function.HASH_SHA256, "abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void elementsAreJoinedAsText() {
        assertThat(dynamic(Function.STRCAT_ARRAY, "[1,\"b\\\"\",null,[2],{\"a\":1.50},true]", literal("|")))
                .isEqualTo("1|b\"||[2]|{\"a\":1.50}|true");
        assertThat(dynamic(Function.STRCAT_ARRAY, "[]", literal("|"))).isEqualTo("");
        assertThat(dynamic(Function.STRCAT_ARRAY, "\"a\"", literal("|"))).isEqualTo("");
    }

    @Test
    void anElementThatTheTextHasIsAWordOfIt() {
        assertThat(has(Function.HAS_ANY, "a.docm", "[\".doc\"]")).isEqualTo(false);
        assertThat(has(Function.HAS_ANY, "pid 42", "[\"x\",42]")).isEqualTo(true);
        assertThat(has(Function.HAS_ANY, "a b", "[]")).isEqualTo(false);
        assertThat(has(Function.HAS_ALL, "a b", "[]")).isEqualTo(true);
        assertThat(has(Function.HAS_ALL, "a b", "[\"A\",\"b\"]")).isEqualTo(true);
        assertThat(has(Function.HAS_ALL, "a b", "[\"A\",\"c\"]")).isEqualTo(false);
        assertThat(has(Function.HAS_ANY_INDEX, "a b", "[\"c\",\"B\",\"a\"]")).isEqualTo(1L);
        assertThat(has(Function.HAS_ANY_INDEX, "a b", "[\"c\"]")).isEqualTo(-1L);
    }

    @Test
    void whatIsNoArrayIsOneOfItself() {
        assertThat(has(Function.HAS_ANY, "a b", "\"b\"")).isEqualTo(true);
        assertThat(has(Function.HAS_ALL, "a b", "\"c\"")).isEqualTo(false);
        assertThat(has(Function.HAS_ANY_INDEX, "a b", "\"b\"")).isEqualTo(-1L);
    }

    @Test
    void nullIsAnEmptyArray() {
        Expr nothing = new Expr.Literal(null, Type.DYNAMIC);

        assertThat(Evaluation.of(Function.HAS_ANY, literal("a"), nothing)).isEqualTo(false);
        assertThat(Evaluation.of(Function.HAS_ALL, literal("a"), nothing)).isEqualTo(true);
        assertThat(Evaluation.of(Function.HAS_ANY_INDEX, literal("a"), nothing)).isNull();
        assertThat(Evaluation.of(Function.IN_ARRAY, literal("a"), nothing)).isEqualTo(false);
    }

    @Test
    void elementsOfInnerArraysCountAtAnyDepth() {
        String deep = "[".repeat(100_000) + "\"A\"" + "]".repeat(100_000);

        assertThat(has(Function.IN_ARRAY, "A", deep)).isEqualTo(true);
        assertThat(has(Function.IN_ARRAY, "a", deep)).isEqualTo(false);
        assertThat(has(Function.IN_ARRAY_IGNORING_CASE, "a", deep)).isEqualTo(true);
        assertThat(has(Function.IN_ARRAY_IGNORING_CASE, "1", "[1,{\"1\":\"1\"}]"))
                .isEqualTo(false);
    }

    @Test
    void growthIsBounded() {
        Expr many = literal("a".repeat(1 << 20));
        Expr long1 = literal("b".repeat(1 << 10));

        assertThatThrownBy(() -> Evaluation.of(Function.REPLACE_STRING, many, literal("a"), long1))
                .isInstanceOf(LimitException.class)
                .hasMessageContaining("256 MiB");
    }

    private static @Nullable Object of(Function function, Object... args) {
        List<Expr> literals = new ArrayList<>();
        Stream.of(args).map(Expressions::literal).forEach(literals::add);
        return Evaluation.of(function, literals.toArray(Expr[]::new));
    }

    private static @Nullable Object has(Function function, String text, String json) {
        return Evaluation.of(function, literal(text), new Expr.Literal(json, Type.DYNAMIC));
    }

    private static @Nullable Object dynamic(Function function, String json, Expr arg) {
        return Evaluation.of(function, new Expr.Literal(json, Type.DYNAMIC), arg);
    }
}
