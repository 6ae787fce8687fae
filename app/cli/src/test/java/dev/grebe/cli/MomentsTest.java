package dev.grebe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
    @ParameterizedTest
    @CsvSource({
        "2020-09-20, 2020-09-20T00:00:00Z",
        "2020-09-20T10:30:01.5Z, 2020-09-20T10:30:01.5Z",
        "2020-09-20T10:30:00+02:00, 2020-09-20T08:30:00Z"
    })
    void timesAreDatesInUtcOrSayTheirZone(String text, Instant time) {
        assertThat(Moments.time(text)).isEqualTo(time);
    }

    @Test
    void whatIsNoTimeIsAnsweredWithExamples() {
        assertThatThrownBy(() -> Moments.time("yesterday"))
                .hasMessage("'yesterday' is no time such as 2020-09-20 or 2020-09-20T10:00:00Z.");
    }

    @Test
    void aTimeWithoutAZoneIsAnsweredWithOne() {
        assertThatThrownBy(() -> Moments.time("2020-09-20T10:30:00"))
                .hasMessageEndingWith("Did you mean '2020-09-20T10:30:00Z'?");
    }

    @ParameterizedTest
    @CsvSource({"90s, PT90S", "15m, PT15M", "24h, PT24H", "7d, P7D"})
    void spansAreANumberAndAUnit(String text, Duration span) {
        assertThat(Moments.span(text)).isEqualTo(span);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "h", "24", "0h", "-1h", "1w", "99999999999d", "1 h", "١d"})
    void whatIsNoSpanIsAnsweredWithExamples(String text) {
        assertThatThrownBy(() -> Moments.span(text))
                .hasMessage("'" + text + "' is no span such as 90s, 15m, 24h or 7d");
    }
}
