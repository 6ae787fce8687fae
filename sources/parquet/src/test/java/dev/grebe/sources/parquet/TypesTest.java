package dev.grebe.sources.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Rejection;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stored types read as, and which values are refused. */
class TypesTest {
    @TempDir
    Path folder;

    @Test
    void decimalsKeepTheirDigitsAsText() {
        Lake lake = write("required int32 a (DECIMAL(9,2)); required int64 b (DECIMAL(18,0));", group -> {
            group.add("a", -100);
            group.add("b", 7L);
        });
        assertThat(lake.rows(Schema.of("a", Type.STRING, "b", Type.LONG))).containsExactly(List.of("-1.00", 7L));
        assertThat(lake.rows(Schema.of("a", Type.LONG, "b", Type.DOUBLE))).containsExactly(List.of(-1L, 7.0));
    }

    @Test
    void decimalWithAFractionIsNoWholeNumber() {
        Lake lake = write("required int32 a (DECIMAL(9,2));", group -> group.add("a", 150));
        assertThat(lake.rows(Schema.of("a", Type.DOUBLE))).containsExactly(List.of(1.5));
        assertThatThrownBy(() -> lake.rows(Schema.of("a", Type.LONG)))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith("row 0, column 'a': the value is no whole number of 64 bits (BAD_NUMBER)");
    }

    @Test
    void unsignedNumbersAreNotNegative() {
        Lake lake = write("required int32 a (INTEGER(32,false)); required int64 b (INTEGER(64,false));", group -> {
            group.add("a", -1);
            group.add("b", -1L);
        });
        assertThat(lake.rows(Schema.of("a", Type.LONG, "b", Type.STRING)))
                .containsExactly(List.of(4_294_967_295L, "18446744073709551615"));
        assertThat(lake.rows(Schema.of("b", Type.DOUBLE))).containsExactly(List.of(0x1p64));
        assertThatThrownBy(() -> lake.rows(Schema.of("b", Type.LONG))).hasMessageContaining("BAD_NUMBER");
    }

    @Test
    void timesOfDayAreDurations() {
        Lake lake = write("required int32 a (TIME(MILLIS,true)); required int64 b (TIME(NANOS,true));", group -> {
            group.add("a", 1_500);
            group.add("b", 250L);
        });
        assertThat(lake.rows(Schema.of("a", Type.DURATION, "b", Type.DURATION)))
                .containsExactly(List.of(15_000_000L, 2L));
    }

    @Test
    void bytesOfFixedLengthAreRead() {
        Lake lake = write(
                "required fixed_len_byte_array(16) u (UUID); required fixed_len_byte_array(2) h (FLOAT16);"
                        + " required fixed_len_byte_array(3) x;",
                group -> {
                    group.add("u", Binary.fromConstantByteArray(new byte[] {
                        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
                    }));
                    group.add("h", Binary.fromConstantByteArray(new byte[] {0, (byte) 0xc1}));
                    group.add("x", Binary.fromConstantByteArray(new byte[] {1, (byte) 0xff, 0}));
                });
        assertThat(lake.rows(Schema.of("u", Type.STRING, "h", Type.DOUBLE, "x", Type.STRING)))
                .containsExactly(List.of("00010203-0405-0607-0809-0a0b0c0d0e0f", -2.5, "01ff00"));
    }

    @Test
    void partsOfGroupsAreNamedByTheirPath() {
        Lake lake = write(
                "optional group process { optional group file { optional binary name (STRING); } required int64 pid; }",
                group -> {
                    Group process = group.addGroup("process");
                    process.addGroup("file").add("name", "a.exe");
                    process.add("pid", 4L);
                },
                group -> group.addGroup("process").add("pid", 5L),
                group -> {});
        assertThat(lake.rows(Schema.of("process.file.name", Type.STRING, "process.pid", Type.LONG)))
                .containsExactly(List.of("a.exe", 4L), List.of("", 5L), Arrays.asList("", null));
        assertThat(lake.rows(Schema.of("process", Type.DYNAMIC)))
                .containsExactly(
                        List.of("{\"file\":{\"name\":\"a.exe\"},\"pid\":4}"),
                        List.of("{\"file\":null,\"pid\":5}"),
                        List.of(""));
        assertThat(lake.source().sample())
                .isEqualTo(Schema.of(
                        "process", Type.DYNAMIC,
                        "process.file", Type.DYNAMIC,
                        "process.file.name", Type.STRING,
                        "process.pid", Type.LONG));
    }

    @Test
    void listsAndMapsAreJson() {
        Lake lake = write(
                "optional group l (LIST) { repeated group list { optional int32 element; } }"
                        + " optional group m (MAP) { repeated group key_value { required int32 key; optional binary value; } }",
                group -> {
                    Group list = group.addGroup("l");
                    list.addGroup("list").add("element", 1);
                    list.addGroup("list");
                    Group entry = group.addGroup("m").addGroup("key_value");
                    entry.add("key", 7);
                    entry.add("value", Binary.fromConstantByteArray(new byte[] {(byte) 0xab}));
                },
                group -> {
                    group.addGroup("l");
                    group.addGroup("m");
                });
        assertThat(lake.rows(Schema.of("l", Type.DYNAMIC, "m", Type.DYNAMIC)))
                .containsExactly(List.of("[1,null]", "{\"7\":\"ab\"}"), List.of("[]", "{}"));
        assertThat(lake.source().sample()).isEqualTo(Schema.of("l", Type.DYNAMIC, "m", Type.DYNAMIC));
        assertThatThrownBy(() -> lake.scan(Schema.of("l", Type.STRING)))
                .hasMessageEndingWith(
                        "column 'l': it is a list, the table Events reads it as STRING (SCHEMA_CONFLICT)");
    }

    @Test
    void badRowsAreLeftOutAndOthersKeepTheirPlaces() {
        Lake lake = write(
                "required int64 Id; optional binary Time (STRING);",
                group -> row(group, 0, "2020-09-20T00:00:00Z"),
                group -> row(group, 1, "soon"),
                group -> group.add("Id", 2L),
                group -> row(group, 3, "2020-09-20"));
        Quarantine rejects = new Quarantine();
        Schema columns = Schema.of("Id", Type.LONG, "Time", Type.TIMESTAMP);
        List<List<Object>> rows = lake.rows(columns, Set.of("Time"), rejects);
        assertThat(rows).extracting(row -> row.get(0)).containsExactly(0L, 3L);
        assertThat(rejects.rows())
                .extracting(Rejection::position, row -> row.reason().name(), Rejection::raw)
                .containsExactly(
                        tuple(Rejection.Position.row(1), "BAD_TIMESTAMP", "soon"),
                        tuple(Rejection.Position.row(2), "NULL_REQUIRED", ""));
    }

    private static void row(Group group, long id, String time) {
        group.add("Id", id);
        group.add("Time", time);
    }

    @Test
    void timesBeyondTheCalendarAreShownAsTheyAreStored() {
        Lake lake = write("required int64 t (TIMESTAMP(MILLIS,true));", group -> group.add("t", Long.MAX_VALUE));
        assertThat(lake.rows(Schema.of("t", Type.DYNAMIC))).containsExactly(List.of("9223372036854775807"));
    }

    @SafeVarargs
    private Lake write(String columns, Consumer<Group>... rows) {
        Path file = folder.resolve("a.parquet");
        Written.file(
                file,
                "message m { " + columns + " }",
                builder -> builder,
                rows.length,
                (row, group) -> rows[row].accept(group));
        return new Lake(file, Way.NIO);
    }
}
