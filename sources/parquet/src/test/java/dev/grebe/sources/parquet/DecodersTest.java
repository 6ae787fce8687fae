package dev.grebe.sources.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForInteger;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForLong;
import org.apache.parquet.column.values.deltalengthbytearray.DeltaLengthByteArrayValuesWriter;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decoders read what Parquet's encoders write. */
class DecodersTest {
    private static final long SEED = 20_200_920;

    private final Random random = new Random(SEED);

    @Test
    void hybridNumbersOfEveryWidthAreRead() throws IOException {
        for (int width = 0; width <= 32; width++) {
            int[] values = runs(width, 3_000);
            RunLengthBitPackingHybridEncoder encoder =
                    new RunLengthBitPackingHybridEncoder(width, 100, 100_000, HeapByteBufferAllocator.getInstance());
            for (int value : values) {
                encoder.writeInt(value);
            }
            byte[] bytes = bytes(encoder.toBytes());
            Hybrid hybrid = new Hybrid("numbers");
            hybrid.reset(withSlack(bytes), 0, bytes.length, width, values.length);
            int[] all = new int[values.length];
            hybrid.range(0, 17, all, 0);
            hybrid.range(17, values.length - 17, all, 17);
            assertThat(all).as("width %d", width).isEqualTo(values);
            int[] some = IntStream.range(0, values.length)
                    .filter(i -> random.nextInt(9) == 0)
                    .toArray();
            int[] read = new int[some.length];
            hybrid.read(some, some.length, read);
            assertThat(read).isEqualTo(Arrays.stream(some).map(i -> values[i]).toArray());
        }
    }

    private int[] runs(int width, int count) {
        int[] values = new int[count];
        int mask = width == 32 ? -1 : (1 << width) - 1;
        int run = 0;
        for (int i = 0; i < count; i++) {
            run = run == 0 ? random.nextInt(40) : run - 1;
            values[i] = run > 0 && i > 0 ? values[i - 1] : random.nextInt() & mask;
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 31, 32, 33, 129, 1_000})
    void deltaPackedLongsAreReadForwardAndAgain(int count) throws IOException {
        long[] values =
                random.longs(count).map(value -> value >> random.nextInt(64)).toArray();
        ValuesWriter writer =
                new DeltaBinaryPackingValuesWriterForLong(100, 100_000, HeapByteBufferAllocator.getInstance());
        Arrays.stream(values).forEach(writer::writeLong);
        byte[] bytes = bytes(writer.getBytes());
        DeltaLongs longs = new DeltaLongs(false);
        longs.reset(withSlack(bytes), 0, bytes.length, count);
        long[] read = new long[count];
        for (int pass = 0; pass < 2; pass++) {
            longs.longs(IntStream.range(0, count).toArray(), count, read);
            assertThat(read).isEqualTo(values);
        }
        assertThat(longs.skipToEnd()).isEqualTo(bytes.length);
    }

    @Test
    void deltaPackedIntsWrapAround() throws IOException {
        int[] values = {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, Integer.MAX_VALUE, 0, Integer.MIN_VALUE};
        ValuesWriter writer =
                new DeltaBinaryPackingValuesWriterForInteger(100, 100_000, HeapByteBufferAllocator.getInstance());
        Arrays.stream(values).forEach(writer::writeInteger);
        byte[] bytes = bytes(writer.getBytes());
        DeltaLongs longs = new DeltaLongs(true);
        longs.reset(withSlack(bytes), 0, bytes.length, values.length);
        long[] read = new long[values.length];
        longs.longs(IntStream.range(0, values.length).toArray(), values.length, read);
        assertThat(read).isEqualTo(Arrays.stream(values).asLongStream().toArray());
    }

    @Test
    void textsBehindTheirLengthsAreRead() throws IOException {
        List<String> values = IntStream.range(0, 500)
                .mapToObj(i -> "t".repeat(random.nextInt(30)) + i)
                .toList();
        ValuesWriter writer = new DeltaLengthByteArrayValuesWriter(100, 100_000, HeapByteBufferAllocator.getInstance());
        values.forEach(value -> writer.writeBytes(Binary.fromString(value)));
        byte[] bytes = bytes(writer.getBytes());
        Values texts = new DeltaTexts.Lengths();
        texts.reset(withSlack(bytes), 0, bytes.length, values.size());
        int[] some = IntStream.range(0, values.size())
                .filter(i -> random.nextInt(4) == 0)
                .toArray();
        for (int pass = 0; pass < 2; pass++) {
            List<String> read = new ArrayList<>();
            texts.texts(
                    some,
                    some,
                    some.length,
                    (slot, text, from, length) -> read.add(new String(text, from, length, StandardCharsets.UTF_8)));
            assertThat(read).isEqualTo(Arrays.stream(some).mapToObj(values::get).toList());
        }
    }

    @Test
    void hybridNumbersThatEndEarlyAreDamage() {
        Hybrid hybrid = new Hybrid("ids");
        hybrid.reset(withSlack(new byte[] {8, 1}), 0, 2, 1, 10);
        assertThatThrownBy(() -> hybrid.range(0, 10, new int[10], 0))
                .isInstanceOf(BadPage.class)
                .hasMessage("its ids end after 4 of 10 values");
    }

    private static byte[] bytes(BytesInput input) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        input.writeAllTo(bytes);
        return bytes.toByteArray();
    }

    private static byte[] withSlack(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length + Bits.SLACK);
    }
}
