package dev.grebe.storage;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Visible;

/** What is said of a file that is not as it was listed. */
final class Changed {
    private Changed() {}

    static void check(FileSlice listed, long size, long modified) {
        if (size != listed.size()) {
            throw new DataException("%s: has %d bytes, had %d when it was listed (CHANGED_DURING_READ)"
                    .formatted(Visible.of(listed.path()), size, listed.size()));
        }
        if (modified != listed.modified()) {
            throw new DataException("%s: was written to since it was listed (CHANGED_DURING_READ)"
                    .formatted(Visible.of(listed.path())));
        }
    }

    static DataException shorter(FileSlice listed, long end, long expected) {
        return new DataException("%s: ends at byte %d, expected %d (CHANGED_DURING_READ)"
                .formatted(Visible.of(listed.path()), end, expected));
    }
}
