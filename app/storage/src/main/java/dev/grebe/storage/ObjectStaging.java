package dev.grebe.storage;

import dev.grebe.plugin.SinkException;
import dev.grebe.plugin.Visible;
import java.io.IOException;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** An object under its own name: object stores show none before it is complete, and can give one up. */
final class ObjectStaging extends HiddenFile {
    /** What a stream says that can be given up. */
    static final String ABORTABLE = "fs.capability.outputstream.abortable";

    private final FSDataOutputStream object;

    private ObjectStaging(String shown, Path target, FSDataOutputStream object) {
        super(shown, target.toString(), object);
        this.object = object;
    }

    /** @param shown the target as people wrote it */
    static ObjectStaging begin(FileSystem files, Path target, String shown) throws IOException {
        if (shown.endsWith("/")) {
            throw new SinkException("%s: an object's name does not end with '/'".formatted(Visible.of(shown)));
        }
        ObjectStaging staging = new ObjectStaging(shown, target, files.create(target, true));
        Unfinished.add(staging);
        return staging;
    }

    @Override
    void sync() {
        // It is durable once it is closed.
    }

    @Override
    void publish() {
        // Closing has done that.
    }

    @Override
    void discard() {
        object.abort();
    }
}
