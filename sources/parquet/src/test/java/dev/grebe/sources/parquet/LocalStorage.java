package dev.grebe.sources.parquet;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Staging;
import dev.grebe.plugin.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Local files, through NIO or Hadoop, so that these tests need nothing of the application. */
final class LocalStorage implements Storage {
    private final boolean isHadoop;
    final AtomicInteger open = new AtomicInteger();
    final AtomicInteger mostOpen = new AtomicInteger();

    LocalStorage(boolean isHadoop) {
        this.isHadoop = isHadoop;
    }

    @Override
    public List<FileSlice> list(String path) {
        Path root = Path.of(path);
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(root.relativize(file)))
                    .sorted()
                    .map(file -> slice(root, file))
                    .toList();
        } catch (IOException e) {
            throw new DataException("nothing is at " + path, e);
        }
    }

    private static boolean isHidden(Path relative) {
        return Stream.iterate(0, i -> i < relative.getNameCount(), i -> i + 1)
                .map(i -> relative.getName(i).toString())
                .anyMatch(name -> name.startsWith("_")
                        || name.startsWith(".")
                        || name.endsWith(".tmp")
                        || name.endsWith(".inprogress"));
    }

    private static FileSlice slice(Path root, Path file) {
        try {
            Map<String, String> partitions = new LinkedHashMap<>();
            for (Path part : root.relativize(file)) {
                int equals = part.toString().indexOf('=');
                if (equals > 0 && !part.equals(file.getFileName())) {
                    String value = part.toString().substring(equals + 1);
                    partitions.put(
                            part.toString().substring(0, equals),
                            value.equals("__HIVE_DEFAULT_PARTITION__") ? "" : value);
                }
            }
            return new FileSlice(
                    file.toString(),
                    Files.size(file),
                    Files.getLastModifiedTime(file).toMillis(),
                    partitions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RandomInput open(FileSlice file) {
        try {
            Path path = Path.of(file.path());
            if (Files.size(path) != file.size()) {
                throw new DataException(file.path() + ": changed since it was listed");
            }
            Positioned bytes = isHadoop ? hadoop(path) : nio(path);
            mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
            return new Input(bytes, file);
        } catch (IOException e) {
            throw new DataException(file.path() + ": cannot be opened", e);
        }
    }

    private static Positioned nio(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path);
        return new Positioned(channel, (position, buffer) -> channel.read(buffer, position));
    }

    private static Positioned hadoop(Path path) throws IOException {
        RawLocalFileSystem files = new RawLocalFileSystem();
        files.initialize(URI.create("file:///"), new Configuration(false));
        FSDataInputStream stream = files.open(new org.apache.hadoop.fs.Path(path.toUri()));
        return new Positioned(stream, (position, buffer) -> {
            int at = buffer.arrayOffset() + buffer.position();
            int read = stream.read(position, buffer.array(), at, buffer.remaining());
            buffer.position(buffer.position() + Math.max(0, read));
            return read;
        });
    }

    private interface ReadAt {
        int read(long position, ByteBuffer buffer) throws IOException;
    }

    private record Positioned(Closeable file, ReadAt bytes) {}

    private final class Input implements RandomInput {
        private final Positioned bytes;
        private final FileSlice file;

        Input(Positioned bytes, FileSlice file) {
            this.bytes = bytes;
            this.file = file;
        }

        @Override
        public long size() {
            return file.size();
        }

        @Override
        public void read(long position, ByteBuffer buffer) {
            try {
                long at = position;
                while (buffer.hasRemaining()) {
                    int read = bytes.bytes().read(at, buffer);
                    if (read < 0) {
                        throw new DataException(file.path() + ": ends early");
                    }
                    at += read;
                }
            } catch (IOException e) {
                throw new DataException(file.path() + ": cannot be read", e);
            }
        }

        @Override
        public void close() {
            try {
                bytes.file().close();
                open.decrementAndGet();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void requireTarget(String path, String setting) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Staging stage(String path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean exists(String path) {
        return Files.exists(Path.of(path));
    }
}
