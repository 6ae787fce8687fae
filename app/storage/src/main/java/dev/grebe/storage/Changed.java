package dev.grebe.storage;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejection;

/** What is said of a file that is not as it was listed. */
final class Changed {
    private Changed() {}

    static void check(FileSlice listed, long size, long modified) {
        if (size != listed.size()) {
            throw changed(listed, "has %d bytes, had %d when it was listed".formatted(size, listed.size()));
        }
        if (modified != listed.modified()) {
            throw changed(listed, "was written to since it was listed");
        }
    }

    static DataException shorter(FileSlice listed, long end, long expected) {
        return changed(listed, "ends at byte %d, expected %d".formatted(end, expected));
    }

    static DataException noFile(FileSlice listed) {
        return changed(listed, "is no file any more");
    }

    static Rejection gone(String path) {
        return Rejection.ofFile(path, Reason.CHANGED_DURING_READ, "is gone since it was listed");
    }

    static Rejection replaced(String path) {
        return Rejection.ofFile(path, Reason.CHANGED_DURING_READ, "is not as it was when it was listed");
    }

    private static DataException changed(FileSlice listed, String how) {
        return new DataException(Rejection.ofFile(listed.path(), Reason.CHANGED_DURING_READ, how));
    }
}
