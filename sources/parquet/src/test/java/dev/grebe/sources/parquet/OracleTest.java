package dev.grebe.sources.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Split;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every value of every column of every good file, as JSON, is the one that Parquet's own reader gives. */
class OracleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "binary_without_string",
                "meta_avro_gadget",
                "ok_bss",
                "ok_decimal",
                "ok_duckdb_zstd",
                "ok_gzip",
                "ok_java_snappy_crc",
                "ok_java_v2_delta_plain",
                "ok_java_v2_zstd",
                "payloads",
                "pt_alltypes_plain",
                "pt_binary_truncated_min_max",
                "pt_byte_array_decimal",
                "pt_byte_stream_split.zstd",
                "pt_data_index_bloom_encoding_with_length",
                "pt_datapage_v1-snappy-compressed-checksum",
                "pt_datapage_v1-uncompressed-checksum",
                "pt_datapage_v2.snappy",
                "pt_delta_binary_packed",
                "pt_delta_byte_array",
                "pt_dict-page-offset-zero",
                "pt_fixed_length_decimal",
                "pt_incorrect_map_schema",
                "pt_int32_decimal",
                "pt_int32_with_null_pages",
                "pt_int96_from_spark",
                "pt_map_no_value",
                "pt_nan_in_stats",
                "pt_overflow_i16_page_cnt",
                "pt_page_v2_empty_compressed",
                "pt_repeated_primitive_no_list",
                "pt_rle-dict-snappy-checksum",
                "pt_rle_boolean_encoding",
                "pt_sort_columns",
                "stats_nan",
                "ts_int96",
                "ts_micros",
                "ts_micros_local",
                "ts_millis",
                "ts_naive_duckdb"
            })
    void valuesAreThoseOfParquetItself(String name) {
        Path file = resource(name);
        List<Group> groups = Written.groups(file);
        GroupType type = groups.get(0).getType();
        List<List<Object>> expected = new ArrayList<>();
        for (Group group : groups) {
            List<Object> row = new ArrayList<>();
            for (int i = 0; i < type.getFieldCount(); i++) {
                row.add(GroupJson.field(group, i));
            }
            expected.add(row);
        }
        Lake lake = new Lake(file, Way.NIO);
        Schema columns = dynamic(type);
        assertThat(nulls(lake.rows(columns))).isEqualTo(expected);
        everySeventhRow(lake, columns, expected);
    }

    private static void everySeventhRow(Lake lake, Schema columns, List<List<Object>> expected) {
        int first = 0;
        try (Scan scan = lake.scan(columns)) {
            for (Split split : scan.splits()) {
                List<List<Object>> rows = expected.subList(first, first + (int) split.rows());
                int[] some =
                        Written.sorted(IntStream.range(0, (int) split.rows()).filter(row -> row % 7 == 6));
                assertThat(nulls(Lake.rows(scan, split, columns.names(), Rows.at(some, some.length))))
                        .isEqualTo(Arrays.stream(some).mapToObj(rows::get).toList());
                first += (int) split.rows();
            }
        }
    }

    /** Parquet's own reader cannot inflate these here; both files hold the same rows. */
    @Test
    void bothFramesOfLz4HoldTheSameRows() {
        Lake raw = new Lake(resource("pt_lz4_raw_compressed"), Way.NIO);
        Lake framed = new Lake(resource("pt_hadoop_lz4_compressed"), Way.NIO);
        List<List<Object>> rows = raw.rows(raw.source().sample());
        assertThat(rows).isEqualTo(framed.rows(framed.source().sample()));
        assertThat(rows.get(0)).startsWith(1_593_604_800L, "abc", 42.0);
    }

    private static Schema dynamic(GroupType type) {
        return Schema.of(type.getFields().stream()
                .flatMap(field -> Stream.of(field.getName(), Type.DYNAMIC))
                .toArray());
    }

    /** A null DYNAMIC is of length 0. */
    private static List<List<Object>> nulls(List<List<Object>> rows) {
        return rows.stream()
                .map(row -> {
                    List<Object> values = new ArrayList<>(row);
                    values.replaceAll(value -> "".equals(value) ? null : value);
                    return values;
                })
                .toList();
    }

    private static Path resource(String name) {
        try {
            return Path.of(OracleTest.class
                    .getResource("/badinput/parquet/" + name + ".parquet")
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
