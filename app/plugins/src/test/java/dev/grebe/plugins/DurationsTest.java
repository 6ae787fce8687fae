package dev.grebe.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "10s, PT10S, 10s",
        "-5s, PT-5S, -5s",
        "1h30m, PT1H30M, 1h30m",
        "90m, PT1H30M, 1h30m",
        "2d, PT48H, 2d",
        "1.5s, PT1.5S, 1s500ms",
        "250ms, PT0.25S, 250ms",
        "7us, PT0.000007S, 7us",
        "100ns, PT0.0000001S, 100ns",
        "-1h30m, PT-1H-30M, -1h30m",
        "0s, PT0S, 0s",
        "PT10S, PT10S, 10s",
        "P1DT2H, PT26H, 1d2h"
    })
    void aDurationIsReadAndWrittenBack(String text, Duration duration, String written) {
        assertThat(Durations.parse(text)).contains(duration);
        assertThat(Durations.format(duration)).isEqualTo(written);
        assertThat(Durations.parse(written)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "10", "s", "10 s", "10x", "1h30", "--5s", "1..5s", "9999999999d", "P", "1s.", "0.5ns"})
    void whatIsNoDurationIsRefused(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }
}
