package dev.grebe.sources.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.data.Batch;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Account;
import dev.grebe.plugin.Reader;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Split;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.parquet.example.data.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Row groups and files are skipped when nothing in them can match, and never when something may. */
@ParameterizedClass
@EnumSource(Way.class)
class PruningTest {
    private static final Schema COLUMNS = Schema.of("Id", Type.LONG, "Name", Type.STRING, "Score", Type.DOUBLE);
    private static final String SCHEMA =
            "message m { optional int64 Id; optional binary Name (STRING); optional double Score; }";

    @Parameter
    Way way;

    @TempDir
    Path folder;

    @Test
    void rowGroupOutsideTheBoundsIsSkipped() {
        write("a.parquet", 100, (row, group) -> group.add("Id", (long) row));
        write("b.parquet", 100, (row, group) -> group.add("Id", 1_000L + row));
        Account account = read(100, compare(Function.GREATER, "Id", Type.LONG, 500L));
        assertThat(account.rowsSkipped()).isEqualTo(100);
        assertThat(account.details()).containsEntry("rowGroupsSkipped", 1L);
    }

    @Test
    void textBetweenTheBoundsIsLookedUpInTheDictionary() {
        write("a.parquet", 100, (row, group) -> group.add("Name", row % 2 == 0 ? "cmd.exe" : "zip.exe"));
        Account account = read(0, equalTo("psexesvc.exe"));
        assertThat(account.rowsSkipped()).isEqualTo(100);
        assertThat(account.details()).containsEntry("pagesInflated", 1L).containsEntry("rowGroupsSkipped", 1L);
        read(100, equalTo("ZIP.EXE"));
    }

    @Test
    void chunkThatIsNotAllDictionaryCodedIsRead() {
        Written.file(
                folder.resolve("a.parquet"),
                SCHEMA,
                builder -> builder.withDictionaryPageSize(200).withPageRowCountLimit(20),
                2_000,
                (row, group) -> group.add("Name", row == 1_999 ? "psexesvc.exe" : "name-" + row));
        read(2_000, equalTo("psexesvc.exe"));
    }

    @Test
    void missingTextIsFoundAsEmptyText() {
        write("a.parquet", 100, (row, group) -> {
            if (row > 0) {
                group.add("Name", "x");
            }
        });
        write("b.parquet", 100, (row, group) -> group.add("Name", "x"));
        write("c.parquet", 100, (row, group) -> group.add("Id", 1L));
        read(200, equalTo(""));
    }

    @Test
    void missingNumberIsFoundAsNull() {
        write("a.parquet", 100, (row, group) -> group.add("Id", 1L));
        write("b.parquet", 100, (row, group) -> group.add("Name", "x"));
        Expr isNull = new Expr.Call(Function.IS_NULL, List.of(new Expr.Column("Id", Type.LONG)), Type.BOOL);
        read(100, isNull);
        read(100, compare(Function.EQUAL, "Id", Type.LONG, 1L));
    }

    @Test
    void notANumberProvesNothing() {
        write("a.parquet", 100, (row, group) -> group.add("Score", row == 0 ? Double.NaN : 5.0 + row));
        read(100, compare(Function.GREATER, "Score", Type.DOUBLE, 50.0));
    }

    @Test
    void columnThatAFileLacksSkipsItsRowGroups() {
        Written.file(
                folder.resolve("a.parquet"),
                "message m { required int64 Id; }",
                builder -> builder,
                10,
                (row, group) -> group.add("Id", 1L));
        assertThat(read(0, equalTo("x")).rowsSkipped()).isEqualTo(10);
        read(10, equalTo(""));
    }

    @Test
    void fileOfAnotherPartitionIsNotOpened() {
        write("Name=cmd.exe/a.parquet", 10, (row, group) -> group.add("Id", 1L));
        write("Name=zip.exe/a.parquet", 10, (row, group) -> group.add("Id", 1L));
        Account account = read(10, equalTo("zip.exe"));
        assertThat(account.files()).isEqualTo(2);
        assertThat(account.filesSkipped()).isEqualTo(1);
        assertThat(account.rows()).isEqualTo(10);
    }

    @Test
    void textsOutsideAsciiAreInTheOrderOfTheirBytes() {
        write("a.parquet", 10, (row, group) -> group.add("Name", row == 0 ? "a" : "ü€"));
        read(10, equalTo("ü€"));
        read(10, equalTo("a"));
        assertThat(read(0, equalTo("😀")).rowsSkipped()).isEqualTo(10);
    }

