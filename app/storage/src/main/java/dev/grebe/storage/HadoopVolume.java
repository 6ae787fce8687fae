package dev.grebe.storage;

import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Staging;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FutureDataInputStreamBuilder;
import org.apache.hadoop.fs.Options.OpenFileOptions;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.functional.FutureIO;

/** One of Hadoop's file systems. */
final class HadoopVolume implements Volume {
    private final FileSystem files;
    private final Requests requests = new Requests();
    private final Statuses statuses = new Statuses();

    HadoopVolume(FileSystem files) {
        this.files = files;
    }

    @Override
    public Optional<Entry> find(String location) throws IOException {
        try {
            return Optional.of(entry(status(new Path(location))));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<Entry> children(String folder) throws IOException {
        requests.listings.increment();
        List<Entry> children = new ArrayList<>();
        for (FileStatus status : files.listStatus(new Path(folder))) {
            children.add(entry(status));
            remember(status);
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
        FileStatus now = known(path, file);
        Changed.check(file, now.getLen(), now.getModificationTime());
        FSDataInputStream stream = open(now, OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY_RANDOM);
        return new HadoopInput(stream, file, requests, isObject(now));
    }

    @Override
    public Stored read(String location, FileSlice file, long start, long most) throws IOException {
        FileStatus now = known(new Path(location), file);
        boolean whole = start + most >= file.size();
        FSDataInputStream stream = open(
                now,
                whole
                        ? OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY_SEQUENTIAL
                        : OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY_RANDOM);
        try {
            stream.seek(start);
            requests.reads.increment();
            return new Stored(new CountedStream(stream, requests.bytesRead), now.getLen(), now.getModificationTime());
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    @Override
    public Staging stage(String location, String path) throws IOException {
        Path target = new Path(location);
        return files.hasPathCapability(target, ObjectStaging.ABORTABLE)
                ? ObjectStaging.begin(files, target, path)
                : HadoopStaging.begin(files, target, path);
    }

    @Override
    public void addTo(Map<String, Long> counts) {
        requests.addTo(counts);
    }

    private FileStatus status(Path path) throws IOException {
        requests.lookups.increment();
        FileStatus status = files.getFileStatus(path);
        remember(status);
        return status;
    }

    private FileStatus known(Path path, FileSlice file) throws IOException {
        Optional<FileStatus> known = statuses.find(files.makeQualified(path), file.size(), file.modified());
        return known.isPresent() ? known.get() : status(path);
    }

    private void remember(FileStatus status) {
        if (status.isFile() && status instanceof EtagSource object && object.getEtag() != null) {
            statuses.add(status);
        }
    }

    private FSDataInputStream open(FileStatus status, String policy) throws IOException {
        FutureDataInputStreamBuilder builder = files.openFile(status.getPath());
        builder.withFileStatus(status).opt(OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY, policy);
        return FutureIO.awaitFuture(builder.build());
    }

    private static boolean isObject(FileStatus status) {
        return status instanceof EtagSource;
    }

    // Links are followed by the file system itself, where it has any.
    private static Entry entry(FileStatus status) {
        Entry.Kind kind = status.isDirectory() ? Entry.Kind.FOLDER : Entry.Kind.FILE;
        return new Entry(status.getPath().getName(), kind, status.getLen(), status.getModificationTime(), false);
    }
}
