package dev.grebe.sources.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.sources.parquet.FileColumn.Meaning;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Statistics;
import org.junit.jupiter.api.Test;

/** Which statistics are believed. */
class BoundsTest {
    @Test
    void oldBoundsOfTextsAreInNoUsableOrder() {
        Statistics old = new Statistics().setMin(utf8("a")).setMax(utf8("z"));
        assertThat(Bounds.of(old, column(Meaning.TEXT), Decoding.TEXT, true)).isEmpty();
    }

    @Test
    void oldBoundsOfNumbersAreRight() {
        Statistics old = new Statistics().setMin(int64(-5)).setMax(int64(7));
        assertThat(Bounds.of(old, column(Meaning.INT64), Decoding.LONG, false)).contains(new Bounds(-5L, 7L));
    }

    @Test
    void boundsWithoutAStatedOrderProveNothing() {
        assertThat(Bounds.of(statistics(utf8("a"), utf8("z")), column(Meaning.TEXT), Decoding.TEXT, false))
                .isEmpty();
    }

    @Test
    void leastTextMayEndInHalfACharacterButNotTheGreatest() {
        byte[] half = Arrays.copyOf(utf8("aü"), 2);
        assertThat(Bounds.of(statistics(half, utf8("z")), column(Meaning.TEXT), Decoding.TEXT, true))
                .contains(new Bounds("a", "z"));
        assertThat(Bounds.of(statistics(utf8("a"), half), column(Meaning.TEXT), Decoding.TEXT, true))
                .isEmpty();
    }

    @Test
    void notANumberProvesNothing() {
        Statistics statistics = statistics(float64(Double.NaN), float64(5));
        assertThat(Bounds.of(statistics, column(Meaning.DOUBLE), Decoding.DOUBLE, true))
                .isEmpty();
    }

    @Test
    void boundsInTheWrongOrderProveNothing() {
        assertThat(Bounds.of(statistics(int64(7), int64(-5)), column(Meaning.INT64), Decoding.LONG, true))
                .isEmpty();
    }

    @Test
    void boundsOfAnotherSizeProveNothing() {
        assertThat(Bounds.of(statistics(new byte[4], new byte[4]), column(Meaning.INT64), Decoding.LONG, true))
                .isEmpty();
    }

    @Test
    void boundsOfTimesAreTicksRoundedDown() {
        assertThat(Bounds.of(statistics(int64(-101), int64(199)), column(Meaning.NANOS), Decoding.NANOS, true))
                .contains(new Bounds(-2L, 1L));
    }

    @Test
    void boundsThatAreNoTimeProveNothing() {
        Statistics statistics = statistics(int64(0), int64(Long.MAX_VALUE));
        assertThat(Bounds.of(statistics, column(Meaning.MICROS), Decoding.MICROS, true))
                .isEmpty();
    }

    @Test
    void boundsOfTimesInTextProveNothing() {
        Statistics statistics = statistics(utf8("2020-01-01T00:00:00+02:00"), utf8("2020-01-01T00:00:00Z"));
        assertThat(Bounds.of(statistics, column(Meaning.TEXT), Decoding.ISO, true))
                .isEmpty();
    }

    private static Statistics statistics(byte[] min, byte[] max) {
        return new Statistics().setMin_value(min).setMax_value(max);
    }

    private static FileColumn column(Meaning meaning) {
        SchemaElement element = new SchemaElement("c").setRepetition_type(FieldRepetitionType.OPTIONAL);
        return new FileColumn(new SchemaNode(element, "c", 1, 0, 0, 1, List.of()), meaning, 0, meaning.name());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] int64(long value) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
    }

    private static byte[] float64(double value) {
        return int64(Double.doubleToRawLongBits(value));
    }
}
