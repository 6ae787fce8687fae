package dev.grebe.sources.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Reader;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Split;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Parquet's own writer writes is what its own reader reads, and what ours does: in every way of asking. */
class RoundTripTest {
    private static final int ROWS = 6_000;
    private static final int GROUP_BYTES = 400_000; // some row groups a file
    private static final String[] KINDS = {
        "int32 %s",
        "int64 %s",
        "float %s",
        "double %s",
        "boolean %s",
        "binary %s (STRING)",
        "binary %s",
        "int32 %s (DATE)",
        "int64 %s (TIMESTAMP(MILLIS,true))",
        "int64 %s (TIMESTAMP(MICROS,false))",
        "int64 %s (TIMESTAMP(NANOS,true))",
        "int96 %s",
        "binary %s (STRING)",
        "int32 %s (INTEGER(16,true))"
    };
    private static final Type[] TYPES = {
        Type.LONG,
        Type.LONG,
        Type.DOUBLE,
        Type.DOUBLE,
        Type.BOOL,
        Type.STRING,
        Type.STRING,
        Type.TIMESTAMP,
        Type.TIMESTAMP,
        Type.TIMESTAMP,
        Type.TIMESTAMP,
        Type.TIMESTAMP,
        Type.TIMESTAMP,
        Type.DOUBLE
    };
    /** Per column of a kind: repetition, and how many of 100 values are missing. */
    private static final String[] REPETITIONS = {"required", "optional", "optional", "optional"};

    private static final int[] MISSING = {0, 0, 12, 90};

    @TempDir
    Path folder;

    static Stream<Arguments> settings() {
        List<Arguments> all = new ArrayList<>();
        for (WriterVersion version : WriterVersion.values()) {
            for (int dictionary : new int[] {0, 4_000, 1 << 20}) {
                all.add(Arguments.of(CompressionCodecName.ZSTD, version, dictionary));
            }
            all.add(Arguments.of(CompressionCodecName.UNCOMPRESSED, version, 4_000));
            all.add(Arguments.of(CompressionCodecName.SNAPPY, version, 4_000));
            all.add(Arguments.of(CompressionCodecName.GZIP, version, 4_000));
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} {1} dictionary of {2} bytes")
    @MethodSource("settings")
    void valuesAreThoseOfParquetItself(CompressionCodecName codec, WriterVersion version, int dictionary) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path file = write(codec, version, dictionary, random);
        List<List<Object>> expected =
                Written.groups(file).stream().map(RoundTripTest::values).toList();
        for (Way way : Way.values()) {
            readInEveryWay(new Lake(file, way), expected, random, seed);
        }
    }

    private static void readInEveryWay(Lake lake, List<List<Object>> expected, Random random, long seed) {
        assertThat(lake.rows(schema())).as("seed %d", seed).isEqualTo(expected);
        int first = 0;
        try (Scan scan = lake.scan(schema())) {
            for (Split split : scan.splits()) {
                List<List<Object>> rows = expected.subList(first, first + (int) split.rows());
                for (int percent : new int[] {0, 1, 30}) {
                    readByPosition(scan, split, rows, percent, random, seed);
                }
                readSelected(scan, split, rows, random, seed);
                first += (int) split.rows();
            }
            assertThat(first).isEqualTo(ROWS);
        }
        assertThat(lake.budget.taken()).isZero();
    }

    private static void readByPosition(
            Scan scan, Split split, List<List<Object>> rows, int percent, Random random, long seed) {
        int count = rows.size();
        int[] positions = percent == 0
                ? new int[] {random.nextInt(count)}
                : IntStream.range(0, count)
                        .filter(i -> random.nextInt(100) < percent)
                        .toArray();
        List<List<Object>> read = Lake.rows(scan, split, schema().names(), Rows.at(positions, positions.length));
        assertThat(read)
                .as("seed %d, %d percent", seed, percent)
                .isEqualTo(Arrays.stream(positions).mapToObj(rows::get).toList());
    }

