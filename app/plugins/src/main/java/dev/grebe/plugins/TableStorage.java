package dev.grebe.plugins;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Staging;
import dev.grebe.plugin.Storage;
import java.util.List;

/**
 * The storage of a table's source: where there is nothing to read, it says whose path that is.
 *
 * @param place of the path
 */
record TableStorage(Storage storage, String table, Place place) implements Storage {
    @Override
    public List<FileSlice> list(String path) {
        try {
            return storage.list(path);
        } catch (DataException e) {
            throw new DataException("table '%s' (%s): %s".formatted(table, place, e.getMessage()), e);
        }
    }

    @Override
    public RandomInput open(FileSlice file) {
        return storage.open(file);
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
}
