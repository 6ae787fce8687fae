package dev.grebe.plugins;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Listing;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Staging;
import dev.grebe.plugin.Storage;
import dev.grebe.plugin.TextFile;
import dev.grebe.plugin.Window;
import java.util.Map;

/**
 * The storage of a table's source: where there is nothing to read, it says whose path that is.
 *
 * @param place of the path
 */
record TableStorage(Storage storage, String table, Place place) implements Storage {
    @Override
    public Listing list(String path, Window filed) {
        try {
            return storage.list(path, filed);
        } catch (DataException e) {
            throw new DataException("table '%s' (%s): %s".formatted(table, place, e.getMessage()), e);
        }
    }

    @Override
    public TextFile text(FileSlice file, long mostBytes) {
        return storage.text(file, mostBytes);
    }

    @Override
    public RandomInput open(FileSlice file) {
        return storage.open(file);
    }

    @Override
    public void requireSource(String path, String setting) {
        storage.requireSource(path, setting);
    }

    @Override
    public void requireTarget(String path, String setting) {
        storage.requireTarget(path, setting);
    }

    @Override
    public Staging stage(String path) {
        return storage.stage(path);
    }

    @Override
    public boolean exists(String path) {
        return storage.exists(path);
    }

    @Override
    public Map<String, Long> requests() {
        return storage.requests();
    }
}
