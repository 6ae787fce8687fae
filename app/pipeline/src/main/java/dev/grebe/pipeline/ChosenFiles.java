package dev.grebe.pipeline;

import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Listing;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Staging;
import dev.grebe.plugin.Storage;
import dev.grebe.plugin.TextFile;
import dev.grebe.plugin.Window;
import java.util.List;
import java.util.Map;

/** A storage in which a path has the files that were chosen of it, so that a source can be asked about some of a lake. */
final class ChosenFiles implements Storage {
    private final Storage storage;
    private final String path;
    private List<FileSlice> chosen = List.of();

    ChosenFiles(Storage storage, String path) {
        this.storage = storage;
        this.path = path;
    }

    /** The files that the path has from now on. */
    void choose(List<FileSlice> files) {
        chosen = List.copyOf(files);
    }

    @Override
    public Listing list(String listed, Window filed) {
        return listed.equals(path) ? new Listing(chosen, List.of(), Map.of()) : storage.list(listed, filed);
    }

    @Override
    public RandomInput open(FileSlice file) {
        return storage.open(file);
    }

    @Override
    public TextFile text(FileSlice file, long mostBytes) {
        return storage.text(file, mostBytes);
    }

    @Override
    public void requireSource(String source, String setting) {
        storage.requireSource(source, setting);
    }

    @Override
    public void requireTarget(String target, String setting) {
        storage.requireTarget(target, setting);
    }

    @Override
    public Staging stage(String target) {
        return storage.stage(target);
    }

    @Override
    public boolean exists(String target) {
        return storage.exists(target);
    }
}
