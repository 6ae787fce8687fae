package dev.grebe.sources.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.storage.FileStorage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows and files that are left out. */
class RejectedRowsTest {
    private static final Schema COLUMNS = Schema.of("Id", Type.STRING, "N", Type.LONG, "T", Type.TIMESTAMP);

    @TempDir
    Path base;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_000})
    void rowIsBadInARoundThatDoesNotAskForItsBadColumn(int batchRows) throws IOException {
        write("a.jsonl", rows(0, 10) + "{\"Id\":\"bad\",\"N\":\"x\"}\n" + rows(11, 20));
        Kept kept = new Kept();
        Lake lake = new Lake(new FileStorage(base), new Portions(1 << 20, 64, batchRows, 1_000));
        try (Scan scan = lake.scan(kept.request(COLUMNS), "a.jsonl", new Lake.Reserved(), kept)) {
            assertThat(Lake.rows(scan, scan.splits().get(0), List.of("Id"), Rows.ALL))
                    .hasSize(19)
                    .doesNotContain(List.of("bad"));
            assertThat(Lake.rows(scan, scan.splits().get(0), List.of("Id"), Rows.at(new int[] {9, 11, 19}, 3)))
                    .containsExactly(List.of("d9"), List.of("d11"), List.of("d19"));
            assertThat(scan.account().rows()).isEqualTo(20);
            assertThat(scan.account().rowsRejected()).isEqualTo(1);
        }
        assertThat(kept.rowsRefused())
                .containsExactly(new Rejection(
                        "a.jsonl",
                        Rejection.Position.line(11),
                        "N",
                        Reason.TYPE_MISMATCH,
                        "\"x\" is no whole number of 64 bits",
                        "{\"Id\":\"bad\",\"N\":\"x\"}"));
    }

    @Test
    void linesAreCountedThroughAllSplits() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            text.append(i % 10 == 3 ? "{\"N\":\"bad\"}\n" : "\n{\"N\":" + i + "}\n");
        }
        write("a.jsonl", text.toString());
        List<String> expected = null;
        for (int splitBytes : new int[] {1 << 20, 100, 37}) {
            Kept kept = new Kept();
            Lake lake = new Lake(new FileStorage(base), new Portions(splitBytes, 64, 4, 1_000));
            assertThat(lake.read(kept.request(COLUMNS), "a.jsonl", kept).rows()).hasSize(90);
            expected = expected == null ? kept.rows() : expected;
            assertThat(kept.rows()).isEqualTo(expected).hasSize(10).startsWith("7 TYPE_MISMATCH");
        }
    }

    @Test
    void fileThatIsDamagedBeforeItsFirstBatchCostsOnlyItself() throws IOException {
        byte[] whole = JsonlContract.gzip(rows(0, 500));
        Files.write(base.resolve("b.gz"), Arrays.copyOf(whole, whole.length - 1));
        write("a.jsonl", rows(0, 3));
        write("c.jsonl", rows(3, 5));
        Kept kept = new Kept();

        Lake.Read read = lake().read(kept.request(COLUMNS), "*", kept);

        assertThat(read.rows()).hasSize(5);
        assertThat(kept.files()).containsExactly("b.gz TRUNCATED");
        assertThat(kept.rows()).isEmpty();
        assertThat(read.account().files()).isEqualTo(3);
        assertThat(read.account().filesRejected()).isEqualTo(1);
    }

    @Test
    void fileThatIsDamagedBehindItsFirstBatchEndsTheAttemptAndIsLeftOutOfTheNext() throws IOException {
        byte[] whole = JsonlContract.gzip(rows(0, 50_000));
        Files.write(base.resolve("b.gz"), Arrays.copyOf(whole, whole.length - 1));
        write("a.jsonl", rows(0, 3));
        Kept kept = new Kept();

        assertThatThrownBy(() -> lake().read(kept.request(COLUMNS), "*", kept))
                .hasMessageStartingWith("b.gz: byte ")
                .hasMessageEndingWith("(TRUNCATED)");
        kept.file(Rejection.ofFile("b.gz", Reason.TRUNCATED, "as the first attempt found"));
        assertThat(lake().read(kept.request(COLUMNS), "*", kept).rows()).hasSize(3);
    }

    @Test
    void decompressedSizeIsBounded() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(JsonlContract.gzip(rows(0, 100)));
        Files.write(base.resolve("a.gz"), bytes.toByteArray());
        JsonlLimits limits = new JsonlLimits(1_000, 1_000, 10, 500);
        Lake lake = new Lake(
                new FileStorage(base),
                Portions.DEFAULT,
                settings -> new JsonlSettings(settings.path(), Layout.AUTO, "", List.of(), limits));
        Kept kept = new Kept();

        assertThat(lake.read(kept.request(COLUMNS), "a.gz", kept).rows()).isEmpty();
        assertThat(kept.files()).containsExactly("a.gz LIMIT_EXCEEDED");
    }

    @Test
    void folderThatIsNoValueOfItsColumnIsABadFile() throws IOException {
        write("lake/dt=2020-13-01/a.jsonl", rows(0, 1));
        write("lake/dt=2020-12-01/a.jsonl", rows(1, 2));
        Kept kept = new Kept();
        Schema columns = Schema.of("dt", Type.TIMESTAMP, "Id", Type.STRING);

        assertThat(lake().read(kept.request(columns), "lake", kept).rows()).hasSize(1);
        assertThat(kept.files()).containsExactly("lake/dt=2020-13-01/a.jsonl BAD_PARTITION");
    }

    @ParameterizedTest
    @CsvSource({"'',2025-10-09T08:00:00,1", "UTC,2025-10-09T08:00:00,0", "Europe/Berlin,2025-10-09T10:00:00,0"})
    void timesWithoutZoneAreOfTheStatedOneOrCounted(String zone, String local, long assumed) throws IOException {
        write("a.jsonl", "{\"T\":\"" + local + "\"}\n{\"T\":\"2025-10-09T08:00:00Z\"}\n");

        Lake.Read read = zoned(zone).read("a.jsonl", Schema.of("T", Type.TIMESTAMP));

        assertThat(read.rows().get(0)).isEqualTo(read.rows().get(1));
        assertThat(read.account().warnings().getOrDefault("TIMESTAMP_ZONE_ASSUMED", 0L))
                .isEqualTo(assumed);
    }

    @Test
    void localTimeOfAPortalNeedsTheZone() throws IOException {
        write("a.jsonl", "{\"T\":\"10/26/2025, 2:30:00.000 AM\"}\n");
        Schema columns = Schema.of("T", Type.TIMESTAMP);

        assertThatThrownBy(() -> zoned("").read("a.jsonl", columns))
                .hasMessage("a.jsonl:1: column 'T': \"10/26/2025, 2:30:00.000 AM\" is a local time; write its zone into"
                        + " the table's settings: zone: Europe/Berlin (TIMESTAMP_ZONE_UNKNOWN)");
        assertThat(zoned("Europe/Berlin").read("a.jsonl", columns).account().warnings())
                .containsEntry("TIMESTAMP_AMBIGUOUS", 1L);
    }

    private Lake zoned(String zone) {
        return new Lake(
                new FileStorage(base),
                Portions.DEFAULT,
                settings -> new JsonlSettings(settings.path(), Layout.AUTO, zone, List.of(), JsonlLimits.DEFAULT));
    }

    private Lake lake() {
        return new Lake(new FileStorage(base), Portions.DEFAULT);
    }

    private static String rows(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append("{\"Id\":\"d").append(i).append("\",\"N\":").append(i).append("}\n");
        }
        return text.toString();
    }

    private void write(String path, String text) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
