package dev.grebe.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.TextFile;
import dev.grebe.plugin.TextInput;
import dev.grebe.plugin.Window;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for text whichever way files are reached. */
abstract class TextContract {
    private static final long NO_LIMIT = Long.MAX_VALUE;

    @TempDir
    Path base;

    private FileStorage storage;

    abstract FileStorage storage(Path base);

    @BeforeEach
    void open() {
        storage = storage(base);
    }

    /** Ways to compress. */
    enum Codec {
        GZIP,
        ZSTD;

        byte[] of(byte[] text) {
            if (this == ZSTD) {
                return Zstd.compress(text);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }

        byte[] of(String text) {
            return of(bytes(text));
        }
    }

    @Test
    void plainTextIsReadAsItIs() throws IOException {
        TextFile file = text("a.jsonl", bytes("one\ntwo\n"));

        assertThat(content(file)).isEqualTo("one\ntwo\n");
        assertThat(file.isCompressed()).isFalse();
        assertThat(file.grew()).isFalse();
    }

    @Test
    void plainTextIsReadFromAnyPlace() throws IOException {
        TextFile file = text("a.jsonl", bytes("0123456789"));

        assertThat(content(file.open(4))).isEqualTo("456789");
        assertThat(content(file.open(10))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Codec.class)
    void compressedTextIsReadDecompressed(Codec codec) throws IOException {
        byte[] text = noise(1_000_000);
        TextFile file = text("a", codec.of(text));

        assertThat(all(file.open(0))).isEqualTo(text);
        assertThat(file.isCompressed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Codec.class)
    void whatRepeatsIsDecompressedInFull(Codec codec) throws IOException {
        byte[] text = new byte[3_000_000];

        assertThat(all(text("a", codec.of(text)).open(0))).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(Codec.class)
    void partsOneBehindTheOtherAreOneText(Codec codec) throws IOException {
        TextFile file = text("a", joined(codec.of("one\n"), codec.of(""), codec.of("two\n")));

        assertThat(content(file)).isEqualTo("one\ntwo\n");
    }

    @ParameterizedTest
    @CsvSource({"GZIP, x", "ZSTD, x", "GZIP, more than four bytes", "ZSTD, more than four bytes"})
    void whatFollowsTheCompressedDataIsRefused(Codec codec, String trailing) throws IOException {
        TextFile file = text("a", joined(codec.of("one\n"), bytes(trailing)));

        assertThat(rejection(() -> content(file)).reason()).isEqualTo(Reason.TRAILING_DATA);
    }

    @ParameterizedTest
    @EnumSource(Codec.class)
    void compressedTextCutAnywhereIsTruncated(Codec codec) throws IOException {
        byte[] whole = codec.of("one\ntwo\nthree\nfour, five, six\n");
        for (int length = 4; length < whole.length; length++) {
            TextFile file = text("a" + length, Arrays.copyOf(whole, length));

            assertThat(rejection(() -> content(file)).reason())
                    .as("%d of %d bytes", length, whole.length)
                    .isEqualTo(Reason.TRUNCATED);
        }
    }

    @Test
    void damageIsNamedWithItsPlace() throws IOException {
        byte[] bytes = Codec.GZIP.of("one\ntwo\n");
        bytes[bytes.length - 8] ^= 1;

        assertThatThrownBy(() -> content(text("lake/a.gz", bytes)))
                .isInstanceOf(DataException.class)
                .hasMessage("lake/a.gz: byte %d: the gzip data is damaged: its check sum differs (DECOMPRESS)"
                        .formatted(bytes.length - 4));
    }

    @ParameterizedTest
    @EnumSource(Codec.class)
    void everyFlippedBitIsRefusedOrHarmless(Codec codec) throws IOException {
        byte[] whole = codec.of(noise(300));
        for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
            byte[] bytes = whole.clone();
            bytes[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            TextFile file = text("a" + bit, bytes);
            try {
                all(file.open(0));
            } catch (DataException e) {
                assertThat(e.rejection()).isPresent();
            }
        }
    }

    @Test
    void zstdCheckSumIsVerified() throws IOException {
        byte[] bytes = zstdWithSum("one, two, three, four, five, six\n");
        bytes[bytes.length - 1] ^= 1;

        assertThat(rejection(() -> content(text("a", bytes))).reason()).isEqualTo(Reason.DECOMPRESS);
    }

    @Test
    void zstdFramesThatAreToBeSkippedAreNoText() throws IOException {
        byte[] skipped = {0x5A, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 'x', 'y', 'z'};
        byte[] frame = Codec.ZSTD.of("one\n");

        assertThat(content(text("a", joined(skipped, frame, skipped, frame, skipped))))
                .isEqualTo("one\none\n");
        assertThat(rejection(() -> content(text("b", joined(frame, Arrays.copyOf(skipped, 9)))))
                        .reason())
                .isEqualTo(Reason.TRUNCATED);
    }

    @ParameterizedTest
    @EnumSource(Codec.class)
    void textBeyondTheLimitIsRefusedAndTheLimitNamed(Codec codec) throws IOException {
        FileSlice slice = write("a", codec.of(new byte[1_000_001]));

        assertThatThrownBy(() -> content(storage.text(slice, 1_000_000)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("larger than 1000000 bytes when decompressed")
                .hasMessageEndingWith("(LIMIT_EXCEEDED)");
        assertThat(content(storage.text(slice, 1_000_001))).hasSize(1_000_001);
    }

    @Test
    void theLimitIsForCompressedTextAlone() throws IOException {
        assertThat(content(storage.text(write("a", bytes("one\n")), 1))).isEqualTo("one\n");
    }

    @Test
    void firstBytesTellTheFormatWhateverTheNameSays() throws IOException {
        assertThat(content(text("a.gz", bytes("one\n")))).isEqualTo("one\n");
        assertThat(content(text("a.zst", Codec.GZIP.of("one\n")))).isEqualTo("one\n");
        assertThat(content(text("a.jsonl", Codec.ZSTD.of("one\n")))).isEqualTo("one\n");
    }

    @Test
    void emptyPlainFileIsNoText() throws IOException {
        TextFile file = text("a", new byte[0]);

        assertThat(content(file)).isEmpty();
        assertThat(file.isCompressed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.gz", "a.zst", "A.GZ"})
    void emptyFileThatShouldBeCompressedIsTruncated(String name) throws IOException {
        TextFile file = text(name, new byte[0]);

        assertThat(rejection(() -> content(file)).reason()).isEqualTo(Reason.TRUNCATED);
    }

    @Test
    void otherCompressionIsRefusedByName() throws IOException {
        byte[] bzip2 = joined(bytes("BZh9"), new byte[] {0x31, 0x41, 0x59, 0x26, 0x53, 0x59});

        assertThatThrownBy(() -> content(text("a.bz2", bzip2)))
                .hasMessage("a.bz2: is compressed with bzip2; text is read plain, gzip or zstd (UNSUPPORTED_CODEC)");
        assertThat(content(text("a.csv", bytes("BZh9,a\n")))).isEqualTo("BZh9,a\n");
    }

    @Test
    void fileThatGrewIsReadToItsListedSize() throws IOException {
        TextFile file = text("a", bytes("one\ntw"));
        append("a", "o\nthree\n");

        assertThat(content(file)).isEqualTo("one\ntw");
        assertThat(content(file.open(4))).isEqualTo("tw");
        assertThat(file.grew()).isTrue();
    }

    @Test
    void whetherItGrewIsDecidedWhenItIsOpenedFirst() throws IOException {
        TextFile file = text("a", bytes("one\ntwo"));
        file.open(0).close();
        append("a", "\nthree\n");

        assertThat(content(file)).isEqualTo("one\ntwo");
        assertThat(file.grew()).isFalse();
    }

    @Test
    void fileThatShrankIsRefused() throws IOException {
        TextFile file = text("a", bytes("one\ntwo\n"));
        Files.writeString(base.resolve("a"), "one\n");

        assertThatThrownBy(() -> file.open(0))
                .isInstanceOf(DataException.class)
                .hasMessage("a: has 4 bytes, had 8 when it was listed (CHANGED_DURING_READ)");
    }

    @Test
    void fileThatIsCutWhileItIsReadIsRefused() throws IOException {
        TextFile file = text("a", new byte[1_000_000]);
        try (TextInput input = file.open(0)) {
            input.read(new byte[4], 0, 4);
            Files.writeString(base.resolve("a"), "one\n");

            assertThat(rejection(() -> content(input)).reason()).isEqualTo(Reason.CHANGED_DURING_READ);
        }
    }

    @Test
    void fileThatWasRewrittenIsRefused() throws IOException {
        TextFile file = text("a", bytes("one\n"));
        Files.setLastModifiedTime(
                base.resolve("a"), FileTime.fromMillis(file.slice().modified() + 1));

        assertThat(rejection(() -> file.open(0)).reason()).isEqualTo(Reason.CHANGED_DURING_READ);
    }

    @ParameterizedTest
    @EnumSource(Codec.class)
    void compressedFileThatGrewIsRefused(Codec codec) throws IOException {
        TextFile file = text("a", codec.of("one\n"));
        append("a", "x");

        assertThat(rejection(() -> file.open(0)).reason()).isEqualTo(Reason.CHANGED_DURING_READ);
        assertThat(rejection(file::isCompressed).reason()).isEqualTo(Reason.CHANGED_DURING_READ);
    }

    @Test
    void fileThatIsGoneIsRefused() throws IOException {
        TextFile file = text("a", bytes("one\n"));
        Files.delete(base.resolve("a"));

        assertThatThrownBy(() -> file.open(0)).hasMessage("a: is gone since it was listed (CHANGED_DURING_READ)");
    }

    @Test
    void compressedTextIsReadFromItsStartOnly() throws IOException {
        TextFile file = text("a", Codec.GZIP.of("one\n"));

        assertThatThrownBy(() -> file.open(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void storedBytesAreCounted() throws IOException {
        byte[] compressed = Codec.GZIP.of(noise(500_000));
        try (TextInput input = text("a", compressed).open(0)) {
            all(input);
            assertThat(input.bytesRead()).isEqualTo(compressed.length);
        }
        try (TextInput input = text("b", new byte[100]).open(60)) {
            all(input);
            assertThat(input.bytesRead()).isEqualTo(40);
        }
    }

    private TextFile text(String path, byte[] content) throws IOException {
        return storage.text(write(path, content), NO_LIMIT);
    }

    private FileSlice write(String path, byte[] content) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return storage.list(path, Window.ALL).files().get(0);
    }

    private void append(String path, String more) throws IOException {
        Files.writeString(base.resolve(path), more, StandardOpenOption.APPEND);
    }

    private static Rejection rejection(ThrowingCallable reading) {
        DataException thrown = (DataException) catchThrowable(reading);
        assertThat(thrown).isNotNull();
        return thrown.rejection().orElseThrow();
    }

    private static String content(TextFile file) {
        try (TextInput input = file.open(0)) {
            return content(input);
        }
    }

    private static String content(TextInput input) {
        return new String(all(input), StandardCharsets.UTF_8);
    }

    private static byte[] all(TextInput input) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[10_000];
        for (int count = 0; count >= 0; count = input.read(buffer, 0, buffer.length)) {
            bytes.write(buffer, 0, count);
        }
        return bytes.toByteArray();
    }

    /** Bytes that compress, but not to nearly nothing. */
    private static byte[] noise(int length) {
        Random random = new Random(1);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) ('a' + random.nextInt(16));
        }
        return bytes;
    }

    private static byte[] zstdWithSum(String text) {
        try (ZstdCompressCtx context = new ZstdCompressCtx().setChecksum(true)) {
            return context.compress(bytes(text));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
