package dev.grebe.engine.expr;

import static dev.grebe.plan.Expressions.literal;
import static dev.grebe.plan.Expressions.strcat;
import static dev.grebe.plan.Expressions.text;
import static dev.grebe.plan.Expressions.whole;
import static dev.grebe.plan.Function.IS_NULL;
import static dev.grebe.plan.Function.TO_STRING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.engine.expr.ArrayBatch.Form;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ToTextTest {
    @ParameterizedTest
    @CsvSource({
        "5,5.0",
        "0,0.0",
        "-0.0,-0.0",
        "0.1,0.1",
        "123.45,123.45",
        "-2.5,-2.5",
        "NaN,NaN",
        "Infinity,+inf",
        "-Infinity,-inf",
        "1e15,1e15",
        "-1.5e300,-1.5e300",
        "1e-5,0.00001",
        "9.5e-6,9.5e-6",
        "1e-7,1e-7",
        "123456789012345,123456789012345.0",
        "999999999999999.9,999999999999999.9",
        "4.9e-324,5e-324",
        "1.7976931348623157e308,1.7976931348623157e308",
        "2e-3,0.002",
        "2e23,2e23",
        "9007199254740993,9.007199254740992e15"
    })
    void doublesAreTheShortestDigitsThatReadBack(double value, String expected) {
        assertThat(tostring(literal(value))).isEqualTo(expected);
    }

    /** The digits of Double.toString of older JDKs are longer. */
    @ParameterizedTest
    @CsvSource({"0x1p-44,5.684341886080802e-14", "0x1.0p-1074,5e-324", "2.2250738585072014E-308,2.2250738585072014e-308"
    })
    void doublesAreAsShortOnEveryJdk(String value, String expected) {
        assertThat(tostring(literal(Double.parseDouble(value)))).isEqualTo(expected);
    }

    @Test
    void noDecimalOfOneDigitLessReadsBack() {
        Random random = new Random(3);
        for (int i = 0; i < 3_000; i++) {
            double value = i % 3 == 0
                    ? Math.scalb(1.0, random.nextInt(2_098) - 1_074)
                    : Math.abs(Double.longBitsToDouble(random.nextLong()));
            if (!Double.isNaN(value) && !Double.isInfinite(value)) {
                String written = tostring(literal(value));
                BigDecimal decimal = new BigDecimal(written).stripTrailingZeros();

                assertThat(Double.parseDouble(written)).isEqualTo(value);
                assertThat(anyReadsBack(decimal.precision() - 1, value))
                        .as(written)
                        .isFalse();
            }
        }
    }

    private static boolean anyReadsBack(int digits, double value) {
        if (digits == 0) {
            return false;
        }
        BigDecimal exact = new BigDecimal(value);
        return Arrays.stream(new RoundingMode[] {RoundingMode.UP, RoundingMode.DOWN})
                .anyMatch(mode -> exact.round(new MathContext(digits, mode)).doubleValue() == value);
    }

    @Test
    void timesAndSpansAreWrittenAsThePlanWritesThem() {
        Random random = new Random(4);
        for (int i = 0; i < 2_000; i++) {
            long ticks = i % 3 == 0 ? random.nextLong() : random.nextLong() % Ticks.YEAR_TEN_THOUSAND;

            assertThat(tostring(new Expr.Literal(ticks, Type.TIMESTAMP))).isEqualTo(Ticks.format(ticks));
            assertThat(tostring(new Expr.Literal(ticks, Type.DURATION))).isEqualTo(Ticks.formatSpan(ticks));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,00:00:00",
        "1,00:00:00.0000001",
        "-432000000000,-12:00:00",
        "1296000000000,1.12:00:00",
        "1314551230000,1.12:30:55.1230000",
        "9223372036854775807,10675199.02:48:05.4775807",
        "-9223372036854775808,-10675199.02:48:05.4775808"
    })
    void spans(long ticks, String expected) {
        assertThat(tostring(new Expr.Literal(ticks, Type.DURATION))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0", "7", "-5", "10", "-100", "9223372036854775807", "-9223372036854775808"})
    void wholeNumbersAreDecimal(long value) {
        assertThat(tostring(literal(value))).isEqualTo(Long.toString(value));
    }

    @Test
    void truthValues() {
        assertThat(tostring(literal(true))).isEqualTo("true");
        assertThat(tostring(literal(false))).isEqualTo("false");
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void nullIsEmptyTextAndNothingElseIsNull(Type type) {
        if (type != Type.STRING) {
            assertThat(tostring(Evaluation.nothing(type))).isEqualTo("");
            assertThat(Evaluation.of(IS_NULL, Evaluation.nothing(type))).isEqualTo(true);
        }
        assertThat(Evaluation.of(IS_NULL, literal(""))).isEqualTo(false);
        assertThat(Evaluation.of(IS_NULL, literal(0))).isEqualTo(false);
        assertThat(Evaluation.of(IS_NULL, json("[]"))).isEqualTo(false);
    }

    @Test
    void jsonStringsAreBareAndAllElseIsAsItIsWritten() {
        assertThat(tostring(json("\"a\""))).isEqualTo("a");
        assertThat(tostring(json("\"\""))).isEqualTo("");
        assertThat(tostring(json("[1,\"a\",null]"))).isEqualTo("[1,\"a\",null]");
        assertThat(tostring(json("{\"a\":1.50}"))).isEqualTo("{\"a\":1.50}");
        assertThat(tostring(json("118.0"))).isEqualTo("118.0");
        assertThat(tostring(json("\"c:\\\\x \\\"q\\\" \\/ \\b\\f\\n\\r\\t\""))).isEqualTo("c:\\x \"q\" / \b\f\n\r\t");
        assertThat(tostring(json("\"\\u0041\\u00e9\\u20AC\\ud83d\\ude00 \u00e9\"")))
                .isEqualTo("A\u00e9\u20ac\ud83d\ude00 \u00e9");
        assertThat(tostring(json("\"\\ud83dx\\ude00\\ud83d\\u0041\\ud83d\""))).isEqualTo("\ufffdx\ufffd\ufffdA\ufffd");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void textsAreJoinedAndNullIsEmpty(Form form) {
        ArrayBatch batch = new ArrayBatch(3)
                .with("host", Type.STRING, form, List.of("10.0.0.5", "", "\u00e9"))
                .with("port", Type.LONG, form, Arrays.asList(49_726L, null, -1L));

        assertThat(Evaluation.of(strcat(text("host"), ":", whole("port"), " ()"), batch))
                .containsExactly("10.0.0.5:49726 ()", ": ()", "\u00e9:-1 ()");
        assertThat(Evaluation.of(strcat(text("host")), batch)).containsExactly("10.0.0.5", "", "\u00e9");
        assertThat(Evaluation.of(strcat("a", 1, 2.5, true), batch)).containsOnly("a12.5true");
    }

    @Test
    void textGrowsBeyondItsFirstBuffer() {
        ArrayBatch batch = ArrayBatch.of(Type.STRING, "x".repeat(1_000), "y".repeat(5_000));

        assertThat(Evaluation.of(strcat(text("x"), text("x")), batch))
                .containsExactly("x".repeat(2_000), "y".repeat(10_000));
    }

    private static String tostring(Expr literal) {
        return (String) Evaluation.of(TO_STRING, literal);
    }

    private static Expr json(String json) {
        return new Expr.Literal(json, Type.DYNAMIC);
    }
}
