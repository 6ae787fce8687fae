package dev.grebe.sources.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plan.Expressions;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Storage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read, whichever way files are reached. */
abstract class JsonlContract {
    static final Schema EVENTS =
            Schema.of("DeviceId", Type.STRING, "ProcessId", Type.LONG, "Timestamp", Type.TIMESTAMP);

    @TempDir
    Path base;

    Lake lake;

    abstract Storage storage(Path base);

    @BeforeEach
    void open() {
        lake = new Lake(storage(base), Portions.DEFAULT);
    }

    @Test
    void columnsAreReadByKey() throws IOException {
        lines(
                "a.jsonl",
                "{\"ProcessId\": 7, \"Other\": [1, {\"DeviceId\": \"no\"}], \"DeviceId\": \"d\","
                        + " \"Timestamp\": \"2020-09-20T12:00:00.1234567Z\"}",
                "{\"DeviceId\":\"e\"}");

        assertThat(lake.read("a.jsonl", EVENTS).rows())
                .containsExactly(
                        List.of("d", 7L, Ticks.of(Instant.parse("2020-09-20T12:00:00.123456700Z"))),
                        row("e", null, null));
    }

    @Test
    void missingKeyAndNullAreMissingValues() throws IOException {
        Schema all = Schema.of(
                "B",
                Type.BOOL,
                "L",
                Type.LONG,
                "D",
                Type.DOUBLE,
                "S",
                Type.STRING,
                "T",
                Type.TIMESTAMP,
                "U",
                Type.DURATION,
                "Y",
                Type.DYNAMIC);
        write("a.jsonl", "{\"B\":null,\"L\":null,\"D\":null,\"S\":null,\"T\":null,\"U\":null,\"Y\":null}\n{}\n");

        Lake.Read read = lake.read("a.jsonl", all);

        assertThat(read.rows()).hasSize(2).allSatisfy(row -> {
            assertThat(row.get(3)).isEqualTo("");
            assertThat(row.get(6)).isEqualTo("");
            assertThat(row).filteredOn(value -> value == null).hasSize(5);
        });
    }

    @Test
    void dynamicIsCompactText() throws IOException {
        lines(
                "a.jsonl",
                "{\"Y\" : { \"a b\" : [ 1.50 , null ] , \"c\\\"\" : \" \\u00e9 \" } }",
                "{\"Y\": \"t\" }",
                "{\"Y\":  -1.0e5 , \"Z\":1}",
                "{\"Y\":true}",
                "{\"Y\": [ ] }");

        assertThat(lake.read("a.jsonl", Schema.of("Y", Type.DYNAMIC)).rows())
                .containsExactly(
                        List.of("{\"a b\":[1.50,null],\"c\\\"\":\" \\u00e9 \"}"),
                        List.of("\"t\""),
                        List.of("-1.0e5"),
                        List.of("true"),
                        List.of("[]"));
    }

    @Test
    void textIsDecoded() throws IOException {
        lines("a.jsonl", "{\"S\":\"C:\\\\a\\n\\u00e9\\ud83d\\ude00 é😀\"}", "{\"S\":1.50}", "{\"S\":true}");

        assertThat(lake.read("a.jsonl", Schema.of("S", Type.STRING)).rows())
                .containsExactly(List.of("C:\\a\né😀 é😀"), List.of("1.50"), List.of("true"));
    }

    @Test
    void numbersAreExact() throws IOException {
        lines(
                "a.jsonl",
                "{\"L\":9223372036854775807,\"D\":0.1}",
                "{\"L\":-9223372036854775808,\"D\":1}",
                "{\"L\":-0,\"D\":\"NaN\"}",
                "{\"L\":5.0,\"D\":\"+inf\"}",
                "{\"L\":-7.000,\"D\":\"-inf\"}");

        assertThat(lake.read("a.jsonl", Schema.of("L", Type.LONG, "D", Type.DOUBLE))
                        .rows())
                .containsExactly(
                        List.of(Long.MAX_VALUE, 0.1),
                        List.of(Long.MIN_VALUE, 1.0),
                        List.of(0L, Double.NaN),
                        List.of(5L, Double.POSITIVE_INFINITY),
                        List.of(-7L, Double.NEGATIVE_INFINITY));
    }

