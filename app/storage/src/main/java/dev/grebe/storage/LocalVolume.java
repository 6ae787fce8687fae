package dev.grebe.storage;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Staging;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
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
                addIfThere(path, children);
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
    public Stored read(String location, FileSlice file, long start, long most) throws IOException {
        Path path = Path.of(location);
        requireFile(path, file);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            Entry now = requireFile(path, file);
            return new Stored(Channels.newInputStream(channel.position(start)), now.size(), now.modified());
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
        Entry now = requireFile(path, file);
        Changed.check(file, now.size(), now.modified());
    }

    // Before an open, too, which would wait for a writer if this were a pipe now.
    private static Entry requireFile(Path path, FileSlice file) throws IOException {
        Entry now = entry(path);
        if (now.kind() == Entry.Kind.DANGLING) {
            throw new NoSuchFileException(path.toString());
        }
        if (now.kind() == Entry.Kind.DENIED) {
            throw new AccessDeniedException(path.toString());
        }
        if (!now.isFile()) {
            throw Changed.noFile(file);
        }
        return now;
    }

    // Writers rename and remove what they have in hand while others list.
    private static void addIfThere(Path path, List<Entry> children) throws IOException {
        try {
            children.add(entry(path));
        } catch (NoSuchFileException e) {
            return;
        }
    }

    private static Entry entry(Path path) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return attributes.isSymbolicLink() ? linked(path) : entry(path, attributes, false);
    }

    private static Entry linked(Path path) {
        try {
            return entry(path, Files.readAttributes(path, BasicFileAttributes.class), true);
        } catch (AccessDeniedException e) {
            return new Entry(name(path), Entry.Kind.DENIED, 0, 0, true);
        } catch (IOException e) { // Missing, or a link that leads back to itself.
            return new Entry(name(path), Entry.Kind.DANGLING, 0, 0, true);
        }
    }

    private static Entry entry(Path path, BasicFileAttributes attributes, boolean link) {
        Entry.Kind kind = Entry.Kind.OTHER;
        if (attributes.isRegularFile()) {
            kind = Files.isReadable(path) ? Entry.Kind.FILE : Entry.Kind.DENIED;
        } else if (attributes.isDirectory()) {
            kind = Entry.Kind.FOLDER;
        }
        long modified = attributes.lastModifiedTime().toMillis();
        return new Entry(name(path), kind, attributes.size(), modified, link);
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }
}
