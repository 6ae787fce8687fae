package dev.grebe.sources.parquet;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Staging;
import dev.grebe.plugin.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Local files through NIO, so that these tests need nothing of the application. */
final class LocalStorage implements Storage {
    final AtomicInteger open = new AtomicInteger();
    final AtomicInteger mostOpen = new AtomicInteger();

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
            FileChannel channel = FileChannel.open(path);
            mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
            return new Input(channel, file);
        } catch (IOException e) {
            throw new DataException(file.path() + ": cannot be opened", e);
        }
    }

    private final class Input implements RandomInput {
        private final FileChannel channel;
        private final FileSlice file;

        Input(FileChannel channel, FileSlice file) {
            this.channel = channel;
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
                    int read = channel.read(buffer, at);
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
                channel.close();
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
