package dev.grebe.storage;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Staging;
import dev.grebe.plugin.Visible;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The machine's own files, by NIO. */
final class LocalVolume implements Volume {
    @Override
    public Optional<Entry> find(String location) throws IOException {
        Path path = Path.of(location);
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        return Optional.of(entry(path));
    }

    @Override
    public List<Entry> children(String folder) throws IOException {
        List<Entry> children = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(Path.of(folder))) {
            for (Path path : paths) {
                children.add(entry(path));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return children;
    }

    @Override
    public String real(String location) throws IOException {
        return Path.of(location).toRealPath().toString();
    }

    @Override
    public RandomInput open(String location, FileSlice file) throws IOException {
        Path path = Path.of(location);
        // Before the open, which would wait for a writer if this were a pipe now.
        requireUnchanged(path, file);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            requireUnchanged(path, file);
            return new LocalInput(channel, file);
        } catch (IOException | DataException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public Staging stage(String location, String path) throws IOException {
        return LocalStaging.begin(Path.of(location), path);
    }

    private static void requireUnchanged(Path path, FileSlice file) throws IOException {
        Entry now = entry(path);
        if (!now.isFile()) {
            throw new DataException("%s: is no file any more (CHANGED_DURING_READ)".formatted(Visible.of(file.path())));
        }
        Changed.check(file, now.size(), now.modified());
    }

    private static Entry entry(Path path) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        boolean link = attributes.isSymbolicLink();
        if (link) {
            try {
                attributes = Files.readAttributes(path, BasicFileAttributes.class);
            } catch (NoSuchFileException e) {
                return new Entry(name(path), Entry.Kind.DANGLING, 0, 0, true);
            }
        }
        Entry.Kind kind = attributes.isRegularFile()
                ? Entry.Kind.FILE
                : attributes.isDirectory() ? Entry.Kind.FOLDER : Entry.Kind.OTHER;
        return new Entry(
                name(path),
                kind,
                attributes.size(),
                attributes.lastModifiedTime().toMillis(),
                link);
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }
}
