package dev.grebe.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.grebe.plan.Ticks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2020-09-20T12:34:56Z, 2020-09-20T12:34:56.0000000Z",
        "2020-09-20t12:34:56z, 2020-09-20T12:34:56.0000000Z",
        "2020-09-20 12:34:56, 2020-09-20T12:34:56.0000000Z",
        "2020-09-20T12:34, 2020-09-20T12:34:00.0000000Z",
        "2020-09-20, 2020-09-20T00:00:00.0000000Z",
        "2020-09-20T12:34:56.1Z, 2020-09-20T12:34:56.1000000Z",
        "'2020-09-20T12:34:56,123Z', 2020-09-20T12:34:56.1230000Z",
        "2020-09-20T12:34:56.1234567Z, 2020-09-20T12:34:56.1234567Z",
        "2020-09-20T12:34:56.12345678901234Z, 2020-09-20T12:34:56.1234567Z",
        "1969-12-31T23:59:59.999999999Z, 1969-12-31T23:59:59.9999999Z",
        "2020-09-20T12:34:56+02:00, 2020-09-20T10:34:56.0000000Z",
        "2020-09-20T12:34:56.5-0530, 2020-09-20T18:04:56.5000000Z",
        "2020-09-20T00:30+01, 2020-09-19T23:30:00.0000000Z",
        "2020-02-29T00:00:00Z, 2020-02-29T00:00:00.0000000Z",
        "2000-02-29T00:00:00Z, 2000-02-29T00:00:00.0000000Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00.0000000Z",
        "9999-12-31T23:59:59.9999999Z, 9999-12-31T23:59:59.9999999Z"
    })
    void timesAreTicks(String text, String expected) {
        assertThat(Ticks.format(parse(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2020",
                "yesterday",
                "٢٠٢٠-٠٩-٢٠",
                "2020-9-20",
                "20200920",
                "2020/09/20",
                "20.09.2020",
                "1600605296",
                "1600605296000",
                "2020-00-10",
                "2020-13-01",
                "2020-04-31",
                "2019-02-29",
                "1900-02-29",
                "0000-01-01",
                "2020-09-20T",
                "2020-09-20X12:34:56",
                "2020-09-20T1:00",
                "2020-09-20T12",
                "2020-09-20T1234",
                "2020-09-20T24:00:00Z",
                "2020-09-20T23:60:00Z",
                "2020-09-20T23:59:60Z",
                "2020-09-20T12:34:",
                "2020-09-20T12:34:5",
                "2020-09-20T12:34:56.Z",
                "2020-09-20T12:34:56ZZ",
                "2020-09-20T12:34:56 Z",
                "2020-09-20T12:34:56+",
                "2020-09-20T12:34:56+2",
                "2020-09-20T12:34:56+02:0",
                "2020-09-20T12:34:56+02:60",
                "2020-09-20T12:34:56+18:01",
                "2020-09-20T12:34:56Europe/Berlin",
                "0001-01-01T00:00:00+00:01",
                "9999-12-31T23:59:59-00:01",
                " 2020-09-20T12:34:56Z",
                "2020-09-20T12:34:56Z ",
                "-020-09-20T12:34:56Z"
            })
    void otherTextIsNoTime(String text) {
        assertThat(parse(text)).isEqualTo(IsoTime.NONE);
    }

    @Test
    void bytesBeforeAndBehindAreNotRead() {
        byte[] bytes = "9992020-09-20T12:34:56.789".getBytes(StandardCharsets.UTF_8);

        assertThat(IsoTime.parse(bytes, 3, 19)).isEqualTo(Ticks.of(Instant.parse("2020-09-20T12:34:56Z")));
    }

    @Test
    void everyDayAgreesWithTheCalendar() {
        long ticks = Ticks.YEAR_ONE;
        for (LocalDate day = LocalDate.of(1, 1, 1); day.getYear() <= 9999; day = day.plusDays(1)) {
            if (parse(day.toString()) != ticks) {
                fail("%s is %d", day, ticks);
            }
            ticks += Ticks.PER_DAY;
        }
        assertThat(ticks).isEqualTo(Ticks.YEAR_TEN_THOUSAND);
    }

    @Test
    void randomTimesAgreeWithTheLibrary() {
        Random random = new Random(20200920);
        for (int i = 0; i < 20_000; i++) {
            Instant instant = Instant.ofEpochSecond(
                    random.nextLong(-62_000_000_000L, 253_000_000_000L), random.nextInt(1_000_000_000));
            OffsetDateTime time = instant.atOffset(ZoneOffset.ofTotalSeconds(60 * random.nextInt(-1080, 1081)));
            assertThat(parse(time.toString())).as(time.toString()).isEqualTo(Ticks.of(instant));
        }
    }

    private static long parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return IsoTime.parse(bytes, 0, bytes.length);
    }
}
