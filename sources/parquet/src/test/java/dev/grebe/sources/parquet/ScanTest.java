package dev.grebe.sources.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Reader;
import dev.grebe.plugin.Rejects;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.SourcePlugin;
import dev.grebe.plugin.Split;
import dev.grebe.plugin.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Way.class)
class ScanTest {
    private static final String SCHEMA =
            "message events { required int64 Id; optional binary FileName (STRING); required binary Line (STRING); }";
    private static final Schema COLUMNS = Schema.of("Id", Type.LONG, "FileName", Type.STRING, "Line", Type.STRING);
    private static final int ROWS = 10_000;

    @Parameter
    Way way;

    @TempDir
    Path folder;

    @Test
    void columnNeverAskedForIsNeverInflated() {
        Lake lake = lake(events("a.parquet"));
        try (Scan scan = lake.scan(COLUMNS);
                Reader reader = scan.open(scan.splits().get(0), COLUMNS.names(), Rows.ALL)) {
            for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                batch.get().column(0, Selection.all(batch.get().rowCount()));
            }
            assertThat(scan.account().details())
                    .containsEntry("pagesInflated", 10L)
                    .containsEntry("bytesInflated", 8L * ROWS)
                    .containsEntry("chunksUntouched", 2L);
            Lake.assertAddsUp(scan.account());
        }
    }

    @Test
    void columnThatOnlyLaterBatchesNeedIsSteppedOverUntilThen() {
        Lake lake = lake(events("a.parquet"));
        try (Scan scan = lake.scan(COLUMNS);
                Reader reader = scan.open(scan.splits().get(0), List.of("Id"), Rows.ALL)) {
            for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                if (batch.get().position(0) == 8_192) {
                    Column.Longs ids = (Column.Longs) batch.get().column(0, new Selection(new int[] {900}, 1));
                    assertThat(ids.values()[900]).isEqualTo(9_092);
                }
            }
            assertThat(scan.account().details())
                    .containsEntry("pagesInflated", 1L)
                    .containsEntry("pagesSteppedOver", 9L);
        }
    }

    @Test
    void fewRowsAreFoundByTheOffsetIndex() {
        Lake lake = lake(events("a.parquet"));
        try (Scan scan = lake.scan(COLUMNS)) {
            Split split = scan.splits().get(0);
            long before = scan.account().bytesRead();
            List<List<Object>> rows = Lake.rows(scan, split, List.of("Line", "Id"), Rows.at(new int[] {7_777}, 1));
            assertThat(rows).containsExactly(List.of("line 7777", 7_777L));
            assertThat(scan.account().details())
                    .containsEntry("pagesInflated", 2L)
                    .containsEntry("pagesSteppedOver", 18L);
            assertThat(scan.account().bytesRead() - before).isLessThan(40_000);
        }
    }

    @Test
    void positionsOfSparseRowsAreThoseOfTheSplit() {
        Lake lake = lake(events("a.parquet"));
        try (Scan scan = lake.scan(COLUMNS);
                Reader reader =
                        scan.open(scan.splits().get(0), List.of("Id"), Rows.at(new int[] {3, 5_000, 9_999}, 3))) {
            Batch batch = reader.next().orElseThrow();
            assertThat(batch.rowCount()).isEqualTo(3);
            assertThat(List.of(batch.position(0), batch.position(1), batch.position(2)))
                    .containsExactly(3L, 5_000L, 9_999L);
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void rowsAreCountedWithoutColumns() {
        Lake lake = lake(events("a.parquet"));
        assertThat(lake.rows(Schema.of())).hasSize(ROWS);
    }

    @Test
    void textsKeepOneDictionaryInAllBatches() {
        Lake lake = lake(events("a.parquet"));
        List<Column> dictionaries = new ArrayList<>();
        try (Scan scan = lake.scan(COLUMNS);
                Reader reader = scan.open(scan.splits().get(0), List.of("FileName"), Rows.ALL)) {
            for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                Column column = batch.get().column(0, Selection.all(batch.get().rowCount()));
                dictionaries.add(((Column.Dictionary) column).values());
            }
        }
        assertThat(dictionaries).hasSize(3).allMatch(values -> values == dictionaries.get(0));
    }

    @Test
    void partitionsAreColumnsAndWinOverThoseOfTheFile() throws IOException {
        events("date=2020-09-20/FileName=from%20path/a.parquet");
        events("date=__HIVE_DEFAULT_PARTITION__/FileName=b/b.parquet");
        Schema columns = Schema.of("date", Type.TIMESTAMP, "FileName", Type.STRING, "Id", Type.LONG);
        List<List<Object>> rows = lake(folder).rows(columns);
        assertThat(rows).hasSize(2 * ROWS);
        long midnight = 16_005_600_000_000_000L - 16_005_600_000_000_000L % 864_000_000_000L;
        assertThat(rows.get(1)).containsExactly(midnight, "from path", 1L);
        assertThat(rows.get(ROWS + 2)).containsExactly(null, "b", 2L);
    }

    @Test
    void missingColumnReadsAsNullAndEmptyText() {
        Schema columns = Schema.of("Id", Type.LONG, "Port", Type.LONG, "User", Type.STRING);
        List<Object> first = lake(events("a.parquet")).rows(columns).get(0);
        assertThat(first).containsExactly(0L, null, "");
    }

    @Test
    void missingRequiredColumnIsAnErrorWithNearNames() {
        Path file = events("a.parquet");
        Schema columns = Schema.of("FileNmae", Type.STRING);
        assertThatThrownBy(() -> lake(file).scan(columns, Set.of("FileNmae"), Lake.ALL))
                .isInstanceOf(DataException.class)
                .hasMessage("Events: required column 'FileNmae' is missing in " + file
                        + " (MISSING_COLUMN). Did you mean 'FileName'?");
    }

    @Test
    void requiredColumnMayBeMissingInSomeFiles() {
        events("a.parquet");
        Written.file(
                folder.resolve("b.parquet"),
                "message m { required int64 Id; }",
                builder -> builder,
                2,
                (row, group) -> group.add("Id", (long) row));
        Lake lake = lake(folder);
        try (Scan scan = lake.scan(COLUMNS, Set.of("Line"), Lake.ALL)) {
            Split last = scan.splits().get(1);
            assertThat(Lake.rows(scan, last, COLUMNS.names(), Rows.ALL))
                    .containsExactly(List.of(0L, "", ""), List.of(1L, "", ""));
        }
    }

    @Test
    void columnOfAnotherTypeIsRefusedByName() {
        Path file = events("a.parquet");
        assertThatThrownBy(() -> lake(file).scan(Schema.of("FileName", Type.LONG)))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ": column 'FileName': it is BYTE_ARRAY STRING, the table Events reads it as LONG"
                        + " (SCHEMA_CONFLICT)");
    }

    @Test
    void textThatIsNoTimeIsAnErrorWithItsRow() {
        Path file = folder.resolve("times.parquet");
        String schema = "message m { optional binary Time (STRING); }";
        Written.file(
                file,
                schema,
                builder -> builder.withDictionaryEncoding(false),
                3,
                (row, group) -> group.add("Time", row < 2 ? row == 0 ? "2020-09-20T00:00:00Z" : "" : "\u001b[31msoon"));
        Lake lake = lake(file);
        assertThatThrownBy(() -> lake.rows(Schema.of("Time", Type.TIMESTAMP)))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        file
                                + ": row 2, column 'Time': '\\u001B[31msoon' is no ISO 8601 time of years 1 to 9999 (BAD_TIMESTAMP)");
    }

    @Test
    void emptyTextIsNoTime() {
        Path file = folder.resolve("times.parquet");
        String schema = "message m { optional binary Time (STRING); }";
        Written.file(file, schema, builder -> builder, 2, (row, group) -> group.add("Time", ""));
        assertThat(lake(file).rows(Schema.of("Time", Type.TIMESTAMP)).get(1)).containsExactly((Object) null);
    }

    @Test
    void fileThatChangedSinceItWasListedIsAnError() throws IOException {
        Path file = events("a.parquet");
        Lake lake = lake(file);
        ParquetSource source = lake.source();
        Files.write(file, new byte[] {1}, StandardOpenOption.APPEND);
        assertThatThrownBy(() -> source.scan(
                                new Request("Events", COLUMNS, Set.of(), Set.of(), Window.ALL, Lake.ALL),
                                lake.budget,
                                Rejects.FAIL)
                        .close())
                .isInstanceOf(DataException.class);
    }

    @Test
    void splitsAreReadByManyThreadsAtOnce() throws Exception {
        for (int i = 0; i < 80; i++) {
            small("part-" + (100 + i) + ".parquet", i);
        }
        Lake lake = lake(folder);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try (Scan scan = lake.scan(COLUMNS)) {
            List<Callable<List<List<Object>>>> tasks = new ArrayList<>();
            for (Split split : scan.splits()) {
                tasks.add(() -> Lake.rows(scan, split, COLUMNS.names(), Rows.ALL));
            }
            int file = 0;
            for (Future<List<List<Object>>> rows : pool.invokeAll(tasks)) {
                assertThat(rows.get()).hasSize(50).contains(List.of((long) file, "f" + file, "line " + file));
                file++;
            }
            Lake.assertAddsUp(scan.account());
        } finally {
            pool.shutdownNow();
        }
        assertThat(lake.storage.mostOpen.get()).isLessThanOrEqualTo(68);
        assertThat(lake.storage.open).hasValue(0);
        assertThat(lake.budget.taken()).isZero();
    }

    /** DuckDB writes a column without nulls as required if it knows, and then there are no definition levels at all. */
    @Test
    void requiredColumnsOfDuckDbAreRead() throws Exception {
        Path file =
                Path.of(ScanTest.class.getResource("/duckdb/required.parquet").toURI());
        Schema columns = Schema.of(
                "InitiatingProcessId", Type.LONG,
                "DeviceId", Type.STRING,
                "FileName", Type.STRING,
                "IsSigned", Type.BOOL,
                "Score", Type.DOUBLE);
        List<List<Object>> rows = lake(file).rows(columns);
        assertThat(rows).hasSize(3_000);
        for (int i = 0; i < rows.size(); i++) {
            String name = i % 7 == 0 ? "" : "file-" + i % 11 + ".exe";
            assertThat(rows.get(i)).containsExactly((long) i, "device-" + i % 5, name, i % 3 == 0, i / 8.0);
        }
    }

    @Test
    void pluginIsFound() {
        assertThat(ServiceLoader.load(SourcePlugin.class))
                .anyMatch(plugin -> plugin.name().equals("parquet") && plugin.settings() == ParquetSettings.class);
    }

    private void small(String name, int file) {
        Written.file(folder.resolve(name), SCHEMA, builder -> builder, 50, (row, group) -> {
            group.add("Id", (long) file);
            group.add("FileName", "f" + file);
            group.add("Line", "line " + file);
        });
    }

    private Path events(String name) {
        Path file = folder.resolve(name);
        file.getParent().toFile().mkdirs();
        return Written.file(file, SCHEMA, ScanTest::settings, ROWS, (row, group) -> {
            group.add("Id", (long) row);
            if (row % 5 > 0) {
                group.add("FileName", "file-" + row % 7);
            }
            group.add("Line", "line " + row);
        });
    }

    private static ExampleParquetWriter.Builder settings(ExampleParquetWriter.Builder builder) {
        return builder.withCompressionCodec(CompressionCodecName.ZSTD)
                .withDictionaryEncoding("Id", false)
                .withDictionaryEncoding("Line", false)
                .withPageRowCountLimit(1_000);
    }

    private Lake lake(Path path) {
        return new Lake(path, way);
    }
}
