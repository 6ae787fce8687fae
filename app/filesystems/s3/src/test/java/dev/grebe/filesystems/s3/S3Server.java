package dev.grebe.filesystems.s3;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** An S3 service over a folder, a bucket to each folder in it; knows what it was asked. */
final class S3Server implements AutoCloseable {
    static final String IDENTITY = "grebe-test";
    static final String SECRET = "not-a-secret-of-anyone";
    private static final String STORE_PASSWORD = "changeit";

    final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    final LongAdder bytesSent = new LongAdder();
    private final S3Proxy proxy;
    private final BlobStore store;

    private S3Server(S3Proxy proxy, BlobStore store) {
        this.proxy = proxy;
        this.store = store;
    }

    static S3Server http(Path buckets) {
        return start(buckets, S3Proxy.builder().endpoint(URI.create("http://127.0.0.1:0")));
    }

    /** @param keyStore made by {@link #keyStore} */
    static S3Server https(Path buckets, Path keyStore) {
        return start(
                buckets,
                S3Proxy.builder()
                        .secureEndpoint(URI.create("https://127.0.0.1:0"))
                        .keyStore(keyStore.toUri().toString(), STORE_PASSWORD));
    }

    private static S3Server start(Path buckets, S3Proxy.Builder builder) {
        BlobStore files = new FilesystemNio2BlobStore(buckets.toString());
        S3Proxy proxy = builder.blobStore(files)
                .awsAuthentication(AuthenticationType.AWS_V4, IDENTITY, SECRET)
                .ignoreUnknownHeaders(true)
                .build();
        S3Server server = new S3Server(proxy, files);
        Counting counting = server.new Counting(files);
        proxy.setBlobStoreLocator((identity, container, blob) -> new org.gaul.s3proxy.AccessGrant(SECRET, counting));
        try {
            proxy.start();
        } catch (Exception e) {
            throw new IllegalStateException("the S3 service does not start", e);
        }
        return server;
    }

    /** A certificate of 127.0.0.1 that nobody signed, which clients must be told to trust. */
    static Path keyStore(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        STORE_PASSWORD)
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!keytool.waitFor(30, TimeUnit.SECONDS) || !Files.exists(store)) {
            throw new IOException("no certificate: " + output);
        }
        return store;
    }

    /** Stores an object in a bucket that is there. */
    void put(String bucket, String key, byte[] content) {
        store.putBlob(
                PutObjectRequest.builder()
                        .bucket(bucket)
                        .key(key)
                        .contentLength((long) content.length)
                        .build(),
                new ByteArrayInputStream(content));
    }

    void delete(String bucket, String key) {
        store.removeBlob(DeleteObjectRequest.builder().bucket(bucket).key(key).build());
    }

    String endpoint() {
        return proxy.getSecurePort() > 0
                ? "https://127.0.0.1:" + proxy.getSecurePort()
                : "http://127.0.0.1:" + proxy.getPort();
    }

    long count(String method) {
        synchronized (requests) {
            return requests.stream()
                    .filter(request -> request.startsWith(method))
                    .count();
        }
    }

    void forget() {
        requests.clear();
        bytesSent.reset();
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the S3 service does not stop", e);
        }
    }

    private final class Counting extends ForwardingBlobStore {
        Counting(BlobStore store) {
            super(store);
        }

        @Override
        public ListObjectsV2Response list(ListObjectsV2Request request) {
            requests.add("LIST " + request.prefix());
            return super.list(request);
        }

        @Override
        public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
            requests.add("HEAD " + request.key());
            return super.blobMetadata(request);
        }

        @Override
        public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
            requests.add("GET " + request.key() + " " + request.range());
            ResponseInputStream<GetObjectResponse> response = super.getBlob(request);
            return new ResponseInputStream<>(response.response(), AbortableInputStream.create(new Sent(response)));
        }
    }

    private final class Sent extends FilterInputStream {
        Sent(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            bytesSent.add(Math.max(0, count));
            return count;
        }
    }
}
