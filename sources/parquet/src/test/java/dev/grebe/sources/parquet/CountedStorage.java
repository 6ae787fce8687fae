package dev.grebe.sources.parquet;

import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Staging;
import dev.grebe.plugin.Storage;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A storage that knows how many of its files are open. */
final class CountedStorage implements Storage {
    final AtomicInteger open = new AtomicInteger();
    final AtomicInteger mostOpen = new AtomicInteger();
    private final Storage files;

    CountedStorage(Storage files) {
        this.files = files;
    }

    @Override
    public List<FileSlice> list(String path) {
        return files.list(path);
    }

    @Override
    public RandomInput open(FileSlice file) {
        RandomInput input = files.open(file);
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        return new Counted(input);
    }

    @Override
    public void requireTarget(String path, String setting) {
        files.requireTarget(path, setting);
    }

    @Override
    public Staging stage(String path) {
        return files.stage(path);
    }

    @Override
    public boolean exists(String path) {
        return files.exists(path);
    }

    private final class Counted implements RandomInput {
        private final RandomInput input;

        Counted(RandomInput input) {
            this.input = input;
        }

        @Override
        public long size() {
            return input.size();
        }

        @Override
        public void read(long position, ByteBuffer buffer) {
            input.read(position, buffer);
        }

        @Override
        public void close() {
            input.close();
            open.decrementAndGet();
        }
    }
}
