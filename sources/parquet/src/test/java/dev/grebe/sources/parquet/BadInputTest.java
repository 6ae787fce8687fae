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
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejects;
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
import org.junit.jupiter.params.provider.MethodSource;
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

    private static final long BUDGET = 150L << 20; // of a heap of 256 MB
    private static final long MANY = 1_000_000;

    /**
     * A case of the corpus.
     *
     * @param reasons any of these is right where it is refused; none is given where several files are
     * @param rowsLeft how many rows are delivered when what is bad is set aside
     * @param letters how many files or rows are
     * @param bad the rows, as row:column:reason
     */
    record Case(
            String file,
            String columns,
            String outcome,
            String reasons,
            String mention,
            long rowsLeft,
            int letters,
            String bad,
            String warning) {
        boolean isAccepted() {
            return outcome.equals("accept");
        }

        List<String> mentions() {
            return List.of((mention.isEmpty() ? ".parquet" : mention).split("\\|"));
        }

        boolean allows(Reason reason) {
            return reasons.isEmpty() ? bad.isEmpty() || bad.contains(reason.name()) : reasons.contains(reason.name());
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static List<Case> cases() throws IOException {
        return Files.readAllLines(resource("cases.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cells -> new Case(
                        cells[0],
                        cells[1],
                        cells[2],
                        cells[3],
                        cells[4],
                        Long.parseLong(cells[5]),
                        Integer.parseInt(cells[6]),
                        cells[7],
                        cells[8]))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void fileIsReadWholeOrRefused(Case bad) {
        Lake lake = new Lake(resource(bad.file()), Way.NIO, BUDGET);
        if (bad.isAccepted()) {
            assertThat(read(lake, bad)).isEqualTo(bad.rowsLeft());
        } else {
            assertThatThrownBy(() -> read(lake, bad)).isInstanceOfSatisfying(DataException.class, e -> {
                assertThat(e.rejection())
                        .hasValueSatisfying(rejection -> assertThat(bad.allows(rejection.reason()))
                                .as(e.getMessage())
                                .isTrue());
                assertThat(e)
                        .message()
                        .doesNotContain("\n")
                        .contains(".parquet")
                        .contains(bad.mentions());
            });
        }
        assertNothingIsLeft(lake);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void badFilesAndRowsAreSetAside(Case bad) {
        if (bad.rowsLeft() > MANY) {
            return; // read above, without keeping its rows
        }
        Lake lake = new Lake(resource(bad.file()), Way.HADOOP, BUDGET);
        Quarantine rejects = new Quarantine();
        Schema schema = bad.columns().equals("file") && !bad.isAccepted() ? schemaOrAny(lake) : schema(lake, bad);
        assertThat(lake.rows(schema, nonNull(schema), rejects)).hasSize((int) bad.rowsLeft());
        assertThat(rejects.files().size() + rejects.rows().size()).isEqualTo(bad.letters());
        assertThat(rejects.files())
                .allSatisfy(file ->
                        assertThat(bad.allows(file.reason())).as(file.message()).isTrue());
        assertThat(rejects.rows().stream()
                        .map(row -> row.position().number() + ":" + row.column() + ":" + row.reason())
                        .collect(Collectors.joining(",")))
                .isEqualTo(bad.bad());
        assertNothingIsLeft(lake);
    }

    /** A file whose footer is damaged has no columns. */
    private static Schema schemaOrAny(Lake lake) {
        try {
            return lake.source().sample();
        } catch (DataException e) {
            return EVENTS;
        }
    }

    private static void assertNothingIsLeft(Lake lake) {
        assertThat(lake.budget.taken()).as("memory that was not given back").isZero();
        assertThat(lake.storage.open).as("files that were not closed").hasValue(0);
    }

    private static Schema schema(Lake lake, Case bad) {
        return switch (bad.columns()) {
            case "evt" -> EVENTS;
            case "evt3" -> EVENTS.only(List.of("Timestamp", "DeviceId", "FileName"));
            case "decimal" ->
                Schema.of("DeviceId", Type.STRING, "d9", Type.STRING, "d18", Type.DOUBLE, "d38", Type.STRING);
            case "bss" -> Schema.of("DeviceId", Type.STRING, "Score", Type.DOUBLE, "Ratio", Type.DOUBLE);
            default -> lake.source().sample();
        };
    }

    private static Set<String> nonNull(Schema schema) {
        return schema.contains("DeviceId") ? Set.of("DeviceId") : Set.of();
    }

    private static long read(Lake lake, Case bad) {
        Schema schema = schema(lake, bad);
        long rows = 0;
        try (Scan scan = lake.scan(schema, nonNull(schema), nonNull(schema), Lake.ALL, Rejects.FAIL)) {
            for (Split split : scan.splits()) {
                rows += read(scan, split, schema.names());
            }
            Lake.assertAddsUp(scan.account());
            if (!bad.warning().isEmpty()) {
                assertThat(scan.account().warnings()).containsKey(bad.warning());
            }
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
