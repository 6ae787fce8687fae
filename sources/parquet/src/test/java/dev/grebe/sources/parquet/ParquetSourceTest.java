package dev.grebe.sources.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plan.Schema;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Split;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Way.class)
class ParquetSourceTest {
    private static final String SCHEMA = "message events {"
            + " optional int64 Timestamp (TIMESTAMP(MICROS,true));"
            + " required binary DeviceId (STRING);"
            + " optional binary FileName (STRING);"
            + " optional binary CommandLine (STRING);"
            + " optional int64 ProcessId; }";
    private static final Schema COLUMNS = Schema.of(
            "Timestamp", Type.TIMESTAMP,
            "DeviceId", Type.STRING,
            "FileName", Type.STRING,
            "CommandLine", Type.STRING,
            "ProcessId", Type.LONG);

    @Parameter
    Way way;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD"})
    void allRowsAreReadInOrder(CompressionCodecName codec) {
        List<List<Object>> expected = new ArrayList<>();
        Path file = write(codec, 20_000, expected);
        assertThat(lake(file).rows(COLUMNS)).isEqualTo(expected);
    }

    @Test
    void rowsAreReadByPosition() {
        List<List<Object>> expected = new ArrayList<>();
        Path file = write(CompressionCodecName.ZSTD, 20_000, expected);
        Random random = new Random(7);
        Lake lake = lake(file);
        try (Scan scan = lake.scan(COLUMNS)) {
            Split split = scan.splits().get(0);
            for (int count : new int[] {1, 2, 50, 1000, 20_000}) {
                int[] positions = Written.sorted(random.ints(count, 0, 20_000));
                List<List<Object>> rows = Lake.rows(scan, split, COLUMNS.names(), Rows.at(positions, positions.length));
                assertThat(rows)
                        .isEqualTo(
                                Arrays.stream(positions).mapToObj(expected::get).toList());
            }
        }
    }

    private Path write(CompressionCodecName codec, int rows, List<List<Object>> expected) {
        Random random = new Random(1);
        return Written.file(
                folder.resolve("a.parquet"),
                SCHEMA,
                builder -> builder.withCompressionCodec(codec)
                        .withPageRowCountLimit(3_000)
                        .withDictionaryPageSize(40_000),
                rows,
                (row, group) -> {
                    List<Object> values = new ArrayList<>();
                    long micros = 1_600_000_000_000_000L + row * 1000L;
                    boolean hasTime = random.nextInt(10) > 0;
                    if (hasTime) {
                        group.add("Timestamp", micros);
                    }
                    values.add(hasTime ? micros * (Ticks.PER_MILLISECOND / 1000) : null);
                    String device = "device-" + random.nextInt(50);
                    group.add("DeviceId", device);
                    values.add(device);
                    boolean hasName = random.nextInt(4) > 0;
                    String name = "file-" + random.nextInt(200) + ".exe";
                    if (hasName) {
                        group.add("FileName", name);
                    }
                    values.add(hasName ? name : "");
                    String line = "cmd.exe /c " + random.nextLong() + " é";
                    group.add("CommandLine", line);
                    values.add(line);
                    group.add("ProcessId", (long) row % 77);
                    values.add((long) row % 77);
                    expected.add(values);
                });
    }

    private Lake lake(Path path) {
        return new Lake(path, way);
    }
}
