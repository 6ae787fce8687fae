package dev.grebe.storage;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Staging;
import dev.grebe.plugin.Visible;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.fs.local.RawLocalFs;

/** One of Hadoop's file systems. Its settings come from {@code core-site.xml} on the class path. */
final class HadoopVolume implements Volume {
    private final FileSystem files;
    private final FileContext context;

    private HadoopVolume(FileSystem files, FileContext context) {
        this.files = files;
        this.context = context;
    }

    /** @param root the URI up to the first slash of the path: {@code s3a://bucket/} */
    static HadoopVolume of(String root) throws IOException {
        Configuration settings = new Configuration();
        // Local files are checked by who wrote them, if at all: Hadoop's own sums would lie beside every file it
        // writes.
        settings.setClass("fs.file.impl", RawLocalFileSystem.class, FileSystem.class);
        settings.set("fs.AbstractFileSystem.file.impl", RawLocalFs.class.getName());
        // Otherwise Hadoop may close the file system, when the JVM ends, before what is unfinished is removed.
        settings.setBoolean("fs.automatic.close", false);
        URI uri = new Path(root).toUri();
        try {
            return new HadoopVolume(FileSystem.newInstance(uri, settings), FileContext.getFileContext(uri, settings));
        } catch (UnsupportedFileSystemException e) {
            throw new DataException(
                    "%s: no file system for '%s:' is installed".formatted(Visible.of(root), uri.getScheme()), e);
        }
    }

    @Override
    public Optional<Entry> find(String location) throws IOException {
        try {
            return Optional.of(entry(files.getFileStatus(new Path(location))));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<Entry> children(String folder) throws IOException {
        List<Entry> children = new ArrayList<>();
        for (FileStatus status : files.listStatus(new Path(folder))) {
            children.add(entry(status));
        }
        return children;
    }

    @Override
    public String real(String location) {
        return files.makeQualified(new Path(location)).toString();
    }

    @Override
    public RandomInput open(String location, FileSlice file) throws IOException {
        Path path = new Path(location);
        FileStatus now = files.getFileStatus(path);
        Changed.check(file, now.getLen(), now.getModificationTime());
        return new HadoopInput(files.open(path), file);
    }

    @Override
    public Staging stage(String location, String path) throws IOException {
        return HadoopStaging.begin(files, context, new Path(location), path);
    }

    // Links are followed by the file system itself, where it has any.
    private static Entry entry(FileStatus status) {
        Entry.Kind kind = status.isDirectory() ? Entry.Kind.FOLDER : Entry.Kind.FILE;
        return new Entry(status.getPath().getName(), kind, status.getLen(), status.getModificationTime(), false);
    }
}
