package dev.grebe.sources.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.LimitException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One bit of a file with checksums is flipped, each in turn: the same rows, or an error that names the file. Every tenth
 * bit, unless the property {@code grebe.everyBit} asks for all.
 */
class FlippedBitTest {
    private static final int STEP = Boolean.getBoolean("grebe.everyBit") ? 1 : 10;
    private static final long MOST_NANOS = 2_000_000_000L;
    private static final long MOST_BYTES = 64 << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Schema COLUMNS = Schema.of(
            "Id", Type.LONG, "Name", Type.STRING, "Time", Type.TIMESTAMP, "Price", Type.STRING, "Tags", Type.DYNAMIC);
    private static final String SCHEMA = "message m { required int64 Id; optional binary Name (STRING);"
            + " optional int64 Time (TIMESTAMP(MICROS,true)); optional int32 Price (DECIMAL(9,2));"
            + " optional group Tags (LIST) { repeated group list { optional binary element (STRING); } } }";

    @TempDir
    Path folder;

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of(WriterVersion.PARQUET_1_0, CompressionCodecName.UNCOMPRESSED, true),
                Arguments.of(WriterVersion.PARQUET_2_0, CompressionCodecName.ZSTD, false),
                Arguments.of(WriterVersion.PARQUET_1_0, CompressionCodecName.SNAPPY, false));
    }

    @ParameterizedTest
    @MethodSource("files")
    void theSameRowsOrAnError(WriterVersion version, CompressionCodecName codec, boolean isCoded) throws IOException {
        Path file = write(version, codec, isCoded);
        List<List<Object>> expected = new Lake(file, Way.NIO).rows(COLUMNS);
        byte[] bytes = Files.readAllBytes(file);
        Path damaged = folder.resolve("damaged.parquet");
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit += STEP) {
            byte[] flipped = bytes.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Files.write(damaged, flipped);
            check(damaged, expected, "bit %d of byte %d of %d".formatted(bit % 8, bit / 8, bytes.length));
        }
    }

    private static void check(Path file, List<List<Object>> expected, String flip) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = System.nanoTime();
        Lake lake = new Lake(file, Way.NIO);
        try {
            List<List<Object>> rows = lake.rows(COLUMNS);
            if (!Objects.equals(rows, expected)) {
                assertThat(rows).as(flip).isEqualTo(expected);
            }
        } catch (DataException | LimitException e) {
            assertThat(e).as(flip).message().contains("damaged.parquet").doesNotContain("\n");
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(flip, e);
        }
        assertThat(System.nanoTime() - nanos).as(flip).isLessThan(MOST_NANOS);
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - bytes).as(flip).isLessThan(MOST_BYTES);
        assertThat(lake.budget.taken()).as(flip).isZero();
        assertThat(lake.storage.open).as(flip).hasValue(0);
    }

    private Path write(WriterVersion version, CompressionCodecName codec, boolean isCoded) {
        return Written.file(
                folder.resolve("whole.parquet"),
                SCHEMA,
                builder -> builder.withCompressionCodec(codec)
                        .withWriterVersion(version)
                        .withDictionaryEncoding(isCoded)
                        .withPageRowCountLimit(20),
                40,
                (row, group) -> {
                    group.add("Id", (long) row);
                    if (row % 3 > 0) {
                        group.add("Name", "name-" + row % 4);
                        group.add("Time", 1_600_000_000_000_000L + row);
                        group.addGroup("Tags").addGroup("list").add("element", "tag-" + row % 2);
                    }
                    group.add("Price", row - 20);
                });
    }
}
