package dev.grebe.storage;

import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Staging;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One file system. Locations are absolute; parts are joined with {@code /}. Thread-safe. */
interface Volume {
    /** What is at a location, links followed. */
    Optional<Entry> find(String location) throws IOException;

    /** What a folder holds, in any order. */
    List<Entry> children(String folder) throws IOException;

    /** The location without links; the same for all ways that lead there. */
    String real(String location) throws IOException;

    RandomInput open(String location, FileSlice file) throws IOException;

    /**
     * Opens a listed file to be read in order, whatever it is by now.
     *
     * @param start the first byte that is read
     * @param most bytes that will be read
     */
    Stored read(String location, FileSlice file, long start, long most) throws IOException;

    /** @param path the target as people wrote it, for messages */
    Staging stage(String location, String path) throws IOException;

    /** Adds what was asked of it so far, where that costs something. */
    default void addTo(Map<String, Long> counts) {}
}
