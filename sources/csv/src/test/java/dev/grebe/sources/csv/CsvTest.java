package dev.grebe.sources.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plan.Schema;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.SettingException;
import dev.grebe.storage.FileStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @TempDir
    Path base;

    @Test
    void columnsAreReadByHeaderWithTheirTypes() throws IOException {
        write("""
                S,L,D,B,T,U,Y
                x,7,1.5,True,2020-09-20T00:00:00Z,00:00:01,"{""a"": \\1}"
                ,,,,,,
                "","","","","","",""
                "q","-7",NaN,0,,,plain
                """);
        Schema columns = Schema.of(
                "Y",
                Type.DYNAMIC,
                "U",
                Type.DURATION,
                "T",
                Type.TIMESTAMP,
                "B",
                Type.BOOL,
                "D",
                Type.DOUBLE,
                "L",
                Type.LONG,
                "S",
                Type.STRING);

        assertThat(lake().read("a.csv", columns).rows())
                .hasToString("[[\"{\\\"a\\\": \\\\1}\", 10000000, %d, true, 1.5, 7, x], "
                                .formatted(Ticks.of(Instant.parse("2020-09-20T00:00:00Z")))
                        + "[, null, null, null, null, null, ], [\"\", null, null, null, null, null, ],"
                        + " [\"plain\", null, null, false, NaN, -7, q]]");
    }

    @Test
    void missingIsToldFromEmptyByItsQuotes() throws IOException {
        write("a,b\n1,\"\"\n2,\n");
        Kept kept = new Kept();

        assertThat(lake().read(kept.request(Schema.of("b", Type.STRING), "b"), "a.csv", kept)
                        .rows())
                .hasSize(1);
        assertThat(kept.rows()).containsExactly("3 NULL_REQUIRED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {"a;b,c;d!semicolon", "a|b|c!bar", "a,b;c,d!comma", "'a\tb'!tab", "a!comma"})
    void delimiterIsTheOneThatTheHeaderHasMost(String header, String noun) throws IOException {
        write("\n" + header + "\n");

        assertThat(lake().read("a.csv", Schema.of("x", Type.LONG)).account().details())
                .containsEntry("filesBy " + noun, 1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\n", ",,", "é"})
    void delimiterIsOnePlainCharacter(String delimiter) {
        assertThatThrownBy(() -> new CsvSettings("a.csv", delimiter, "", true, CsvLimits.DEFAULT))
                .isInstanceOf(SettingException.class);
    }

    @Test
    void unknownZoneIsNoSetting() {
        assertThatThrownBy(() -> new CsvSettings("a.csv", "", "Europe/Berlim", true, CsvLimits.DEFAULT))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("Did you mean 'Europe/Berlin'?");
    }

    @Test
    void exportOfAPortalNeedsTheZoneOfItsLocalTimes() throws IOException {
        write("\"Timestamp [Local Time]\",Id\n\"10/25/2023, 9:43:21.990 AM\",1\n2023-10-25 09:43:21.990,2\n");
        Schema columns = Schema.of("Timestamp", Type.TIMESTAMP, "Id", Type.LONG);
        long time = Ticks.of(Instant.parse("2023-10-25T07:43:21.990Z"));

        assertThatThrownBy(() -> lake().read("a.csv", columns))
                .hasMessage("a.csv:2: column 'Timestamp': '10/25/2023, 9:43:21.990 AM' is a local time; write its zone"
                        + " into the table's settings: zone: Europe/Berlin (TIMESTAMP_ZONE_UNKNOWN)");
        assertThat(zoned("Europe/Berlin").read("a.csv", columns).rows())
                .containsExactly(List.of(time, 1L), List.of(time, 2L));
    }

    @Test
    void headerMayStateThatTimesAreUtc() throws IOException {
        write(
                "\"Timestamp [Local Time]\",\"Timestamp [UTC]\"\n\"10/25/2023, 11:43:21.990 AM\",\"10/25/2023, 9:43:21.990 AM\"\n");

        Lake.Read read = zoned("").read("a.csv", Schema.of("Timestamp", Type.TIMESTAMP));

        assertThat(read.rows()).containsExactly(List.of(Ticks.of(Instant.parse("2023-10-25T09:43:21.990Z"))));
        assertThat(read.account().warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"y", "\"x\" ", "\"x\"\ry"})
    void textBehindAClosingQuoteIsABadRow(String field) throws IOException {
        write("a,b\n1,2\n" + field + ",3\n\"4\",5\n");
        Kept kept = new Kept();

        assertThat(lake().read(kept.request(Schema.of("b", Type.LONG)), "a.csv", kept)
                        .rows())
                .containsExactly(List.of(2L), List.of(5L));
        assertThat(kept.rows()).containsExactly("3 CSV_QUOTE");
    }

    @Test
    void quotesInsideAPlainFieldAreText() throws IOException {
        write("a,b\ncmd \"x y\" z,1\n");

        assertThat(lake().read("a.csv", Schema.of("a", Type.STRING)).rows()).containsExactly(List.of("cmd \"x y\" z"));
    }

    @Test
    void fileIsCutIfItIsSaidThatNoNewlineStandsInQuotes() throws IOException {
        StringBuilder text = new StringBuilder("Id,N\r\n");
        for (int i = 0; i < 100; i++) {
            text.append(i % 10 == 3 ? "\n" : "")
                    .append('"')
                    .append(i)
                    .append("\",")
                    .append(i % 25 == 7 ? "x" : i);
            text.append("\r\n");
        }
        write(text.toString());
        Schema columns = Schema.of("Id", Type.LONG, "N", Type.LONG);
        Kept whole = new Kept();
        List<?> expected = lake().read(whole.request(columns), "a.csv", whole).rows();
        for (int splitBytes = 1; splitBytes < 200; splitBytes += 7) {
            Kept kept = new Kept();
            Lake cut = new Lake(
                    new FileStorage(base),
                    new Portions(splitBytes, 64, 4, 1_000),
                    settings -> new CsvSettings(settings.path(), "", "", false, CsvLimits.DEFAULT));

            Lake.Read read = cut.read(kept.request(columns), "a.csv", kept);

            assertThat(read.rows()).hasSize(96).isEqualTo(expected);
            assertThat(kept.rows()).isEqualTo(whole.rows()).hasSize(4);
            assertThat(read.splits()).isGreaterThan(2);
        }
    }

    @Test
    void quoteThatIsOpenAtTheEndOfTheLineIsOneBadRowThen() throws IOException {
        write("a,b\n\"x,1\n2,3\n");
        Kept kept = new Kept();
        Lake lake = new Lake(
                new FileStorage(base),
                Portions.DEFAULT,
                settings -> new CsvSettings(settings.path(), "", "", false, CsvLimits.DEFAULT));

        assertThat(lake.read(kept.request(Schema.of("b", Type.LONG)), "a.csv", kept)
                        .rows())
                .containsExactly(List.of(3L));
        assertThat(kept.rows()).containsExactly("2 CSV_QUOTE");
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 5_000, 1 << 20})
    void rowThatIsTooLongIsPassedOverQuotesAndAll(int chunkBytes) throws IOException {
        write("a,b\n1,2\n" + "x".repeat(500) + ",\"" + "y\n\"\"".repeat(5_000) + "\"\n3,4\n" + "z".repeat(2_000));
        CsvLimits limits = new CsvLimits(1_000, 1_000, 10, 1);
        Lake lake = new Lake(
                new FileStorage(base),
                new Portions(1 << 20, chunkBytes, 10, 1_000),
                settings -> new CsvSettings(settings.path(), "", "", true, limits));
        Kept kept = new Kept();

        assertThat(lake.read(kept.request(Schema.of("b", Type.LONG)), "a.csv", kept)
                        .rows())
                .containsExactly(List.of(2L), List.of(4L));
        assertThat(kept.rows()).containsExactly("3 LIMIT_EXCEEDED", "5005 LIMIT_EXCEEDED");
    }

    @Test
    void fieldsOfReadColumnsAndColumnsOfAHeaderAreBounded() throws IOException {
        write("a,b,c\n" + "x".repeat(200) + ",1,2\n3," + "y".repeat(200) + ",4\n");
        Kept kept = new Kept();

        assertThat(limited(new CsvLimits(1_000, 100, 3, 1))
                        .read(kept.request(Schema.of("a", Type.STRING)), "a.csv", kept)
                        .rows())
                .containsExactly(List.of("3"));
        assertThat(kept.rows()).containsExactly("2 LIMIT_EXCEEDED");
        assertThatThrownBy(() -> limited(new CsvLimits(1_000, 100, 2, 1)).read("a.csv", Schema.of("a", Type.STRING)))
                .hasMessage("a.csv:1: the header has 3 columns, more than the 2 of limits.columns (LIMIT_EXCEEDED)");
    }

    @Test
    void rowIsBadInARoundThatDoesNotAskForItsBadColumn() throws IOException {
        write("Id,N\n0,0\n1,x\n2,2\n3,3\n");
        Kept kept = new Kept();
        Schema columns = Schema.of("Id", Type.LONG, "N", Type.LONG);
        try (Scan scan = lake().scan(kept.request(columns), "a.csv", new Lake.Reserved(), kept)) {
            assertThat(Lake.rows(scan, scan.splits().get(0), List.of("Id"), Rows.ALL))
                    .containsExactly(List.of(0L), List.of(2L), List.of(3L));
            assertThat(Lake.rows(scan, scan.splits().get(0), List.of("N"), Rows.at(new int[] {2, 3}, 2)))
                    .containsExactly(List.of(2L), List.of(3L));
            assertThat(scan.account().rows()).isEqualTo(4);
            assertThat(scan.account().rowsRejected()).isEqualTo(1);
        }
    }

    @Test
    void fileThatGrewIsReadToItsLastWholeRow() throws IOException {
        write("Id\n1\n2\n3");
        try (Scan scan =
                lake().scan("a.csv", Schema.of("Id", Type.LONG), Set.of(), Lake.EVERYTHING, new Lake.Reserved())) {
            Files.writeString(base.resolve("a.csv"), "4\n5\n", StandardOpenOption.APPEND);

            assertThat(Lake.rows(scan, scan.splits().get(0), List.of("Id"), Rows.ALL))
                    .containsExactly(List.of(1L), List.of(2L));
        }
    }

    @Test
    void foldersAreColumns() throws IOException {
        Files.createDirectories(base.resolve("lake/dt=2020-09-20"));
        Files.writeString(base.resolve("lake/dt=2020-09-20/a.csv"), "Id,dt\n1,x\n");

        assertThat(lake().read(
                                "lake",
                                Schema.of("Id", Type.LONG, "dt", Type.TIMESTAMP),
                                Set.of("Id", "dt"),
                                Lake.EVERYTHING)
                        .rows())
                .containsExactly(List.of(1L, Ticks.of(Instant.parse("2020-09-20T00:00:00Z"))));
    }

    @Test
    void sampleGuessesColumnsAndTypes() throws IOException {
        write(
                "\"T [Local Time]\",l,d,b,code,s,n\n\"10/25/2023, 9:43:21.990 AM\",1,1,true,007,x,\n,-2,1.5,FALSE,010,1,\nbad\n");

        assertThat(new dev.grebe.sources.csv.CsvSource(Lake.settings("a.csv"), new FileStorage(base)).sample())
                .hasToString("(T:TIMESTAMP, l:LONG, d:DOUBLE, b:BOOL, code:STRING, s:STRING, n:STRING)");
    }

    private Lake lake() {
        return new Lake(new FileStorage(base), Portions.DEFAULT);
    }

    private Lake limited(CsvLimits limits) {
        return new Lake(
                new FileStorage(base),
                Portions.DEFAULT,
                settings -> new CsvSettings(settings.path(), "", "", true, limits));
    }

    private Lake zoned(String zone) {
        return new Lake(
                new FileStorage(base),
                Portions.DEFAULT,
                settings -> new CsvSettings(settings.path(), "", zone, true, CsvLimits.DEFAULT));
    }

    private void write(String text) throws IOException {
        Files.writeString(base.resolve("a.csv"), text);
    }
}
