package dev.grebe.storage;

import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Staging;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A volume that lists so much and no more. */
final class BoundedVolume implements Volume {
    private final Volume volume;
    private final AtomicLong left;
    private final long deadline;

    /** More is there than was to be listed. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** @param deadline in {@link System#nanoTime} */
    BoundedVolume(Volume volume, long mostEntries, long deadline) {
        this.volume = volume;
        this.left = new AtomicLong(mostEntries);
        this.deadline = deadline;
    }

    @Override
    public List<Entry> children(String folder) throws IOException {
        if (left.get() < 0 || System.nanoTime() - deadline > 0) {
            throw new TooMuch();
        }
        List<Entry> entries = volume.children(folder);
        if (left.addAndGet(-entries.size()) < 0) {
            throw new TooMuch();
        }
        return entries;
    }

    @Override
    public Optional<Entry> find(String location) throws IOException {
        return volume.find(location);
    }

    @Override
    public String real(String location) throws IOException {
        return volume.real(location);
    }

    @Override
    public RandomInput open(String location, FileSlice file) throws IOException {
        return volume.open(location, file);
    }

    @Override
    public Stored read(String location, FileSlice file, long start, long most) throws IOException {
        return volume.read(location, file, start, most);
    }

    @Override
    public Staging stage(String location, String path) throws IOException {
        return volume.stage(location, path);
    }
}