    @Test
    void spansAreReadAsTheyAreWritten() throws IOException {
        long[] spans = {0, 1, -1, Ticks.PER_SECOND, 3 * Ticks.PER_DAY + 5, -12 * Ticks.PER_DAY};
        StringBuilder text = new StringBuilder();
        for (long span : spans) {
            text.append("{\"U\":\"").append(Ticks.formatSpan(span)).append("\"}\n");
        }
        write("a.jsonl", text.toString());

        assertThat(lake.read("a.jsonl", Schema.of("U", Type.DURATION)).rows())
                .isEqualTo(Arrays.stream(spans)
                        .mapToObj(span -> List.<Object>of(span))
                        .toList());
    }

    @Test
    void noColumnsStillCountRows() throws IOException {
        write("a.jsonl", events(0, 10));

        assertThat(lake.read("a.jsonl", Schema.of()).rows()).hasSize(10);
    }

    @Test
    void linesEndAsWritersEndThem() throws IOException {
        write("a.jsonl", "\uFEFF{\"DeviceId\":\"a\"}\r\n\r\n  \n\t{\"DeviceId\":\"b\"} \n\n{\"DeviceId\":\"c\"}");

        Lake.Read read = lake.read("a.jsonl", Schema.of("DeviceId", Type.STRING));

        assertThat(read.rows()).containsExactly(List.of("a"), List.of("b"), List.of("c"));
        assertThat(read.account().details()).containsEntry("blankLines", 3L);
    }

    @Test
    void emptyFileHasNoRows() throws IOException {
        write("a.jsonl", "");

        assertThat(lake.read("a.jsonl", EVENTS, Set.of("DeviceId"), Lake.EVERYTHING)
                        .rows())
                .isEmpty();
    }

    @Test
    void manyRowsComeInBatchesInOrder() throws IOException {
        write("a.jsonl", events(0, 10_000));

        assertThat(ids(lake.read("a.jsonl", EVENTS))).isEqualTo(expected(0, 10_000));
    }

    @Test
    void gzipIsToldByItsFirstBytes() throws IOException {
        Files.write(base.resolve("a.jsonl"), gzip(events(0, 5_000)));
        write("b.jsonl.gz", events(5_000, 5_010));

        assertThat(ids(lake.read("*", EVENTS))).isEqualTo(expected(0, 5_010));
    }

    @Test
    void allMembersOfAGzipFileAreRead() throws IOException {
        Files.write(base.resolve("a.gz"), joined(gzip(events(0, 10) + "{\"Dev"), gzip(""), gzip("iceId\":\"d10\"}\n")));

        assertThat(ids(lake.read("a.gz", EVENTS))).isEqualTo(expected(0, 11));
    }

