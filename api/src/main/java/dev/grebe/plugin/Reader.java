package dev.grebe.plugin;

import dev.grebe.data.Batch;
import java.util.Optional;

/** Reads the wanted rows of one split, in order. Used by one thread at a time. */
public interface Reader extends AutoCloseable {
    /**
     * The next rows, or empty at the end. The batch before becomes invalid.
     *
     * @throws DataException if the file is damaged; nothing of it may be used then. Columns that are decoded when they
     *     are asked for may throw it from {@link Batch#column}
     */
    Optional<Batch> next();

    /** Returns buffers to the scan. */
    @Override
    void close();
}
