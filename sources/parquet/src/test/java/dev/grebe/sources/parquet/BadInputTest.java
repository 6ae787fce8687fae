package dev.grebe.sources.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.data.Batch;
import dev.grebe.data.Selection;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Field;
import dev.grebe.plan.Function;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.LimitException;
import dev.grebe.plugin.Reader;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Split;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.parquet.example.data.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A corpus of files that lakes sooner or later hold: read whole and rightly, or refused by name. */
class BadInputTest {
    private static final Schema EVENTS = Schema.of(
            "Timestamp", Type.TIMESTAMP,
            "DeviceId", Type.STRING,
            "FileName", Type.STRING,
            "ProcessCommandLine", Type.STRING,
            "SHA1", Type.STRING,
            "InitiatingProcessFileName", Type.STRING,
            "InitiatingProcessId", Type.LONG);

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/badinput/cases.tsv", delimiter = '\t')
    void fileIsReadWholeOrRefused(String path, String columns, String outcome, String message) {
        for (Way way : Way.values()) {
            readOrRefuse(new Lake(resource(path), way), path, columns, outcome, message);
        }
    }

    private static void readOrRefuse(Lake lake, String path, String columns, String outcome, String message) {
        if (outcome.equals("stop")) {
            assertThatThrownBy(() -> read(lake, columns))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining(message)
                    .hasMessageContaining(path.startsWith("lake") ? ".parquet" : path)
                    .hasMessageNotContaining("\n");
        } else {
            assertThat(read(lake, columns)).isEqualTo(Long.parseLong(outcome));
        }
        assertThat(lake.budget.taken()).as("memory that was not given back").isZero();
        assertThat(lake.storage.open).as("files that were not closed").hasValue(0);
    }

    private static Schema schema(Lake lake, String columns) {
        return switch (columns) {
            case "evt" -> EVENTS;
            case "keys" -> Schema.of("Timestamp", Type.TIMESTAMP, "DeviceId", Type.STRING);
            case "dated" -> Schema.of("dt", Type.TIMESTAMP, "DeviceId", Type.STRING);
            case "decimal" -> Schema.of("DeviceId", Type.STRING, "d9", Type.DOUBLE);
            case "bss" -> Schema.of("DeviceId", Type.STRING, "Score", Type.DOUBLE);
            case "repeated" -> Schema.of("Int32_list", Type.LONG);
            default -> lake.source().sample();
        };
    }

    private static long read(Lake lake, String columns) {
        Schema schema = schema(lake, columns);
        Set<String> required = schema.contains("DeviceId") ? Set.of("DeviceId") : Set.of();
        long rows = 0;
        try (Scan scan = lake.scan(schema, required, Lake.ALL)) {
            for (Split split : scan.splits()) {
                rows += read(scan, split, schema.names());
            }
            Lake.assertAddsUp(scan.account());
        }
        return rows;
    }

    private static long read(Scan scan, Split split, List<String> columns) {
        long rows = 0;
        try (Reader reader = scan.open(split, columns, Rows.ALL)) {
            for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                for (int i = 0; i < columns.size(); i++) {
                    batch.get().column(i, Selection.all(batch.get().rowCount()));
                }
                rows += batch.get().rowCount();
            }
        }
        return rows;
    }

    /** Files of other writers: version 2 pages, delta encodings, packed runs that are longer than the page. */
    @ParameterizedTest
    @ValueSource(
            strings = {"ok_java_snappy_crc", "ok_java_v2_zstd", "ok_java_v2_delta_plain", "ok_gzip", "ok_duckdb_zstd"})
    void valuesAreThoseOfParquetItself(String name) {
        String path = "parquet/" + name + ".parquet";
        List<List<Object>> expected = Written.groups(resource(path)).stream()
                .map(BadInputTest::values)
                .toList();
        assertThat(lake(path).rows(EVENTS)).isEqualTo(expected);
    }

    private static List<Object> values(Group group) {
        List<Object> values = new ArrayList<>();
        for (Field field : EVENTS.fields()) {
            boolean isMissing = group.getFieldRepetitionCount(field.name()) == 0;
            values.add(isMissing ? field.type() == Type.STRING ? "" : null : value(group, field));
        }
        return values;
    }

    private static Object value(Group group, Field field) {
        return switch (field.type()) {
            case STRING -> group.getString(field.name(), 0);
            case TIMESTAMP -> group.getLong(field.name(), 0) * (Ticks.PER_MILLISECOND / 1000);
            default -> group.getLong(field.name(), 0);
        };
    }

    @Test
    void timesOfAllUnitsAreTheSameTimes() {
        List<List<Object>> rows = lake("lake/drift_timestamp_units").rows(Schema.of("Timestamp", Type.TIMESTAMP));
        assertThat(rows.stream()
                        .map(row -> Math.floorDiv((Long) row.get(0), Ticks.PER_SECOND))
                        .distinct())
                .hasSize(10);
    }

    @Test
    void int96IsReadToTheTick() {
        List<List<Object>> rows = lake("parquet/ts_int96.parquet").rows(Schema.of("Timestamp", Type.TIMESTAMP));
        assertThat(Ticks.format((Long) rows.get(0).get(0))).isEqualTo("2025-10-09T08:53:20.1234560Z");
    }

    @Test
    void deltaPackedNumbersAreRead() throws IOException {
        assertThat(asCsv("parquet/pt_delta_binary_packed.parquet"))
                .isEqualTo(expected("pt_delta_binary_packed_expect.csv"));
    }

    @Test
    void deltaPackedTextsAreRead() throws IOException {
        assertThat(asCsv("parquet/pt_delta_byte_array.parquet")).isEqualTo(expected("pt_delta_byte_array_expect.csv"));
    }

    private static List<String> asCsv(String path) {
        Lake lake = lake(path);
        return lake.rows(lake.source().sample()).stream()
                .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(",")))
                .toList();
    }

    private static List<String> expected(String file) throws IOException {
        return Files.readAllLines(resource("expect/" + file)).stream()
                .skip(1)
                .map(line -> line.replace("\"", ""))
                .toList();
    }

    @Test
    void statisticsThatAreCutDropNoRow() {
        Expr isUnicode = new Expr.Call(
                Function.EQUAL,
                List.of(
                        new Expr.Column("utf8_full_truncation", Type.STRING),
                        new Expr.Literal("Blart Versenwald III", Type.STRING)),
                Type.BOOL);
        Schema columns = Schema.of("utf8_full_truncation", Type.STRING);
        List<List<Object>> rows =
                lake("parquet/pt_binary_truncated_min_max.parquet").rows(columns, isUnicode);
        assertThat(rows).contains(List.of("Blart Versenwald III"));
    }

    @Test
    void memoryThatIsNotThereIsALimit() {
        Lake lake = new Lake(resource("parquet/ok_java_snappy_crc.parquet"), Way.NIO, 200_000);
        assertThatThrownBy(() -> lake.rows(EVENTS)).isInstanceOf(LimitException.class);
        assertThat(lake.budget.taken()).isZero();
    }

    private static Lake lake(String path) {
        return new Lake(resource(path), Way.NIO);
    }

    private static Path resource(String path) {
        try {
            return Path.of(BadInputTest.class.getResource("/badinput/" + path).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
