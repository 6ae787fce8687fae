package dev.grebe.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plan.Ticks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-10-09T08:53:20Z|2025-10-09T08:53:20Z",
                "2025-10-09T10:53:20+02:00|2025-10-09T08:53:20Z",
                "2025-10-09T08:53:20.1234567-0330|2025-10-09T12:23:20.1234567Z",
                "2025-10-09 08:53:20-03|2025-10-09T11:53:20Z"
            })
    void offsetOfAnIsoTimeCountsWhateverTheZoneIs(String text, Instant time) {
        for (TimeText times : new TimeText[] {TimeText.assumingUtc(), TimeText.local(), TimeText.in(BERLIN)}) {
            assertThat(read(times, text)).isEqualTo(time);
            assertThat(times.assumed()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-10-09", "2025-10-09T08:53", "2025-10-09 08:53:20", "2025-10-09T08:53:20.1234567"})
    void isoTimeWithoutOffsetIsUtcAndCounted(String text) {
        TimeText times = TimeText.assumingUtc();

        assertThat(times.read(bytes(text), 0, text.length())).isEqualTo(TimeText.Outcome.TIME);
        assertThat(times.ticks()).isEqualTo(IsoTime.parse(bytes(text), 0, text.length()));
        assertThat(times.assumed()).isEqualTo(1);
    }

    @Test
    void timeWithoutOffsetIsOfTheStatedZone() {
        TimeText times = TimeText.in(BERLIN);

        assertThat(read(times, "2025-07-01T12:00:00")).isEqualTo(Instant.parse("2025-07-01T10:00:00Z"));
        assertThat(read(times, "2025-12-01 12:00")).isEqualTo(Instant.parse("2025-12-01T11:00:00Z"));
        assertThat(read(times, "2025-12-01")).isEqualTo(Instant.parse("2025-11-30T23:00:00Z"));
        assertThat(times.assumed()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10/25/2023, 9:43:21.990 AM|2023-10-25T09:43:21.990Z",
                "10/25/2023, 9:43:21 PM|2023-10-25T21:43:21Z",
                "1/2/2023, 12:00:00.000 AM|2023-01-02T00:00:00Z",
                "1/2/2023, 12:30:00.1234567 PM|2023-01-02T12:30:00.1234567Z",
                "01/02/2023, 01:00:00 AM|2023-01-02T01:00:00Z",
                "2/29/2024, 1:00:00\u202FAM|2024-02-29T01:00:00Z"
            })
    void portalsFormIsRead(String text, Instant time) {
        assertThat(read(TimeText.in(ZoneOffset.UTC), text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1759999999",
                "09/10/2025 08:53",
                "25/10/2023, 9:43:21 AM",
                "2/29/2023, 1:00:00 AM",
                "10/25/2023, 13:43:21 PM",
                "10/25/2023, 0:43:21 AM",
                "10/25/2023, 9:60:21 AM",
                "10/25/2023, 9:43:60 AM",
                "10/25/2023, 9:43:21",
                "10/25/2023, 9:43:21.AM",
                "10/25/2023, 9:43:21. AM",
                "10/25/2023, 9:43:21AM",
                "10/25/2023, 9:43:21 am",
                "10/25/23, 9:43:21 AM",
                "10/25/2023 9:43:21 AM",
                "10/25/2023,",
                "10/25/",
                "10000-01-01T00:00:00Z"
            })
    void allElseIsNoTime(String text) {
        TimeText times = TimeText.in(BERLIN);

        assertThat(times.read(bytes(text), 0, bytes(text).length)).isEqualTo(TimeText.Outcome.NO_TIME);
    }

    @Test
    void localTimeNeedsAZone() {
        String portal = "10/25/2023, 9:43:21.990 AM";

        assertThat(TimeText.assumingUtc().read(bytes(portal), 0, portal.length()))
                .isEqualTo(TimeText.Outcome.ZONE_UNKNOWN);
        assertThat(TimeText.local().read(bytes("2023-10-25 09:43"), 0, 16)).isEqualTo(TimeText.Outcome.ZONE_UNKNOWN);
    }

    @Test
    void hourThatClocksShowTwiceIsTakenTheFirstTimeAndCounted() {
        TimeText times = TimeText.in(BERLIN);

        assertThat(read(times, "2025-10-26T01:59:59")).isEqualTo(Instant.parse("2025-10-25T23:59:59Z"));
        assertThat(times.ambiguous()).isZero();
        assertThat(read(times, "2025-10-26T02:00:00")).isEqualTo(Instant.parse("2025-10-26T00:00:00Z"));
        assertThat(read(times, "2025-10-26T02:59:59")).isEqualTo(Instant.parse("2025-10-26T00:59:59Z"));
        assertThat(times.ambiguous()).isEqualTo(2);
        assertThat(read(times, "2025-10-26T03:00:00")).isEqualTo(Instant.parse("2025-10-26T02:00:00Z"));
    }

    @Test
    void hourThatClocksSkipIsNoTime() {
        TimeText times = TimeText.in(BERLIN);

        assertThat(read(times, "2025-03-30T01:59:59")).isEqualTo(Instant.parse("2025-03-30T00:59:59Z"));
        assertThat(times.read(bytes("2025-03-30T02:30:00"), 0, 19)).isEqualTo(TimeText.Outcome.SKIPPED);
        assertThat(read(times, "2025-03-30T03:00:00")).isEqualTo(Instant.parse("2025-03-30T01:00:00Z"));
    }

    @Test
    void offsetsAreThoseOfTheZoneInAnyOrder() {
        Random random = new Random(3);
        for (String zone : new String[] {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"}) {
            TimeText times = TimeText.in(ZoneId.of(zone));
            for (int i = 0; i < 2_000; i++) {
                LocalDateTime local = LocalDateTime.ofEpochSecond(random.nextInt(2_000_000_000), 0, ZoneOffset.UTC);
                String text = local.toString();
                boolean isTime = times.read(bytes(text), 0, text.length()) == TimeText.Outcome.TIME;
                assertThat(isTime)
                        .isEqualTo(!ZoneId.of(zone)
                                .getRules()
                                .getValidOffsets(local)
                                .isEmpty());
                if (isTime) {
                    assertThat(Ticks.instant(times.ticks()))
                            .isEqualTo(local.atZone(ZoneId.of(zone)).toInstant());
                }
            }
        }
    }

    @Test
    void yearsBeyondNineThousandIsNoTimeAfterTheOffset() {
        TimeText times = TimeText.in(ZoneOffset.ofHours(-5));

        assertThat(times.read(bytes("9999-12-31T23:00:00"), 0, 19)).isEqualTo(TimeText.Outcome.NO_TIME);
    }

    private static Instant read(TimeText times, String text) {
        byte[] padded = bytes("1" + text + "1");
        assertThat(times.read(padded, 1, padded.length - 2)).as(text).isEqualTo(TimeText.Outcome.TIME);
        return Ticks.instant(times.ticks());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
