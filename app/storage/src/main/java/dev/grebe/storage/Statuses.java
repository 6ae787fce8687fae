package dev.grebe.storage;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * What a listing told of files. With it a file is opened without another request: it names the version that was listed, and
 * the store refuses to read any other.
 */
final class Statuses {
    /** Some 10 MB. Files beyond cost one more request each. */
    private static final int MOST = 20_000;

    private final Map<Path, FileStatus> known = new ConcurrentHashMap<>();

    void add(FileStatus status) {
        if (known.size() < MOST || known.containsKey(status.getPath())) {
            known.put(status.getPath(), status);
        }
    }

    Optional<FileStatus> find(Path path, long size, long modified) {
        return Optional.ofNullable(known.get(path))
                .filter(status -> status.getLen() == size && status.getModificationTime() == modified);
    }
}
