package dev.grebe.filesystems.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plan.Ticks;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Staging;
import dev.grebe.plugin.TextFile;
import dev.grebe.plugin.TextInput;
import dev.grebe.plugin.Window;
import dev.grebe.storage.AddressingStyle;
import dev.grebe.storage.FileStorage;
import dev.grebe.storage.S3Settings;
import dev.grebe.storage.StorageSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3StorageTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    static Path keys;

    @TempDir
    static Path buckets;

    private static Path keyStore;
    private static S3Server server;

    private final String bucket = "security-lake-" + NUMBER.incrementAndGet();

    @BeforeAll
    static void knowTheService() throws Exception {
        keyStore = S3Server.keyStore(keys);
        System.setProperty("javax.net.ssl.trustStore", keyStore.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", "changeit");
        System.setProperty("aws.accessKeyId", S3Server.IDENTITY);
        System.setProperty("aws.secretAccessKey", S3Server.SECRET);
        server = S3Server.http(buckets);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void makeBucket() throws IOException {
        Files.createDirectories(buckets.resolve(bucket));
        server.forget();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3", "s3a"})
    void bucketIsListedLikeAFolder(String scheme) throws IOException {
        files("lake/b", "lake/a/z", "lake/a/y/x", "lake/_SUCCESS", "elsewhere/c");
        String lake = scheme + "://" + bucket + "/lake";

        assertThat(paths(storage(), lake)).containsExactly(lake + "/a/y/x", lake + "/a/z", lake + "/b");
        assertThat(paths(storage(), lake + "/*/z")).containsExactly(lake + "/a/z");
        assertThat(paths(storage(), lake + "/b")).containsExactly(lake + "/b");
    }

    @Test
    void wholeBucketIsListed() throws IOException {
        files("a", "b/c");

        assertThat(paths(storage(), uri(""))).containsExactly(uri("a"), uri("b/c"));
    }

    @Test
    void missingFolderIsNamedWithItsNearestName() throws IOException {
        files("lake/DeviceProcessEvents/a");

        assertThatThrownBy(() -> paths(storage(), uri("lake/DeviceProcesEvents/")))
                .isInstanceOf(DataException.class)
                .hasMessage(uri("lake/DeviceProcesEvents/")
                        + ": no such file or directory. Did you mean 'DeviceProcessEvents'?");
    }

    @Test
    void oddNamesAreListedAndRead() throws IOException {
        List<String> names = List.of("lake/ a b", "lake/-x", "lake/100%.a", "lake/50%25.a", "lake/a+b&c#d", "lake/ü=1");
        files(names.toArray(String[]::new));

        FileStorage storage = storage();
        List<FileSlice> files = storage.list(uri("lake"), Window.ALL).files();

        assertThat(files)
                .extracting(FileSlice::path)
                .containsExactlyElementsOf(names.stream().map(this::uri).toList());
        for (FileSlice file : files) {
            assertThat(uri(new String(text(storage.text(file, 100)), StandardCharsets.UTF_8)))
                    .isEqualTo(file.path());
        }
    }

    @Test
    void onlyFoldersOfTheWindowAreAskedFor() throws IOException {
        for (int day = 1; day <= 28; day++) {
            for (int hour = 0; hour < 4; hour++) {
                files("lake/y=2025/m=10/d=%02d/h=%02d/m=00/PT1H.json".formatted(day, hour));
            }
        }
        FileStorage storage = storage();

        List<FileSlice> files = storage.list(
                        uri("lake/y={yyyy}/m={MM}/d={dd}/h={HH}/m={mm}/"),
                        new Window(
                                Ticks.of(Instant.parse("2025-10-09T02:00:00Z")),
                                Ticks.of(Instant.parse("2025-10-09T03:00:00Z"))))
                .files();

        assertThat(files).extracting(FileSlice::path).containsExactly(uri("lake/y=2025/m=10/d=09/h=02/m=00/PT1H.json"));
        assertThat(server.requests.stream().filter(request -> request.contains("d=") && !request.contains("{")))
                .allMatch(request -> request.contains("d=09"));
    }

    @Test
    void listedFileIsReadInRangesAndWithoutAnotherRequest() throws IOException {
        byte[] content = random(3_000_000);
        write("lake/a.parquet", content);
        FileStorage storage = storage();
        FileSlice file = storage.list(uri("lake"), Window.ALL).files().get(0);
        server.forget();

        ByteBuffer tail = ByteBuffer.allocate(65_536);
        ByteBuffer middle = ByteBuffer.allocateDirect(200_000);
        try (RandomInput input = storage.open(file)) {
            input.read(content.length - 65_536, tail);
            input.read(1_000_000, middle);
        }

        assertThat(tail.array()).isEqualTo(Arrays.copyOfRange(content, content.length - 65_536, content.length));
        assertThat(middle.flip()).isEqualTo(ByteBuffer.wrap(content, 1_000_000, 200_000));
        assertThat(server.requests)
                .containsExactly(
                        "GET lake/a.parquet bytes=2934464-2999999", "GET lake/a.parquet bytes=1000000-1199999");
        assertThat(server.bytesSent.sum()).isEqualTo(265_536);
    }

    @Test
    void rangesAreReadAtTheSameTime() throws Exception {
        byte[] content = random(4_000_000);
        write("lake/a.parquet", content);
        FileStorage storage = storage();
        FileSlice file = storage.list(uri("lake"), Window.ALL).files().get(0);
        ExecutorService workers = Executors.newFixedThreadPool(8);
        try (RandomInput input = storage.open(file)) {
            List<Future<ByteBuffer>> parts = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                long at = i * 100_000L;
                parts.add(workers.submit(() -> {
                    ByteBuffer part = ByteBuffer.allocate(100_000);
                    input.read(at, part);
                    return part.flip();
                }));
            }
            for (int i = 0; i < parts.size(); i++) {
                assertThat(parts.get(i).get()).isEqualTo(ByteBuffer.wrap(content, i * 100_000, 100_000));
            }
        } finally {
            workers.shutdownNow();
        }
    }

    @Test
    void textIsReadInOneRequest() throws IOException {
        byte[] content = random(2_000_000);
        write("lake/a.json.gz", gzip(content));
        FileStorage storage = storage();
        FileSlice file = storage.list(uri("lake"), Window.ALL).files().get(0);
        server.forget();

        assertThat(text(storage.text(file, Long.MAX_VALUE))).isEqualTo(content);
        assertThat(server.requests).hasSize(1);
        assertThat(server.bytesSent.sum()).isEqualTo(file.size());
    }

    @Test
    void formatIsToldByAFewBytes() throws IOException {
        write("lake/a.json", random(2_000_000));
        FileStorage storage = storage();
        FileSlice file = storage.list(uri("lake"), Window.ALL).files().get(0);
        server.forget();

        assertThat(storage.text(file, Long.MAX_VALUE).isCompressed()).isFalse();
        assertThat(server.requests).hasSize(1);
        assertThat(server.bytesSent.sum()).isLessThan(100_000);
    }

    @Test
    void replacedObjectIsRefused() throws IOException {
        files("lake/a", "lake/b", "lake/c");
        FileStorage storage = storage();
        List<FileSlice> files = storage.list(uri("lake"), Window.ALL).files();
        write("lake/a", "other!".getBytes(StandardCharsets.UTF_8));
        server.delete(bucket, "lake/b");
        write("lake/c", "longer than it was".getBytes(StandardCharsets.UTF_8));

        for (FileSlice file : files) {
            assertThatThrownBy(() -> text(storage.text(file, 100)))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("(CHANGED_DURING_READ)");
            assertThatThrownBy(() -> {
                        try (RandomInput input = storage.open(file)) {
                            input.read(0, ByteBuffer.allocate(6));
                        }
                    })
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("(CHANGED_DURING_READ)");
        }
    }

    @Test
    void objectIsSeenOnlyWhenItIsCommitted() throws IOException {
        FileStorage storage = storage();
        try (Staging staging = storage.stage(uri("out/findings.jsonl"))) {
            staging.output().write(random(100_000));
            assertThat(storage.exists(uri("out/findings.jsonl"))).isFalse();
            staging.commit();
        }
        try (Staging staging = storage.stage(uri("out/other.jsonl"))) {
            staging.output().write(1);
        }

        assertThat(storage.exists(uri("out/findings.jsonl"))).isTrue();
        assertThat(storage.exists(uri("out/other.jsonl"))).isFalse();
        assertThat(paths(storage, uri("out"))).containsExactly(uri("out/findings.jsonl"));
    }

    @Test
    void requestsAndBytesAreCounted() throws IOException {
        files("lake/one/a", "lake/two/b");
        FileStorage storage = storage();
        for (FileSlice file : storage.list(uri("lake"), Window.ALL).files()) {
            text(storage.text(file, 100));
        }

        assertThat(storage.requests())
                .containsEntry("listings", 3L)
                .containsEntry("lookups", 1L)
                .containsEntry("reads", 2L)
                .containsEntry("bytesRead", 20L);
    }

    @Test
    void refusedCredentialsAreNamed() throws IOException {
        files("lake/a");
        System.setProperty("aws.secretAccessKey", "wrong");
        try {
            assertThatThrownBy(() -> paths(storage(), uri("lake")))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("permission denied");
        } finally {
            System.setProperty("aws.secretAccessKey", S3Server.SECRET);
        }
    }

    @Test
    void certificateThatIsTrustedIsEnough() throws IOException {
        files("lake/a");
        try (S3Server secure = S3Server.https(buckets, keyStore)) {
            FileStorage storage = storage(secure);

            FileSlice file = storage.list(uri("lake"), Window.ALL).files().get(0);

            assertThat(text(storage.text(file, 100))).asString().isEqualTo("lake/a");
        }
    }

    private FileStorage storage() {
        return storage(server);
    }

    private FileStorage storage(S3Server of) {
        return new FileStorage(
                buckets, new StorageSettings(1_000, new S3Settings(of.endpoint(), "", AddressingStyle.AUTO, false)));
    }

    private static List<String> paths(FileStorage storage, String path) {
        return storage.list(path, Window.ALL).files().stream()
                .map(FileSlice::path)
                .toList();
    }

    private String uri(String key) {
        return "s3://" + bucket + "/" + key;
    }

    /** Objects that contain their own keys. */
    private void files(String... keys) {
        for (String key : keys) {
            write(key, key.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void write(String key, byte[] content) {
        server.put(bucket, key, content);
    }

    private static byte[] text(TextFile file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[100_000];
        try (TextInput input = file.open(0)) {
            for (int count = 0; count >= 0; count = input.read(buffer, 0, buffer.length)) {
                bytes.write(buffer, 0, count);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
