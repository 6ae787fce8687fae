package dev.grebe.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void nanosecondsAreFloored() {
        assertThat(Ticks.of(Instant.ofEpochSecond(0, 199))).isEqualTo(1);
        assertThat(Ticks.of(Instant.ofEpochSecond(0, -1))).isEqualTo(-1);
        assertThat(Ticks.of(Duration.ofNanos(-1))).isEqualTo(-1);
        assertThat(Ticks.of(Duration.ofNanos(100))).isEqualTo(1);
    }

    @Test
    void instantsComeBack() {
        for (String text :
                new String[] {"1969-12-31T23:59:59.9999999Z", "2020-09-20T12:00:00.1Z", "0001-01-01T00:00:00Z"}) {
            Instant instant = Instant.parse(text);
            assertThat(Ticks.instant(Ticks.of(instant))).isEqualTo(instant);
        }
        assertThat(Ticks.of(Ticks.instant(Long.MIN_VALUE))).isEqualTo(Long.MIN_VALUE);
        assertThat(Ticks.of(Ticks.instant(Long.MAX_VALUE))).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void timesHaveSevenDigits() {
        assertThat(Ticks.format(0)).isEqualTo("1970-01-01T00:00:00.0000000Z");
        assertThat(Ticks.format(-1)).isEqualTo("1969-12-31T23:59:59.9999999Z");
        assertThat(Ticks.format(Ticks.YEAR_ONE)).isEqualTo("0001-01-01T00:00:00.0000000Z");
        assertThat(Ticks.format(Ticks.YEAR_TEN_THOUSAND - 1)).isEqualTo("9999-12-31T23:59:59.9999999Z");
    }

    @Test
    void timesOutsideOfFourDigitYearsHaveASign() {
        assertThat(Ticks.format(Long.MAX_VALUE)).isEqualTo("+31197-09-14T02:48:05.4775807Z");
        assertThat(Ticks.format(Long.MIN_VALUE)).isEqualTo("-27258-04-19T21:11:54.5224192Z");
    }

    @Test
    void spansShowDaysAndFractionsWhereThereAreAny() {
        assertThat(Ticks.formatSpan(0)).isEqualTo("00:00:00");
        assertThat(Ticks.formatSpan(Ticks.of(Duration.ofHours(36)))).isEqualTo("1.12:00:00");
        assertThat(Ticks.formatSpan(1)).isEqualTo("00:00:00.0000001");
        assertThat(Ticks.formatSpan(-Ticks.PER_DAY - 1)).isEqualTo("-1.00:00:00.0000001");
        assertThat(Ticks.formatSpan(Long.MIN_VALUE)).isEqualTo("-10675199.02:48:05.4775808");
        assertThat(Ticks.formatSpan(Long.MAX_VALUE)).isEqualTo("10675199.02:48:05.4775807");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> Ticks.of(Instant.MAX)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Ticks.of(Duration.ofSeconds(Long.MAX_VALUE))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void everyTickMakesAnInstantAndBack() {
        for (long ticks : new long[] {Long.MIN_VALUE + 1, -Ticks.PER_SECOND, -1, 0, 1, Ticks.PER_DAY}) {
            assertThat(Ticks.of(Ticks.instant(ticks))).isEqualTo(ticks);
        }
    }
}
