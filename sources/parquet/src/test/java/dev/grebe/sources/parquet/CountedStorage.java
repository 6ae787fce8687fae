package dev.grebe.sources.parquet;

import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Listing;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Staging;
import dev.grebe.plugin.Storage;
import dev.grebe.plugin.TextFile;
import dev.grebe.plugin.Window;
import java.nio.ByteBuffer;
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
    public Listing list(String path, Window filed) {
        return files.list(path, filed);
    }

    @Override
    public TextFile text(FileSlice file, long mostBytes) {
        return files.text(file, mostBytes);
    }

    @Override
    public RandomInput open(FileSlice file) {
        RandomInput input = files.open(file);
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        return new Counted(input);
    }

    @Override
    public void requireSource(String path, String setting) {
        files.requireSource(path, setting);
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
