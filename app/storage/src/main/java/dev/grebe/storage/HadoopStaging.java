package dev.grebe.storage;

import dev.grebe.plugin.SinkException;
import dev.grebe.plugin.Staging;
import dev.grebe.plugin.Visible;
import java.io.BufferedOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/**
 * A hidden file beside its target, renamed onto it. Where a rename is a copy (object stores), the copy becomes visible
 * at once as well, since objects do.
 */
final class HadoopStaging implements Staging {
    private static final int BUFFER_BYTES = 1 << 16;

    private final FileSystem files;
    private final FileContext context;
    private final Path target;
    private final String shown;
    private final Path hidden;
    private final List<Path> madeFolders;
    private final FSDataOutputStream file;
    private final OutputStream output;
    private boolean done;

    private HadoopStaging(
            FileSystem files,
            FileContext context,
            Path target,
            String shown,
            Path hidden,
            List<Path> madeFolders,
            FSDataOutputStream file) {
        this.files = files;
        this.context = context;
        this.target = target;
        this.shown = shown;
        this.hidden = hidden;
        this.madeFolders = madeFolders;
        this.file = file;
        this.output = new BufferedOutputStream(file, BUFFER_BYTES);
    }

    /** @param shown the target as people wrote it */
    static HadoopStaging begin(FileSystem files, FileContext context, Path target, String shown) throws IOException {
        requireNoFolder(files, target, shown);
        List<Path> madeFolders = makeFolders(files, target.getParent());
        Path hidden = new Path(target.getParent(), HiddenName.of(target.getName()));
        try {
            FSDataOutputStream file = files.create(hidden, false);
            HadoopStaging staging = new HadoopStaging(files, context, target, shown, hidden, madeFolders, file);
            Unfinished.add(staging);
            return staging;
        } catch (IOException e) {
            removeFolders(files, madeFolders);
            throw e;
        }
    }

    private static void requireNoFolder(FileSystem files, Path target, String shown) throws IOException {
        try {
            if (files.getFileStatus(target).isDirectory()) {
                throw new SinkException("%s: a directory is there already".formatted(Visible.of(shown)));
            }
        } catch (FileNotFoundException e) {
            return; // As it should be.
        }
    }

    private static List<Path> makeFolders(FileSystem files, Path folder) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path at = folder; at != null && !files.exists(at); at = at.getParent()) {
            missing.push(at);
        }
        if (!missing.isEmpty() && !files.mkdirs(folder)) {
            throw new IOException("its folder cannot be made");
        }
        return new ArrayList<>(missing);
    }

    @Override
    public OutputStream output() {
        return output;
    }

    @Override
    public synchronized void commit() {
        if (done) {
            throw new IllegalStateException(shown + " was committed or closed before");
        }
        try {
            output.flush();
            sync();
            output.close();
            context.rename(hidden, target, Options.Rename.OVERWRITE);
        } catch (IOException e) {
            close();
            throw new SinkException("%s: cannot be written: %s".formatted(Visible.of(shown), Reason.of(e)), e);
        }
        done = true;
        Unfinished.remove(this);
    }

    // Object stores are durable on close and say so by refusing.
    private void sync() throws IOException {
        if (file.hasCapability("hsync")) {
            file.hsync();
        }
    }

    @Override
    public synchronized void close() {
        if (done) {
            return;
        }
        done = true;
        try {
            file.close();
            files.delete(hidden, false);
            removeFolders(files, madeFolders);
        } catch (IOException e) {
            throw new SinkException(
                    "%s: %s cannot be removed: %s"
                            .formatted(Visible.of(shown), Visible.of(hidden.toString()), Reason.of(e)),
                    e);
        } finally {
            Unfinished.remove(this);
        }
    }

    private static void removeFolders(FileSystem files, List<Path> madeFolders) throws IOException {
        for (int i = madeFolders.size() - 1; i >= 0; i--) {
            FileStatus[] inside = files.listStatus(madeFolders.get(i));
            if (inside.length > 0) {
                return; // Somebody else uses it, and so all above it.
            }
            files.delete(madeFolders.get(i), false);
        }
    }
}
