package dev.grebe.storage;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.SettingException;
import dev.grebe.plugin.SinkException;
import dev.grebe.plugin.Staging;
import dev.grebe.plugin.Storage;
import dev.grebe.plugin.Visible;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files by path or URI. Local paths and {@code file:} go through NIO; every other scheme through Hadoop's
 * {@code FileSystem}, whose classes cost a third of a second and are loaded when the first such path is met.
 *
 * <p>Paths are taken as they are written, never percent-decoded. A path that is there as written is that file or folder
 * even if it looks like a glob. Symbolic links that lead out of the listed folder are not followed, a folder that is
 * reached twice is listed once, what is neither file nor folder is never opened, and files that writers left unfinished
 * ({@code .inprogress}, {@code ._COPYING_}, {@code .tmp}) are not listed unless the path ends so; each is logged as a
 * warning.
 */
public final class FileStorage implements Storage {
    private final Path base;
    private final boolean localThroughHadoop;
    private final LocalVolume local = new LocalVolume();
    private final Map<String, Volume> remote = new ConcurrentHashMap<>();

    /** @param base where relative paths start: the pipeline file's folder */
    public FileStorage(Path base) {
        this(base, false);
    }

    private FileStorage(Path base, boolean localThroughHadoop) {
        this.base = base.toAbsolutePath().normalize();
        this.localThroughHadoop = localThroughHadoop;
    }

    /** A storage that opens local files through Hadoop as well, for tests of what reads files: both ways must agree. */
    public static FileStorage throughHadoop(Path base) {
        return new FileStorage(base, true);
    }

    @Override
    public List<FileSlice> list(String path) {
        try {
            return new Listing(volume(path), path, this::locate).files();
        } catch (IOException e) {
            throw new DataException("%s: %s".formatted(Visible.of(path), Reason.of(e)), e);
        } catch (InvalidPathException e) {
            throw new DataException("%s: no path: %s".formatted(Visible.of(path), Visible.of(e.getReason())), e);
        }
    }

    @Override
    public RandomInput open(FileSlice file) {
        try {
            return volume(file.path()).open(locate(file.path()), file);
        } catch (IOException e) {
            throw new DataException("%s: %s".formatted(Visible.of(file.path()), Reason.of(e)), e);
        }
    }

    @Override
    public void requireTarget(String path, String setting) {
        if (path.isEmpty()) {
            throw new SettingException(setting, "the path is empty");
        }
        if (!Location.isLocal(path)) {
            return;
        }
        try {
            Path target = Path.of(Location.localPart(path));
            if (!target.isAbsolute() && target.normalize().startsWith("..")) {
                throw new SettingException(
                        setting,
                        "'%s' climbs above the folder of the pipeline file. Write an absolute path to leave it"
                                .formatted(Visible.of(path)));
            }
        } catch (DataException e) {
            throw new SettingException(setting, String.valueOf(e.getMessage()));
        } catch (InvalidPathException e) {
            throw new SettingException(
                    setting, "'%s' is no path: %s".formatted(Visible.of(path), Visible.of(e.getReason())));
        }
    }

    @Override
    public Staging stage(String path) {
        try {
            return volume(path).stage(locate(path), path);
        } catch (IOException e) {
            throw new SinkException("%s: cannot be written: %s".formatted(Visible.of(path), Reason.of(e)), e);
        }
    }

    @Override
    public boolean exists(String path) {
        try {
            return volume(path).find(locate(path)).filter(Entry::isFile).isPresent();
        } catch (IOException e) {
            throw new SinkException("%s: cannot be looked for: %s".formatted(Visible.of(path), Reason.of(e)), e);
        }
    }

    private Volume volume(String path) throws IOException {
        if (Location.isLocal(path) && !localThroughHadoop) {
            return local;
        }
        String root = Location.isLocal(path) ? "file:///" : Location.root(path);
        Volume known = remote.get(root);
        if (known == null) {
            known = HadoopVolume.of(root);
            remote.put(root, known);
        }
        return known;
    }

    /** The absolute path or URI that a volume opens. */
    private String locate(String path) {
        return Location.isLocal(path) ? base.resolve(Location.localPart(path)).toString() : path;
    }
}
