package dev.grebe.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.data.Column;
import dev.grebe.plan.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of column can be handed to Spark as it is: no value is copied or converted ahead. */
class ColumnAsVectorTest {
    static List<Examples.Example> examples() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void vectorGivesTheValues(Examples.Example example) {
        try (ColumnarBatch batch = batch(example)) {
            ColumnVector vector = batch.column(0);
            List<Object> values = new ArrayList<>();
            for (int row = 0; row < batch.numRows(); row++) {
                values.add(vector.isNullAt(row) ? null : value(example.type(), vector, row));
            }
            assertThat(values).isEqualTo(example.values());
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void rowsOfTheBatchGiveTheValues(Examples.Example example) {
        try (ColumnarBatch batch = batch(example)) {
            List<Object> values = new ArrayList<>();
            for (Iterator<InternalRow> rows = batch.rowIterator(); rows.hasNext(); ) {
                values.add(value(example.type(), rows.next()));
            }
            assertThat(values).isEqualTo(example.values());
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void sparksTypeReadsTheSame(Examples.Example example) {
        try (ColumnarBatch batch = batch(example)) {
            List<Object> values = new ArrayList<>();
            batch.rowIterator().forEachRemaining(row -> {
                Object value =
                        row.isNullAt(0) ? null : row.get(0, batch.column(0).dataType());
                values.add(value instanceof UTF8String text ? text.toString() : value);
            });
            assertThat(values).isEqualTo(example.values());
        }
    }

    /** Spark skips the check for null where a whole run is read, and where it has made it elsewhere. */
    @ParameterizedTest
    @MethodSource("examples")
    void rowsWithoutAValueCanBeRead(Examples.Example example) {
        try (ColumnarBatch batch = batch(example)) {
            for (int row = 0; row < batch.numRows(); row++) {
                Object value = batch.getRow(row).get(0, batch.column(0).dataType());
                if (example.values().get(row) == null && batch.column(0).dataType() == DataTypes.StringType) {
                    assertThat(value).isNull();
                }
            }
        }
    }

    @Test
    void runsOfNumbersAreReadAcrossNulls() {
        try (ColumnVector vector =
                new ColumnAsVector(Type.LONG, example("LONG with a null, coded").column())) {
            long[] values = vector.getLongs(0, 5);
            assertThat(values[0]).isEqualTo(4624);
            assertThat(values[1]).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void nullsAreCounted(Examples.Example example) {
        try (ColumnVector vector = new ColumnAsVector(example.type(), example.column())) {
            long nulls =
                    example.values().stream().filter(value -> value == null).count();
            assertThat(vector.numNulls()).isEqualTo((int) nulls);
            assertThat(vector.hasNull()).isEqualTo(nulls > 0);
        }
    }

    @Test
    void missingTextIsEmptyAndNotNull() {
        try (ColumnarBatch batch = batch(example("STRING, coded"))) {
            InternalRow row = batch.getRow(1);
            assertThat(row.isNullAt(0)).isFalse();
            assertThat(row.getUTF8String(0)).isEqualTo(UTF8String.EMPTY_UTF8);
        }
    }

    @Test
    void textSharesTheBytesOfTheColumn() {
        byte[] bytes = "cmd.exe".getBytes(StandardCharsets.UTF_8);
        Column column = new Column.Bytes(1, bytes, new int[1], new int[] {bytes.length});
        try (ColumnVector vector = new ColumnAsVector(Type.STRING, column)) {
            assertThat(vector.getUTF8String(0).getBaseObject()).isSameAs(bytes);
        }
    }

    @Test
    void columnsOfABatchStandSideBySide() {
        List<Examples.Example> pair = List.of(example("STRING"), example("TIMESTAMP"));
        ColumnVector[] vectors = pair.stream()
                .map(example -> new ColumnAsVector(example.type(), example.column()))
                .toArray(ColumnVector[]::new);
        try (ColumnarBatch batch = new ColumnarBatch(vectors, 3)) {
            InternalRow last = batch.getRow(2);
            assertThat(last.numFields()).isEqualTo(2);
            assertThat(last.getUTF8String(0)).isEqualTo(UTF8String.fromString("größer 😀"));
            assertThat(last.getLong(1)).isEqualTo(-2);
        }
    }

    @Test
    void noKindOfColumnIsForgotten() {
        Set<String> kinds = new TreeSet<>();
        for (Class<?> kind : Column.class.getPermittedSubclasses()) {
            if (kind != Column.Dictionary.class) {
                kinds.addAll(Set.of(kind.getSimpleName(), "Dictionary of " + kind.getSimpleName()));
            }
        }
        assertThat(examples().stream().map(example -> kind(example.column())).collect(Collectors.toSet()))
                .isEqualTo(kinds);
    }

    @Test
    void everyTypeIsTriedWithoutNullsAndWithThem() {
        Set<Type> without = new TreeSet<>();
        Set<Type> with = new TreeSet<>();
        examples().forEach(example -> (example.values().contains(null) ? with : without).add(example.type()));
        assertThat(without).containsExactly(Type.values());
        assertThat(with).containsExactlyElementsOf(EnumSet.complementOf(EnumSet.of(Type.STRING)));
    }

    private static String kind(Column column) {
        return column instanceof Column.Dictionary dictionary
                ? "Dictionary of " + kind(dictionary.values())
                : column.getClass().getSimpleName();
    }

    private static Examples.Example example(String name) {
        return examples().stream()
                .filter(example -> example.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ColumnarBatch batch(Examples.Example example) {
        ColumnVector vector = new ColumnAsVector(example.type(), example.column());
        return new ColumnarBatch(new ColumnVector[] {vector}, example.values().size());
    }

    private static Object value(Type type, ColumnVector vector, int row) {
        return switch (type) {
            case BOOL -> vector.getBoolean(row);
            case LONG, TIMESTAMP, DURATION -> vector.getLong(row);
            case DOUBLE -> vector.getDouble(row);
            case STRING, DYNAMIC -> vector.getUTF8String(row).toString();
        };
    }

    private static Object value(Type type, SpecializedGetters row) {
        if (row.isNullAt(0)) {
            return null;
        }
        return switch (type) {
            case BOOL -> row.getBoolean(0);
            case LONG, TIMESTAMP, DURATION -> row.getLong(0);
            case DOUBLE -> row.getDouble(0);
            case STRING, DYNAMIC -> row.getUTF8String(0).toString();
        };
    }
}