    @Test
    void damageOfACompressedFileIsAnError() throws IOException {
        byte[] whole = gzip(events(0, 1000));
        Files.write(base.resolve("a.gz"), Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> lake.read("a.gz", EVENTS))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("a.gz: byte ")
                .hasMessageEndingWith("(TRUNCATED)");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64, 100, 1_000, 1_000_000})
    void everyLineIsReadOnceHoweverAFileIsCut(int splitBytes) throws IOException {
        String text = events(0, 40) + "\n\r\n" + events(40, 99) + "{\"DeviceId\":\"d99\"}";
        write("a.jsonl", text);
        Portions portions = new Portions(splitBytes, 50, 3, 1_000);

        Lake.Read read = new Lake(storage(base), portions).read("a.jsonl", EVENTS);

        assertThat(ids(read)).isEqualTo(expected(0, 100));
        assertThat(read.splits()).isEqualTo((text.length() + splitBytes - 1) / splitBytes);
        assertThat(read.account().details()).containsEntry("blankLines", 2L);
    }

    @Test
    void batchesEndEarlyWhereTextIsLong() throws IOException {
        write("a.jsonl", events(0, 100));

        assertThat(ids(new Lake(storage(base), new Portions(1 << 20, 1 << 20, 64, 10)).read("a.jsonl", EVENTS)))
                .isEqualTo(expected(0, 100));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000_000})
    void someRowsAreReadByPosition(int splitBytes) throws IOException {
        write("a.jsonl", events(0, 50) + "\n" + events(50, 100));
        Lake lake = new Lake(storage(base), new Portions(splitBytes, 64, 4, 1_000));
        List<List<Object>> found = new ArrayList<>();
        List<List<Object>> all = new ArrayList<>();
        try (Scan scan = lake.scan("a.jsonl", EVENTS, Set.of(), Lake.EVERYTHING, new Lake.Reserved())) {
            assertThat(scan.rereads()).isFalse();
            scan.splits().forEach(split -> {
                List<List<Object>> rows = cast(Lake.rows(scan, split, List.of("DeviceId"), Rows.ALL));
                int[] odd = IntStream.range(0, rows.size())
                        .filter(row -> row % 2 == 1)
                        .toArray();
                found.addAll(
                        cast(Lake.rows(scan, split, List.of("DeviceId"), Rows.at(Arrays.copyOf(odd, 99), odd.length))));
                IntStream.of(odd).forEach(row -> all.add(rows.get(row)));
            });
            assertThat(scan.account().rows()).isEqualTo(100);
        }

        assertThat(found).isEqualTo(all).isNotEmpty();
    }

    @Test
    void partitionsAreColumns() throws IOException {
        write("lake/dt=2020-09-20/site=z%C3%BCrich/a.jsonl", "{\"DeviceId\":\"a\",\"site\":\"line\"}\n");
        write("lake/dt=2020-09-21/site=__HIVE_DEFAULT_PARTITION__/a.jsonl", "{\"DeviceId\":\"b\"}\n");
        write("lake/dt=__HIVE_DEFAULT_PARTITION__/site=x/a.jsonl", "{\"DeviceId\":\"c\"}\n");
        Schema columns = Schema.of("site", Type.STRING, "DeviceId", Type.STRING, "dt", Type.TIMESTAMP);

        assertThat(lake.read("lake", columns, Set.of("dt"), Lake.EVERYTHING).rows())
                .containsExactly(
                        List.of("zürich", "a", Ticks.of(Instant.parse("2020-09-20T00:00:00Z"))),
                        List.of("", "b", Ticks.of(Instant.parse("2020-09-21T00:00:00Z"))),
                        row("x", "c", null));
    }

    @Test
    void foldersThatCannotMatchAreNotOpened() throws IOException {
        write("lake/site=a/a.jsonl", "damaged");
        write("lake/site=b/a.jsonl", "{\"DeviceId\":\"b\"}\n");
        Schema columns = Schema.of("site", Type.STRING, "DeviceId", Type.STRING);

        Lake.Read read =
                lake.read("lake", columns, Set.of(), Expressions.text("site").is("b"));

        assertThat(read.rows()).containsExactly(List.of("b", "b"));
        assertThat(read.account().files()).isEqualTo(2);
        assertThat(read.account().filesSkipped()).isEqualTo(1);
        assertThat(read.account().bytesRead()).isLessThan(read.account().bytes());
    }

    @Test
    void folderNameThatDoesNotFitItsTypeIsAnError() throws IOException {
        write("lake/dt=2020-13-01/a.jsonl", "{}\n");

        assertThatThrownBy(() -> lake.read("lake", Schema.of("dt", Type.TIMESTAMP)))
                .isInstanceOf(DataException.class)
                .hasMessage("lake/dt=2020-13-01/a.jsonl: partition 'dt' is '2020-13-01';"
                        + " the table reads it as TIMESTAMP (BAD_PARTITION)");
    }

    @Test
    void requiredColumnThatNoRowHasIsAnErrorAtTheEnd() throws IOException {
        write("lake/a.jsonl", "{\"DeviceID\":\"a\"}\n");
        write("lake/b.jsonl", "{\"DeviceID\":\"b\"}\n");

        assertThatThrownBy(() -> lake.read("lake", EVENTS, Set.of("DeviceId"), Lake.EVERYTHING))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "lake: Events requires column 'DeviceId'; none of 2 rows in 2 files has it (MISSING_COLUMN)."
                                + " Did you mean 'DeviceID'?");
    }

    @Test
    void requiredColumnIsThereIfOneRowHasItsKey() throws IOException {
        write("a.jsonl", "{}\n{\"DeviceId\":null}\n");

        assertThat(lake.read("a.jsonl", EVENTS, Set.of("DeviceId"), Lake.EVERYTHING)
                        .rows())
                .hasSize(2);
    }

    @Test
    void fileThatGrewIsReadToItsListedEnd() throws IOException {
        write("a.jsonl", events(0, 10) + "{\"DeviceId\":\"d1");
        try (Scan scan = lake.scan("a.jsonl", EVENTS, Set.of(), Lake.EVERYTHING, new Lake.Reserved())) {
            append("a.jsonl", "0\"}\n{\"DeviceId\":\"d11\"}\n");

            assertThat(Lake.rows(scan, scan.splits().get(0), List.of("DeviceId"), Rows.ALL))
                    .hasSize(10);
        }
    }

    @Test
    void fileThatShrankIsAnError() throws IOException {
        write("a.jsonl", events(0, 10));
        try (Scan scan = lake.scan("a.jsonl", EVENTS, Set.of(), Lake.EVERYTHING, new Lake.Reserved())) {
            write("a.jsonl", events(0, 9));

            assertThatThrownBy(() -> Lake.rows(scan, scan.splits().get(0), List.of("DeviceId"), Rows.ALL))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("CHANGED_DURING_READ");
        }
    }

    @Test
    void missingDirectoryIsNamed() throws IOException {
        write("lake/DeviceProcessEvents/a.jsonl", "{}");

        assertThatThrownBy(() -> lake.read("lake/DeviceProcesEvents/", EVENTS))
                .hasMessage("lake/DeviceProcesEvents/: no such file or directory. Did you mean 'DeviceProcessEvents'?");
    }

    @Test
    void sampleGuessesColumnsAndTypes() throws IOException {
        write("lake/dt=1/a.jsonl", "{\"a\":1,\"b\":null,\"c\":\"2020-09-20T00:00:00Z\",\"d\":true,\"e\":{},\"f\":1}\n");
        write("lake/dt=1/b.jsonl", "\uFEFF\n{\"a\":1.5,\"b\":null,\"c\":null,\"g\":\"x\",\"f\":\"y\"}\n");

        assertThat(new JsonlSource(Lake.settings("lake"), storage(base)).sample())
                .isEqualTo(Schema.of(
                        "a",
                        Type.DOUBLE,
                        "b",
                        Type.STRING,
                        "c",
                        Type.TIMESTAMP,
                        "d",
                        Type.BOOL,
                        "e",
                        Type.DYNAMIC,
                        "f",
                        Type.STRING,
                        "g",
                        Type.STRING,
                        "dt",
                        Type.STRING));
    }

    static String events(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append("{\"DeviceId\":\"d")
                    .append(i)
                    .append("\",\"ProcessId\":")
                    .append(i)
                    .append("}\n");
        }
        return text.toString();
    }

    static List<Object> ids(Lake.Read read) {
        return cast(read.rows()).stream().map(row -> row.get(0)).toList();
    }

    static List<Object> expected(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> (Object) ("d" + i)).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<List<Object>> cast(List<?> rows) {
        return (List<List<Object>>) rows;
    }

    private static List<Object> row(Object... values) {
        List<Object> row = new ArrayList<>();
        Collections.addAll(row, values);
        return row;
    }

    void write(String path, String text) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void lines(String path, String... lines) throws IOException {
        write(path, String.join("\n", lines) + "\n");
    }

    private void append(String path, String text) throws IOException {
        Files.writeString(base.resolve(path), text, StandardOpenOption.APPEND);
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[]... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.write(part);
        }
        return bytes.toByteArray();
    }
}