    /** Columns in any order, each twice, with ever other rows: what was given before stays right. */
    private static void readSelected(Scan scan, Split split, List<List<Object>> rows, Random random, long seed) {
        List<String> names = schema().names();
        try (Reader reader = scan.open(split, names, Rows.ALL)) {
            for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                Batch here = batch.get();
                List<Runnable> checks = new ArrayList<>();
                for (int i = 0; i < 2 * names.size(); i++) {
                    int column = random.nextInt(names.size());
                    int percent = random.nextInt(101);
                    int[] wanted = IntStream.range(0, here.rowCount())
                            .filter(row -> random.nextInt(100) < percent)
                            .toArray();
                    Column values = here.column(column, new Selection(wanted, wanted.length));
                    checks.add(() -> check(here, values, wanted, column, rows, seed));
                }
                checks.forEach(Runnable::run);
            }
        }
    }

    private static void check(
            Batch batch, Column values, int[] wanted, int column, List<List<Object>> rows, long seed) {
        for (int row : wanted) {
            Object expected = rows.get((int) batch.position(row)).get(column);
            Object actual = Lake.value(values, row);
            if (!Objects.equals(actual, expected)) {
                assertThat(actual)
                        .as("seed %d, column %d, row %d", seed, column, row)
                        .isEqualTo(expected);
            }
        }
    }

    private static String name(int kind, int repetition) {
        return "c" + kind + "_" + repetition;
    }

    private static Schema schema() {
        List<Object> fields = new ArrayList<>();
        for (int kind = 0; kind < KINDS.length; kind++) {
            for (int repetition = 0; repetition < REPETITIONS.length; repetition++) {
                fields.add(name(kind, repetition));
                fields.add(TYPES[kind]);
            }
        }
        return Schema.of(fields.toArray());
    }

    private Path write(CompressionCodecName codec, WriterVersion version, int dictionary, Random random) {
        StringBuilder message = new StringBuilder("message events {");
        for (int kind = 0; kind < KINDS.length; kind++) {
            for (int repetition = 0; repetition < REPETITIONS.length; repetition++) {
                message.append(REPETITIONS[repetition])
                        .append(' ')
                        .append(KINDS[kind].formatted(name(kind, repetition)))
                        .append("; ");
            }
        }
        return Written.file(
                folder.resolve("events.parquet"),
                message + "}",
                builder -> settings(builder, codec, version, dictionary),
                ROWS,
                (row, group) -> fill(group, random, row / 1_500));
    }

    private static ExampleParquetWriter.Builder settings(
            ExampleParquetWriter.Builder builder, CompressionCodecName codec, WriterVersion version, int dictionary) {
        return builder.withCompressionCodec(codec)
                .withWriterVersion(version)
                .withDictionaryEncoding(dictionary > 0)
                .withDictionaryPageSize(Math.max(1, dictionary))
                .withRowGroupSize((long) GROUP_BYTES)
                .withPageSize(6_000)
                .withPageRowCountLimit(1_700);
    }

    /** @param spread makes values ever more different, so that dictionaries overflow in the middle of a chunk */
    private static void fill(Group group, Random random, int spread) {
        for (int kind = 0; kind < KINDS.length; kind++) {
            for (int repetition = 0; repetition < REPETITIONS.length; repetition++) {
                if (random.nextInt(100) >= MISSING[repetition]) {
                    fill(group, name(kind, repetition), kind, spread == 0 ? random.nextInt(3) : random.nextLong());
                }
            }
        }
    }

    private static void fill(Group group, String name, int kind, long value) {
        long time = Math.floorMod(value, 4_000_000_000_000_000_000L) - 2_000_000_000_000_000_000L;
        switch (kind) {
            case 0 -> group.add(name, (int) value);
            case 1 -> group.add(name, value);
            case 2 -> group.add(name, Float.intBitsToFloat((int) value & ~0x00800000));
            case 3 -> group.add(name, Double.longBitsToDouble(value & ~0x0010000000000000L));
            case 4 -> group.add(name, (value & 1) == 1);
            case 5, 6 -> group.add(name, text(value));
            case 7 -> group.add(name, (int) Math.floorMod(value, 40_000L) - 20_000);
            case 8 -> group.add(name, time / 1_000_000);
            case 9 -> group.add(name, time / 1_000);
            case 10 -> group.add(name, time);
            case 11 -> group.add(name, int96(time));
            case 12 -> group.add(name, instant(time).toString());
            default -> group.add(name, (int) (short) value);
        }
    }

    private static String text(long value) {
        return switch (Math.floorMod(value, 4)) {
            case 0 -> "";
            case 1 -> "C:\\Windows\\" + value % 50;
            case 2 -> "ü€😀".repeat((int) Math.floorMod(value, 20L)) + value;
            default -> Long.toString(value, 36);
        };
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    private static Binary int96(long nanos) {
        long perDay = 86_400_000_000_000L;
        ByteBuffer bytes = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(Math.floorMod(nanos, perDay)).putInt((int) (Math.floorDiv(nanos, perDay) + 2_440_588));
        return Binary.fromConstantByteArray(bytes.array());
    }

    /** A row as Parquet's reader gives it, in our types. */
    private static List<Object> values(Group group) {
        List<Object> values = new ArrayList<>();
        for (int kind = 0; kind < KINDS.length; kind++) {
            for (int repetition = 0; repetition < REPETITIONS.length; repetition++) {
                String name = name(kind, repetition);
                boolean isMissing = group.getFieldRepetitionCount(name) == 0;
                values.add(isMissing ? TYPES[kind] == Type.STRING ? "" : null : value(group, name, kind));
            }
        }
        return values;
    }

    private static Object value(Group group, String name, int kind) {
        return switch (kind) {
            case 0 -> (long) group.getInteger(name, 0);
            case 1 -> group.getLong(name, 0);
            case 2 -> (double) group.getFloat(name, 0);
            case 3 -> group.getDouble(name, 0);
            case 4 -> group.getBoolean(name, 0);
            case 5, 6 -> group.getBinary(name, 0).toStringUsingUTF8();
            case 7 -> group.getInteger(name, 0) * Ticks.PER_DAY;
            case 8 -> group.getLong(name, 0) * 10_000;
            case 9 -> group.getLong(name, 0) * 10;
            case 10 -> Math.floorDiv(group.getLong(name, 0), 100L);
            case 11 -> ticks(group.getInt96(name, 0));
            case 12 -> Ticks.of(Instant.parse(group.getString(name, 0)));
            default -> (double) group.getInteger(name, 0);
        };
    }

    private static long ticks(Binary int96) {
        ByteBuffer bytes = int96.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        long nanosOfDay = bytes.getLong(bytes.position());
        return (bytes.getInt(bytes.position() + 8) - 2_440_588L) * Ticks.PER_DAY + nanosOfDay / 100;
    }
}
