package dev.grebe.storage;

import dev.grebe.plugin.SinkException;
import dev.grebe.plugin.Visible;
import java.io.FileNotFoundException;
import java.io.IOException;
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
final class HadoopStaging extends HiddenFile {
    private final FileSystem files;
    private final Path target;
    private final Path hidden;
    private final List<Path> madeFolders;
    private final FSDataOutputStream file;

    private HadoopStaging(
            FileSystem files, Path target, String shown, Path hidden, List<Path> madeFolders, FSDataOutputStream file) {
        super(shown, hidden.toString(), file);
        this.files = files;
        this.target = target;
        this.hidden = hidden;
        this.madeFolders = madeFolders;
        this.file = file;
    }

    /** @param shown the target as people wrote it */
    static HadoopStaging begin(FileSystem files, Path target, String shown) throws IOException {
        requireNoFolder(files, target, shown);
        List<Path> madeFolders = makeFolders(files, target.getParent());
        Path hidden = new Path(target.getParent(), HiddenName.of(target.getName()));
        try {
            FSDataOutputStream file = files.create(hidden, false);
            HadoopStaging staging = new HadoopStaging(files, target, shown, hidden, madeFolders, file);
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

    // Object stores are durable on close and say so by refusing.
    @Override
    void sync() throws IOException {
        if (file.hasCapability("hsync")) {
            file.hsync();
        }
    }

    @Override
    void publish() throws IOException {
        FileContext context = FileContext.getFileContext(files.getUri(), files.getConf());
        context.rename(hidden, target, Options.Rename.OVERWRITE);
    }

    @Override
    void discard() throws IOException {
        file.close();
        files.delete(hidden, false);
        removeFolders(files, madeFolders);
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
