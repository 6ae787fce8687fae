package dev.grebe.engine.expr;

import static dev.grebe.plan.Expressions.literal;
import static dev.grebe.plan.Function.ADD;
import static dev.grebe.plan.Function.BIN;
import static dev.grebe.plan.Function.SUBTRACT;
import static dev.grebe.plan.Function.TO_DOUBLE;
import static dev.grebe.plan.Function.TO_LONG;
import static dev.grebe.plan.Type.DOUBLE;
import static dev.grebe.plan.Type.DURATION;
import static dev.grebe.plan.Type.LONG;
import static dev.grebe.plan.Type.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Expressions;
import dev.grebe.plan.Function;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ArithmeticTest {
    @Test
    void wholeNumbersThatDoNotFitAreNull() {
        long most = Long.MAX_VALUE;
        long least = Long.MIN_VALUE;

        assertThat(value(ADD, LONG, 2L, 3L)).isEqualTo(5L);
        assertThat(value(ADD, LONG, most, 1L)).isNull();
        assertThat(value(ADD, LONG, least, -1L)).isNull();
        assertThat(value(ADD, LONG, most, least)).isEqualTo(-1L);
        assertThat(value(SUBTRACT, LONG, 2L, 3L)).isEqualTo(-1L);
        assertThat(value(SUBTRACT, LONG, least, 1L)).isNull();
        assertThat(value(SUBTRACT, LONG, 0L, least)).isNull();
        assertThat(value(SUBTRACT, DURATION, most, -1L)).isNull();
        assertThat(value(SUBTRACT, LONG, -1L, least)).isEqualTo(most);
    }

    @Test
    void timesAndSpans() {
        Expr noon = time("2020-01-01T12:00:00Z");
        Expr hour = literal(Duration.ofHours(1));

        assertThat(Evaluation.of(ADD, noon, hour)).isEqualTo(ticks("2020-01-01T13:00:00Z"));
        assertThat(Evaluation.of(ADD, hour, noon)).isEqualTo(ticks("2020-01-01T13:00:00Z"));
        assertThat(Evaluation.of(SUBTRACT, noon, hour)).isEqualTo(ticks("2020-01-01T11:00:00Z"));
        assertThat(Evaluation.of(SUBTRACT, noon, time("2020-01-01T00:00:00Z")))
                .isEqualTo(12 * 3_600 * Ticks.PER_SECOND);
    }

    @Test
    void timesOutsideOfTheYearsOneTo9999AreNull() {
        Expr tick = new Expr.Literal(1L, DURATION);
        Expr last = new Expr.Literal(Ticks.YEAR_TEN_THOUSAND - 1, TIMESTAMP);
        Expr first = new Expr.Literal(Ticks.YEAR_ONE, TIMESTAMP);

        assertThat(Evaluation.of(ADD, last, tick)).isNull();
        assertThat(Evaluation.of(SUBTRACT, last, tick)).isEqualTo(Ticks.YEAR_TEN_THOUSAND - 2);
        assertThat(Evaluation.of(SUBTRACT, first, tick)).isNull();
        assertThat(Evaluation.of(ADD, first, tick)).isEqualTo(Ticks.YEAR_ONE + 1);
        assertThat(Evaluation.of(ADD, last, new Expr.Literal(Long.MAX_VALUE, DURATION)))
                .isNull();
        assertThat(Evaluation.of(SUBTRACT, first, new Expr.Literal(Long.MAX_VALUE, DURATION)))
                .isNull();
        assertThat(Evaluation.of(BIN, new Expr.Literal(Ticks.YEAR_ONE - 1, TIMESTAMP), tick))
                .isNull();
        assertThat(Evaluation.of(BIN, new Expr.Literal(Ticks.YEAR_TEN_THOUSAND, TIMESTAMP), tick))
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = Function.class,
            names = {"ADD", "SUBTRACT", "BIN", "LESS", "GREATER_OR_EQUAL"})
    void nullOnEitherSideGivesNull(Function function) {
        for (Type type : new Type[] {LONG, DOUBLE, DURATION}) {
            Object one = type == DOUBLE ? (Object) 1.0 : (Object) 1L;

            assertThat(value(function, type, null, one)).isNull();
            assertThat(value(function, type, one, null)).isNull();
            assertThat(value(function, type, null, null)).isNull();
        }
    }

    @Test
    void oneRowThatDoesNotFitLeavesTheOthersAsTheyAre() {
        ArrayBatch batch = ArrayBatch.of(LONG, 1L, Long.MAX_VALUE, null, -5L);

        assertThat(Evaluation.of(Expressions.whole("x").plus(1), batch)).isEqualTo(Arrays.asList(2L, null, null, -4L));
    }

    @ParameterizedTest
    @CsvSource({
        "7,2,6",
        "6,2,6",
        "-7,2,-8",
        "0,5,0",
        "7,-2,",
        "7,0,",
        "-9223372036854775808,3,",
        "9223372036854775807,10,9223372036854775800"
    })
    void binOfWholeNumbersGoesDown(long value, long size, Long expected) {
        assertThat(value(BIN, LONG, value, size)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "4.5,1,4.0",
        "2.15,1,2.0",
        "-4.5,1,-5.0",
        "5,2.5,5.0",
        "5,0,",
        "5,-1,",
        "NaN,1,NaN",
        "1,NaN,NaN",
        "1,Infinity,NaN",
        "-1,Infinity,NaN",
        "Infinity,2,Infinity",
        "-0.0,1,-0.0"
    })
    void binOfDoublesIsIeee(double value, double size, Double expected) {
        assertThat(value(BIN, DOUBLE, value, size)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-09-20T16:16:56.597Z,PT1M,2020-09-20T16:16:00Z",
        "2020-09-20T16:16:56.597Z,PT1H,2020-09-20T16:00:00Z",
        "2020-09-20T16:16:56.019Z,PT5S,2020-09-20T16:16:55Z",
        "1969-12-31T23:59:59.9Z,PT1S,1969-12-31T23:59:59Z",
        "1970-05-11T13:45:07Z,P1D,1970-05-11T00:00:00Z",
        "2020-09-23T00:00:00Z,P7D,2020-09-21T00:00:00Z",
        "2020-01-01T00:00:00Z,PT0S,",
        "2020-01-01T00:00:00Z,-P1D,",
        "0001-01-03T00:00:00Z,P7000D,0001-01-01T00:00:00Z"
    })
    void binOfTimesCountsFromYearOne(String time, Duration size, Instant expected) {
        assertThat(Evaluation.of(BIN, time(time), literal(size)))
                .isEqualTo(expected == null ? null : Ticks.of(expected));
    }

    @Test
    void binOfSpans() {
        assertThat(value(BIN, DURATION, -36_000_000_000L, Ticks.PER_DAY)).isEqualTo(-Ticks.PER_DAY);
        assertThat(value(BIN, DURATION, 26 * 36_000_000_000L, Ticks.PER_DAY)).isEqualTo(Ticks.PER_DAY);
    }

    @Test
    void sumsOfDoublesAreIeee() {
        assertThat(value(ADD, DOUBLE, 0.1, 0.2)).isEqualTo(0.1 + 0.2);
        assertThat(value(SUBTRACT, DOUBLE, -0.0, 0.0)).isEqualTo(-0.0);
        assertThat(value(SUBTRACT, DOUBLE, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY))
                .isEqualTo(Double.NaN);
        assertThat(value(ADD, DOUBLE, Double.MAX_VALUE, Double.MAX_VALUE)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void conversions() {
        assertThat(Evaluation.of(TO_LONG, literal(true))).isEqualTo(1L);
        assertThat(Evaluation.of(TO_LONG, literal(false))).isEqualTo(0L);
        assertThat(Evaluation.of(TO_LONG, Evaluation.nothing(Type.BOOL))).isNull();
        assertThat(Evaluation.of(TO_DOUBLE, literal(Long.MAX_VALUE))).isEqualTo(0x1p63);
        assertThat(Evaluation.of(TO_DOUBLE, Evaluation.nothing(LONG))).isNull();
    }

    private static Object value(Function function, Type type, Object left, Object right) {
        return Evaluation.of(function, new Expr.Literal(left, type), new Expr.Literal(right, type));
    }

    private static Expr time(String iso) {
        return Evaluation.time(iso);
    }

    private static long ticks(String iso) {
        return Ticks.of(Instant.parse(iso));
    }
}
