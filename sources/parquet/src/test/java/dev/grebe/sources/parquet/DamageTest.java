package dev.grebe.sources.parquet;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.LimitException;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Split;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever bytes a file has, reading it ends with rows or with an error that names it. */
class DamageTest {
    private static final Schema COLUMNS = Schema.of(
            "Id", Type.LONG, "Name", Type.STRING, "Line", Type.STRING, "Time", Type.TIMESTAMP, "Flag", Type.BOOL);
    private static final String SCHEMA = "message m { required int64 Id; optional binary Name (STRING);"
            + " optional binary Line (STRING); optional int64 Time (TIMESTAMP(MICROS,true)); optional boolean Flag; }";
    private static final long BUDGET_NANOS = 2_000_000_000L;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(WriterVersion.class)
    void changedBytesNeverEndInAnythingElse(WriterVersion version) throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[][] files = {
            write(version, CompressionCodecName.UNCOMPRESSED),
            write(version, CompressionCodecName.ZSTD),
            write(version, CompressionCodecName.SNAPPY)
        };
        long end = System.nanoTime() + BUDGET_NANOS;
        Path damaged = folder.resolve("damaged.parquet");
        for (int run = 0; System.nanoTime() < end; run++) {
            byte[] bytes = files[random.nextInt(files.length)].clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? random.nextInt() : 0xff);
            }
            Files.write(damaged, bytes);
            read(damaged, "seed %d, run %d".formatted(seed, run), random);
        }
    }

    @ParameterizedTest
    @EnumSource(WriterVersion.class)
    void nameDamagedInTheSchemaAloneIsNoMissingColumn(WriterVersion version) throws IOException {
        byte[] bytes = write(version, CompressionCodecName.UNCOMPRESSED);
        int footer =
                bytes.length - 8 - ByteBuffer.wrap(bytes).order(LITTLE_ENDIAN).getInt(bytes.length - 8);
        int name = footer + new String(bytes, footer, bytes.length - footer, ISO_8859_1).indexOf("Line");
        bytes[name] = 'X';
        Path damaged = Files.write(folder.resolve("damaged.parquet"), bytes);

        assertThatThrownBy(() -> new Lake(damaged, Way.NIO).rows(COLUMNS))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith(
                        "damaged.parquet: row group 0, column 'Line': the footer's schema has 'Xine' in its place (BAD_FOOTER)");
    }

    private static void read(Path file, String run, Random random) {
        Lake lake = new Lake(file, Way.NIO);
        try (Scan scan = lake.scan(COLUMNS)) {
            for (Split split : scan.splits()) {
                int[] some = random.ints(3, 0, (int) split.rows())
                        .sorted()
                        .distinct()
                        .toArray();
                Lake.rows(scan, split, COLUMNS.names(), Rows.at(some, some.length));
                Lake.rows(scan, split, COLUMNS.names(), Rows.ALL);
            }
        } catch (DataException | LimitException e) {
            assertThat(e).as(run).message().doesNotContain("\n").contains("damaged.parquet");
        } catch (Throwable e) {
            throw new AssertionError(run, e);
        }
        assertThat(lake.budget.taken()).as(run).isZero();
        assertThat(lake.storage.open).as(run).hasValue(0);
    }

    private byte[] write(WriterVersion version, CompressionCodecName codec) throws IOException {
        Path file = folder.resolve(codec + ".parquet");
        Written.file(
                file,
                SCHEMA,
                builder -> builder.withCompressionCodec(codec)
                        .withWriterVersion(version)
                        .withPageWriteChecksumEnabled(false)
                        .withDictionaryEncoding("Line", false)
                        .withPageRowCountLimit(100),
                400,
                (row, group) -> {
                    group.add("Id", (long) row * row);
                    if (row % 3 > 0) {
                        group.add("Name", "name-" + row % 5);
                        group.add("Line", "line " + row);
                        group.add("Flag", row % 4 == 0);
                    }
                    group.add("Time", 1_600_000_000_000_000L + row);
                });
        return Files.readAllBytes(file);
    }
}
