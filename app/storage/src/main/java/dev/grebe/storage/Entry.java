package dev.grebe.storage;

/**
 * What a folder holds. Kind, size and time are those of a link's target.
 *
 * @param modified milliseconds since 1970
 * @param link whether it is a symbolic link
 */
record Entry(String name, Kind kind, long size, long modified, boolean link) {
    enum Kind {
        FILE,
        FOLDER,
        /** A pipe, socket or device. */
        OTHER,
        /** A file without permission to read it, or a link to what may not be looked at. */
        DENIED,
        /** A link to nothing. */
        DANGLING
    }

    boolean isFile() {
        return kind == Kind.FILE;
    }

    boolean isFolder() {
        return kind == Kind.FOLDER;
    }
}
