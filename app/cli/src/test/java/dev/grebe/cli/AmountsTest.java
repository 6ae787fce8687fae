package dev.grebe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1024, 1.0 KiB", "1500000, 1.4 MiB", "9223372036854775807, 8.0 EiB"})
    void bytesHaveThePrefixThatKeepsThemShort(long bytes, String text) {
        assertThat(Amounts.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"420, 0.42 s", "12300, 12.3 s", "185000, 3:05", "3723000, 1:02:03"})
    void timesAreAsExactAsOneCaresFor(long millis, String text) {
        assertThat(Amounts.time(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @Test
    void oneIsSingular() {
        assertThat(Amounts.count(1, "file", "files")).isEqualTo("1 file");
        assertThat(Amounts.count(12_345, "file", "files")).isEqualTo("12,345 files");
    }
}
