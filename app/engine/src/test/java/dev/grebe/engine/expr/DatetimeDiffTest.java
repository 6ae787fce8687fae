package dev.grebe.engine.expr;

import static dev.grebe.plan.Function.DATETIME_DIFF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Expressions;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatetimeDiffTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            year,        2017-01-01T00:00:00Z,         2000-12-31T00:00:00Z,         17
            quarter,     2017-07-01T00:00:00Z,         2017-03-30T00:00:00Z,         2
            month,       2017-01-01T00:00:00Z,         2015-12-30T00:00:00Z,         13
            week,        2017-10-29T00:00:00Z,         2017-09-30T23:59:00Z,         5
            day,         2017-10-29T00:00:00Z,         2017-09-30T23:59:00Z,         29
            hour,        2017-10-31T01:00:00Z,         2017-10-30T23:59:00Z,         2
            minute,      2017-10-30T23:05:01Z,         2017-10-30T23:00:59Z,         5
            second,      2017-10-30T23:00:10.100Z,     2017-10-30T23:00:00.900Z,     10
            millisecond, 2017-10-30T23:00:00.200100Z,  2017-10-30T23:00:00.100900Z,  100
            microsecond, 2017-10-30T23:00:00.1009001Z, 2017-10-30T23:00:00.1008009Z, 100
            nanosecond,  2017-10-30T23:00:00Z,         2017-10-30T23:00:00.0000007Z, -700
            """)
    void documentedExample(String period, String later, String earlier, long expected) {
        assertThat(diff(period, later, earlier)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Second, 2020-09-20T12:00:00.9Z,   2020-09-20T12:00:00.1Z,           0
            second, 2020-09-20T12:00:00.9Z,   2020-09-20T12:00:01.1Z,           -1
            second, 2020-09-20T12:00:10.9Z,   2020-09-20T12:00:00.0Z,           10
            second, 2020-09-20T12:00:11.4Z,   2020-09-20T12:00:00.5Z,           11
            SECOND, 2020-09-20T12:00:11.000Z, 2020-09-20T12:00:00.999Z,         11
            second, 2020-09-20T12:01:00.999Z, 2020-09-20T12:00:00.0Z,           60
            second, 2020-09-20T12:01:01.001Z, 2020-09-20T12:00:00.999Z,         61
            second, 1969-12-31T23:59:59.5Z,   1970-01-01T00:00:00.5Z,           -1
            minute, 2020-01-01T00:01:00Z,     2020-01-01T00:00:59.9999999Z,     1
            hour,   2020-01-01T01:59:59Z,     2020-01-01T01:00:00Z,             0
            day,    2020-01-02T00:00:00Z,     2020-01-01T23:59:59.9999999Z,     1
            day,    2020-04-30T05:00:00Z,     2020-03-01T08:00:00Z,             60
            week,   2020-01-05T00:00:00Z,     2020-01-04T23:59:00Z,             1
            week,   2020-01-11T23:59:00Z,     2020-01-05T00:00:00Z,             0
            month,  2020-02-01T00:00:00Z,     2020-01-31T23:59:00Z,             1
            month,  2020-01-31T00:00:00Z,     2020-01-01T00:00:00Z,             0
            quarter, 2020-04-01T00:00:00Z,    2020-03-31T00:00:00Z,             1
            year,   2020-12-31T00:00:00Z,     2020-01-01T00:00:00Z,             0
            year,   2020-01-01T00:00:00Z,     2021-12-31T00:00:00Z,             -1
            """)
    void boundariesAreCountedNotTimeElapsed(String period, String later, String earlier, long expected) {
        assertThat(diff(period, later, earlier)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"second", "year", "week", "nanosecond"})
    void nullOnEitherSideGivesNull(String period) {
        Expr name = Expressions.literal(period);
        Expr time = Evaluation.time("2020-01-01T00:00:00Z");
        Expr nothing = Evaluation.nothing(Type.TIMESTAMP);

        assertThat(Evaluation.of(DATETIME_DIFF, name, time, nothing)).isNull();
        assertThat(Evaluation.of(DATETIME_DIFF, name, nothing, time)).isNull();
    }

    @Test
    void nanosecondsThatDoNotFitGiveNull() {
        Expr nanosecond = Expressions.literal("nanosecond");
        Expr[] extremes = {ticks(Long.MAX_VALUE), ticks(Long.MIN_VALUE)};

        assertThat(Evaluation.of(DATETIME_DIFF, nanosecond, extremes[0], extremes[1]))
                .isNull();
        assertThat(Evaluation.of(DATETIME_DIFF, nanosecond, extremes[1], extremes[0]))
                .isNull();
        assertThat(Evaluation.of(DATETIME_DIFF, nanosecond, ticks(Long.MAX_VALUE / 100), ticks(0)))
                .isEqualTo(Long.MAX_VALUE / 100 * 100);
        assertThat(Evaluation.of(DATETIME_DIFF, nanosecond, ticks(Long.MAX_VALUE / 100 + 1), ticks(0)))
                .isNull();
    }

    @Test
    void calendarAgreesWithTheJdkOnRandomTimes() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            long ticks = i % 4 == 0 ? random.nextLong() : random.nextLong() % (4_000 * 365 * Ticks.PER_DAY);
            LocalDate date = LocalDate.ofInstant(Ticks.instant(ticks), ZoneOffset.UTC);

            assertThat(Calendar.year(ticks)).isEqualTo(date.getYear());
            assertThat(Calendar.month(ticks)).isEqualTo(date.getMonthValue());
            assertThat(Calendar.day(ticks)).isEqualTo(date.getDayOfMonth());
            assertThat(Calendar.weeks(ticks))
                    .isEqualTo(Math.floorDiv(ChronoUnit.DAYS.between(LocalDate.of(1969, 12, 28), date), 7));
        }
    }

    private static Expr ticks(long ticks) {
        return new Expr.Literal(ticks, Type.TIMESTAMP);
    }

    private static Object diff(String period, String later, String earlier) {
        return Evaluation.of(
                DATETIME_DIFF,
                Expressions.literal(period),
                new Expr.Literal(Ticks.of(Instant.parse(later)), Type.TIMESTAMP),
                new Expr.Literal(Ticks.of(Instant.parse(earlier)), Type.TIMESTAMP));
    }
}
