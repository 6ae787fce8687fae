package dev.grebe.sources.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plan.Ticks;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2020-09-20T19:45:37.1234567Z, 2020-09-20T19:45:37.1234567Z",
        "2020-09-20T19:45:37Z, 2020-09-20T19:45:37.0000000Z",
        "2020-09-20T19:45:37, 2020-09-20T19:45:37.0000000Z",
        "2020-09-20 19:45:37.5, 2020-09-20T19:45:37.5000000Z",
        "2020-09-20T19:45, 2020-09-20T19:45:00.0000000Z",
        "2020-09-20, 2020-09-20T00:00:00.0000000Z",
        "2020-09-20T19:45:37.123456789123Z, 2020-09-20T19:45:37.1234567Z",
        "2020-09-20T01:45:37+02:00, 2020-09-19T23:45:37.0000000Z",
        "2020-09-20T01:45:37-0530, 2020-09-20T07:15:37.0000000Z",
        "2020-09-20T01:45:37.1+01, 2020-09-20T00:45:37.1000000Z",
        "1969-12-31T23:59:59.9999999Z, 1969-12-31T23:59:59.9999999Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00.0000000Z",
        "9999-12-31T23:59:59.9999999Z, 9999-12-31T23:59:59.9999999Z",
        "2024-02-29t00:00:00z, 2024-02-29T00:00:00.0000000Z",
    })
    void timeIsReadToTheTick(String text, String expected) {
        assertThat(Ticks.format(parse(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2020",
                "2020-13-01",
                "2023-02-29",
                "2020-09-20T",
                "2020-09-20T24:00:00",
                "2020-09-20T1:00",
                "2020-09-20T19:45:37.",
                "2020-09-20T19:45:60Z",
                "2020-09-20T19:45:37ZZ",
                "2020-09-20T19:45:37+",
                "0000-01-01",
                "0001-01-01T00:00:00+01:00",
                "9999-12-31T23:59:59-01:00",
                "2020-09-20X19:45:37",
                " 2020-09-20",
                "٢٠٢٠-٠٩-٢٠"
            })
    void whatIsNoTimeIsBad(String text) {
        assertThat(parse(text)).isEqualTo(Times.BAD);
    }

    private static long parse(String text) {
        byte[] bytes = ("#" + text + "9").getBytes(StandardCharsets.UTF_8);
        return IsoTime.parse(bytes, 1, bytes.length - 2);
    }
}
