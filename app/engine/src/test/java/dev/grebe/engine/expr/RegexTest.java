package dev.grebe.engine.expr;

import static dev.grebe.plan.Expressions.literal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Expressions;
import dev.grebe.plan.Function;
import dev.grebe.plan.PlanException;
import dev.grebe.plan.Type;
import dev.grebe.plugin.LimitException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTest {
    private static final String WAVE = "\ud83d\udc4b";

    @Test
    void setsAreThoseOfUnicode() {
        assertThat(matches("^\\w+$", "caf\u00e9_\u0663\u203f\u0301")).isTrue();
        assertThat(matches("^\\d$", "\u0663")).isTrue();
        assertThat(matches("^\\s$", "\u00a0")).isTrue();
        assertThat(matches("^\\s$", "\u200b")).isFalse();
        assertThat(matches("^\\W$", WAVE)).isTrue();
        assertThat(matches("^\\D\\S$", "\u00e9" + WAVE)).isTrue();
        assertThat(matches("\\W", "caf\u00e9")).isFalse();
    }

    @Test
    void setsAreThoseOfUnicodeInAClassToo() {
        assertThat(matches("^[\\w.]+$", "caf\u00e9.")).isTrue();
        assertThat(matches("^[^\\w]$", "\u00e9")).isFalse();
        assertThat(matches("^[\\W\\d]+$", WAVE + "\u0663 ")).isTrue();
        assertThat(matches("[\\W]", "caf\u00e9")).isFalse();
        assertThat(matches("^[^\\W]+$", "caf\u00e9")).isTrue();
        assertThat(matches("^[\\S]$", "\u00a0")).isFalse();
        assertThat(matches("^[\\D]$", "\u0663")).isFalse();
    }

    @Test
    void setsAreTheSameOnTextThatIsAscii() {
        assertThat(matches("^\\s+$", "\t\n\u000b\f\r ")).isTrue();
        assertThat(matches("^\\w+$", "aZ09_")).isTrue();
        assertThat(matches("[\\W]", "aZ09_")).isFalse();
        assertThat(matches("(?i)[\\W]", "sk")).isFalse();
        assertThat(matches("(?i)\\W", "sk")).isFalse();
        assertThat(matches("^[^\\W\\d]+$", "az_")).isTrue();
        assertThat(matches("[^\\w\\s]", "a b!")).isTrue();
    }

    /** Each character of ASCII, with and without another one that makes the text no ASCII. */
    @ParameterizedTest
    @ValueSource(
            strings = {"\\d", "\\D", "\\w", "\\W", "\\s", "\\S", "[\\d]", "[\\D]", "[\\w]", "[\\W]", "[\\s]", "[\\S]"})
    void bothProgramsAgreeOnAscii(String set) {
        for (char c = 0; c < 128; c++) {
            String text = String.valueOf(c);
            assertThat(matches("^" + set + "\u00e9?$", text + "\u00e9"))
                    .as("%s of %d", set, (int) c)
                    .isEqualTo(matches("^" + set + "$", text));
            assertThat(matches("^(?i)" + set + "$", text)).isEqualTo(matches("^" + set + "$", text));
        }
    }

    @Test
    void escapesThatAreNoSetsStay() {
        assertThat(matches("^\\\\d$", "\\d")).isTrue();
        assertThat(matches("^\\Q\\d\\E+$", "\\d")).isTrue();
        assertThat(matches("^\\p{Lu}{2}\\pL\\x{e9}\\x41$", "AB\u00e9\u00e9A")).isTrue();
        assertThat(matches("^[[:digit:]\\]\\d]+$", "1]")).isTrue();
        assertThat(matches("^[]\\d]+$", "1]")).isTrue();
        assertThat(matches("\\Qa.b", "xa.b")).isTrue();
    }

    @Test
    void pointsStopAtLineFeedsAndMatchWholeCodePoints() {
        assertThat(matches("^.$", WAVE)).isTrue();
        assertThat(matches("a.b", "a\nb")).isFalse();
        assertThat(matches("(?s)a.b", "a\nb")).isTrue();
        assertThat(matches("^b$", "a\nb")).isFalse();
    }

    @Test
    void anyOfSeveralIsEnough() {
        Expr match = new Expr.Match(literal("cmd.exe"), Expr.Match.Op.REGEX, false, List.of("^p", "e$"));

        assertThat(Evaluation.of(match)).isEqualTo(true);
    }

    @Test
    void everyMatchIsReplacedEmptyOnesToo() {
        assertThat(replaced("baac", "a*", "-")).isEqualTo("-b--c-");
        assertThat(replaced(WAVE + "\u00e9", "x*", "-")).isEqualTo("-" + WAVE + "-\u00e9-");
        assertThat(Evaluation.of(Function.COUNT_OF_REGEX, literal("x*"), literal(WAVE)))
                .isEqualTo(2L);
    }

    @Test
    void aRewriteNamesGroupsByTheirDigit() {
        assertThat(replaced("a1\u00e9b2", "(\\w)(\\d)", "<\\2\\1\\0>")).isEqualTo("<1aa1>\u00e9<2bb2>");
        assertThat(replaced("ab", "(a)|(b)", "[\\1\\2\\3\\9]")).isEqualTo("[a][b]");
        assertThat(replaced("a", "a", "\\\\1\\n\\\u00e9\\")).isEqualTo("\\1n\u00e9\\");
    }

    @Test
    void extractGivesTheGroupOfTheFirstMatch() {
        assertThat(extracted("(\\w+)=(\\w*)", 2, "\u00e9=\u00fc, b=c")).isEqualTo("\u00fc");
        assertThat(extracted("(\\w+)=(\\w*)", 0, "\u00e9=\u00fc, b=c")).isEqualTo("\u00e9=\u00fc");
        assertThat(extracted("(a)|(b)", 2, "a")).isEqualTo("");
        assertThat(extracted("(a)", 1, "b")).isEqualTo("");
    }

    @Test
    void extractAllGivesTheGroupsOfEveryMatch() {
        Expr text = literal("a1 " + WAVE + " b");

        assertThat(Evaluation.of(Function.EXTRACT_ALL, literal("([a-z])(\\d)?"), text, literal(2), literal(1)))
                .isEqualTo("[[\"1\",\"a\"],[\"\",\"b\"]]");
        assertThat(Evaluation.of(Function.EXTRACT_ALL, literal("([a-z])(\\d)?"), text, literal(1)))
                .isEqualTo("[\"a\",\"b\"]");
        assertThat(Evaluation.of(Function.EXTRACT_ALL, literal("(z)"), text, literal(1)))
                .isNull();
    }

    @Test
    void trimmingTakesRepeatedMatchesAtTheEnds() {
        assertThat(Evaluation.of(Function.TRIM, literal("a|b"), literal("abxab")))
                .isEqualTo("x");
        assertThat(Evaluation.of(Function.TRIM, literal("a"), literal("aaa"))).isEqualTo("");
        assertThat(Evaluation.of(Function.TRIM_START, literal("\u00e9"), literal("\u00e9\u00e9x\u00e9")))
                .isEqualTo("x\u00e9");
        assertThat(Evaluation.of(Function.TRIM_END, literal("\u00e9"), literal("\u00e9x\u00e9\u00e9")))
                .isEqualTo("\u00e9x");
        assertThat(Evaluation.of(Function.TRIM_END, literal("\\Q."), literal("a...")))
                .isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a)(b | a ) closes nothing",
                "( | missing closing ): '('",
                "a** | invalid nested repetition operator: '**'",
                "[z-a] | invalid character class range: 'z-a'",
                "a\\ | trailing backslash at end of expression",
                "(a{1000}){1000} | with '{1000}' a part is repeated more than 1000 times in all",
                "(?:(?:a{11}b)+c){100} | with '{100}' a part is repeated more than 1000 times in all"
            })
    void whatIsNoRegularExpressionIsRefused(String regex, String problem) {
        assertThatThrownBy(() -> matches(regex, "a"))
                .isInstanceOf(PlanException.class)
                .hasMessageStartingWith("regular expression ")
                .hasMessageEndingWith(": " + problem);
        assertThatThrownBy(() -> ExprCompiler.check(
                        Expressions.call(Function.TRIM, literal(regex), new Expr.Column("x", Type.STRING))))
                .isInstanceOf(PlanException.class);
    }

    @Test
    void programsAreBounded() {
        assertThatThrownBy(() -> matches("a{1000}".repeat(20), "a"))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("more than 10000 instructions");
        assertThatThrownBy(() -> matches("(?:".repeat(300) + "a" + ")*".repeat(300), "a"))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("nested deeper than 200");
    }

    /** re2j 1.8 would look for the cases of U+1C80 for ever. */
    @Test
    @Timeout(60)
    void caseIsIgnoredInWideRanges() {
        assertThat(matches("(?i)^[\\x{100}-\\x{10ffff}]$", "\u00e9")).isFalse();
        assertThat(matches("(?i)^[\u0100-\uffff]+$", "\u0416\u1c7f\u1c89")).isTrue();
        assertThat(matches("(?i)^[\\S]+$", "a\u0416\u20ac")).isTrue();
        assertThat(matches("^[\\S]+$", "\u1c80")).isTrue();
        assertThatThrownBy(() -> matches("a(?i)\u1c80", "a"))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("U+1C80 is not supported where case is ignored");
    }

    @Test
    @Timeout(120)
    void aTextIsNotReadAgainAndAgain() {
        String text = "x".repeat(200_000);

        assertThatThrownBy(() -> Evaluation.of(Function.COUNT_OF_REGEX, literal("x[^y]*y|x"), literal(text)))
                .isInstanceOf(LimitException.class)
                .hasMessageContaining("reads a text of 200000 characters more than 1000 times");
    }

    @Test
    void placesAreBytes() {
        byte[] bytes = ("\u00e9" + WAVE + "a" + WAVE).getBytes(StandardCharsets.UTF_8);
        RegexSearch search = new RegexSearch(RegexProgram.of("(a)(" + WAVE + ")"));
        search.in(bytes, 2, bytes.length);

        assertThat(search.next()).isTrue();
        assertThat(search.start(1)).isEqualTo(6);
        assertThat(search.end(1)).isEqualTo(7);
        assertThat(search.end(2)).isEqualTo(11);
        assertThat(search.next()).isFalse();
    }

    private static boolean matches(String regex, String text) {
        return Boolean.TRUE.equals(Evaluation.of(literal(text).matchesRegex(regex)));
    }

    private static @Nullable Object replaced(String text, String regex, String rewrite) {
        return Evaluation.of(Function.REPLACE_REGEX, literal(text), literal(regex), literal(rewrite));
    }

    private static @Nullable Object extracted(String regex, long group, String text) {
        return Evaluation.of(Function.EXTRACT, literal(regex), literal(group), literal(text));
    }
}
