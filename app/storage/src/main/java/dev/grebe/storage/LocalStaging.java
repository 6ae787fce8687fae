package dev.grebe.storage;

import dev.grebe.plugin.SinkException;
import dev.grebe.plugin.Visible;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hidden file beside its target, renamed onto it. Folders that had to be made go with it when it is given up. A JVM
 * that is told to end removes both; one that is killed outright leaves the hidden file, which no listing shows.
 */
final class LocalStaging extends HiddenFile {
    private final Path target;
    private final Path hidden;
    private final List<Path> madeFolders;
    private final FileChannel channel;

    private LocalStaging(Path target, String shown, Path hidden, List<Path> madeFolders, FileChannel channel) {
        super(shown, hidden.toString(), Channels.newOutputStream(channel));
        this.target = target;
        this.hidden = hidden;
        this.madeFolders = madeFolders;
        this.channel = channel;
    }

    /** @param shown the target as people wrote it */
    static LocalStaging begin(Path path, String shown) throws IOException {
        Path target = Files.isSymbolicLink(path) ? path.toRealPath() : path.toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new SinkException("%s: %s is there already"
                    .formatted(Visible.of(shown), Files.isDirectory(target) ? "a directory" : "a pipe or device"));
        }
        List<Path> madeFolders = new ArrayList<>();
        try {
            makeFolders(target.getParent(), madeFolders);
            Path hidden =
                    target.resolveSibling(HiddenName.of(target.getFileName().toString()));
            FileChannel channel = FileChannel.open(hidden, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            LocalStaging staging = new LocalStaging(target, shown, hidden, madeFolders, channel);
            Unfinished.add(staging);
            return staging;
        } catch (IOException e) {
            removeFolders(madeFolders);
            throw e;
        }
    }

    @Override
    void sync() throws IOException {
        channel.force(true);
    }

    @Override
    void publish() throws IOException {
        try {
            Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("this file system cannot rename at once", e);
        }
        syncFolder();
    }

    // Makes the rename itself durable. Some systems cannot open a folder; there the rename is as durable as it gets.
    private void syncFolder() {
        try (FileChannel folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            return;
        }
    }

    @Override
    void discard() throws IOException {
        channel.close();
        Files.deleteIfExists(hidden);
        removeFolders(madeFolders);
    }

    private static void makeFolders(@Nullable Path folder, List<Path> made) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path at = folder; at != null && !Files.exists(at); at = at.getParent()) {
            missing.push(at);
        }
        for (Path at : missing) {
            try {
                Files.createDirectory(at);
                made.add(at);
            } catch (FileAlreadyExistsException e) {
                // Another run made it in the meantime; the next step tells if it is no folder.
            }
        }
    }

    private static void removeFolders(List<Path> made) throws IOException {
        for (int i = made.size() - 1; i >= 0; i--) {
            try {
                Files.deleteIfExists(made.get(i));
            } catch (DirectoryNotEmptyException e) {
                return; // Somebody else uses it, and so all above it.
            }
        }
    }
}