    @Test
    void pagesOutsideTheBoundsAreSkipped() {
        Path file = folder.resolve("a.parquet");
        Written.file(
                file,
                SCHEMA,
                builder -> builder.withPageRowCountLimit(100).withDictionaryEncoding(false),
                1_000,
                (row, group) -> {
                    group.add("Id", (long) row);
                    group.add("Name", "name-" + row);
                });
        try (Scan scan = lake(folder).scan(COLUMNS, Set.of(), compare(Function.LESS, "Id", Type.LONG, 150L))) {
            List<List<Object>> rows = Lake.rows(scan, scan.splits().get(0), List.of("Name", "Id"), Rows.ALL);
            assertThat(rows).hasSize(200).contains(List.of("name-150", 150L));
            assertThat(scan.account().rowsSkipped()).isEqualTo(800);
            assertThat(scan.account().details()).containsEntry("pagesInflated", 4L);
            Lake.assertAddsUp(scan.account());
        }
    }

    @Test
    void positionsOfSkippedPagesAreNotUsedTwice() {
        Written.file(
                folder.resolve("a.parquet"),
                SCHEMA,
                builder -> builder.withPageRowCountLimit(100),
                1_000,
                (row, group) -> group.add("Id", (long) row));
        try (Scan scan = lake(folder).scan(COLUMNS, Set.of(), compare(Function.GREATER, "Id", Type.LONG, 950L))) {
            Split split = scan.splits().get(0);
            try (Reader reader = scan.open(split, List.of("Id"), Rows.ALL)) {
                Batch batch = reader.next().orElseThrow();
                assertThat(batch.position(0)).isEqualTo(900);
                assertThat(batch.rowCount()).isEqualTo(100);
            }
            assertThat(Lake.rows(scan, split, List.of("Id"), Rows.at(new int[] {960}, 1)))
                    .containsExactly(List.of(960L));
        }
    }

    @Test
    void valueThatABloomFilterDoesNotHoldIsSkipped() {
        Written.file(
                folder.resolve("a.parquet"),
                SCHEMA,
                builder -> builder.withDictionaryEncoding(false).withBloomFilterEnabled(true),
                2_000,
                (row, group) -> {
                    group.add("Id", row * 2L);
                    group.add("Name", "name-" + row * 2);
                });
        for (int row = 0; row < 2_000; row += 37) {
            String held = "name-" + row * 2;
            Expr isHeld =
                    new Expr.Match(new Expr.Column("Name", Type.STRING), Expr.Match.Op.EQUALS, false, List.of(held));
            read(2_000, isHeld);
            read(2_000, compare(Function.EQUAL, "Id", Type.LONG, row * 2L));
        }
        assertThat(read(0, compare(Function.EQUAL, "Id", Type.LONG, 777L)).rowsSkipped())
                .isEqualTo(2_000);
    }

    private static Expr equalTo(String text) {
        return new Expr.Match(new Expr.Column("Name", Type.STRING), Expr.Match.Op.EQUALS, true, List.of(text));
    }

    private static Expr compare(Function function, String column, Type type, Object value) {
        return new Expr.Call(
                function, List.of(new Expr.Column(column, type), new Expr.Literal(value, type)), Type.BOOL);
    }

    /** Reads what the predicate leaves: whole row groups. */
    private Account read(int expected, Expr predicate) {
        List<List<Object>> rows = new ArrayList<>();
        try (Scan scan = lake(folder).scan(COLUMNS, Set.of(), predicate)) {
            for (Split split : scan.splits()) {
                rows.addAll(Lake.rows(scan, split, COLUMNS.names(), Rows.ALL));
            }
            assertThat(rows).hasSize(expected);
            Lake.assertAddsUp(scan.account());
            return scan.account();
        }
    }

    private void write(String name, int rows, Written.RowWriter row) {
        Path file = folder.resolve(name);
        file.getParent().toFile().mkdirs();
        Written.file(file, SCHEMA, builder -> builder, rows, (number, group) -> write(row, number, group));
    }

    private static void write(Written.RowWriter row, int number, Group group) {
        row.write(number, group);
    }

    private Lake lake(Path path) {
        return new Lake(path, way);
    }
}
