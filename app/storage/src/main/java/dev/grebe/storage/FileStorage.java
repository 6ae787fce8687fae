package dev.grebe.storage;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Listing;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.SettingException;
import dev.grebe.plugin.SinkException;
import dev.grebe.plugin.Staging;
import dev.grebe.plugin.Storage;
import dev.grebe.plugin.TextFile;
import dev.grebe.plugin.Visible;
import dev.grebe.plugin.Window;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files by path or URI. Local paths and {@code file:} go through NIO; every other scheme through Hadoop's
 * {@code FileSystem}, whose classes cost a third of a second and are loaded when the first such path is met.
 *
 * <p>Paths are taken as they are written, never percent-decoded. A path that is there as written is that file or folder
 * even if it looks like a glob. Symbolic links that lead out of the listed folder are not followed, a folder that is
 * reached twice is listed once, what is neither file nor folder is never opened, and files that writers left unfinished
 * ({@code .inprogress}, {@code ._COPYING_}, {@code .tmp}) are not listed unless the path ends so; all that is counted
 * in the listing.
 */
public final class FileStorage implements Storage {
    private static final long GLIMPSE_ENTRIES = 20_000;
    private static final long GLIMPSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Path base;
    private final StorageSettings settings;
    private final boolean localThroughHadoop;
    private final LocalVolume local = new LocalVolume();
    private final Map<String, Volume> remote = new ConcurrentHashMap<>();

    /** @param base where relative paths start: the pipeline file's folder */
    public FileStorage(Path base) {
        this(base, StorageSettings.DEFAULT);
    }

    /** With other settings than the default ones. */
    public FileStorage(Path base, StorageSettings settings) {
        this(base, settings, false);
    }

    private FileStorage(Path base, StorageSettings settings, boolean localThroughHadoop) {
        this.base = base.toAbsolutePath().normalize();
        this.settings = settings;
        this.localThroughHadoop = localThroughHadoop;
    }

    /** A storage that opens local files through Hadoop as well, for tests of what reads files: both ways must agree. */
    public static FileStorage throughHadoop(Path base) {
        return new FileStorage(base, StorageSettings.DEFAULT, true);
    }

    @Override
    public Listing list(String path, Window filed) {
        return reading(path, () -> walk(volume(path), path, filed));
    }

    /**
     * The files of a path in any window, or, where listing takes long, some of them: then of each folder some of the
     * folders and files in it. A glob that none of these matches is listed whole.
     *
     * @throws DataException as {@link #list}
     */
    public Glimpse glimpse(String path) {
        return reading(path, () -> {
            Volume volume = volume(path);
            try {
                BoundedVolume bounded = new BoundedVolume(volume, GLIMPSE_ENTRIES, System.nanoTime() + GLIMPSE_NANOS);
                return whole(walk(bounded, path, Window.ALL));
            } catch (BoundedVolume.TooMuch e) {
                SparseVolume sparse = new SparseVolume(volume);
                Listing some = sparsely(sparse, path);
                return some.files().isEmpty()
                        ? whole(walk(volume, path, Window.ALL))
                        : new Glimpse(some, sparse.files(), sparse.bytes(), false);
            }
        });
    }

    private Listing sparsely(SparseVolume sparse, String path) throws IOException {
        try {
            return walk(sparse, path, Window.ALL);
        } catch (DataException e) {
            // That nothing is there can only be said of the whole path, and then it is.
            return new Listing(List.of(), List.of(), Map.of());
        }
    }

    private static Glimpse whole(Listing listing) {
        long bytes = listing.files().stream().mapToLong(FileSlice::size).sum();
        return new Glimpse(listing, listing.files().size(), bytes, true);
    }

    private Listing walk(Volume volume, String path, Window filed) throws IOException {
        return new Walk(volume, path, filed, this::locate, settings.maxFiles()).listing();
    }

    private interface Listed<T> {
        T get() throws IOException;
    }

    private static <T> T reading(String path, Listed<T> work) {
        try {
            return work.get();
        } catch (IOException e) {
            throw new DataException("%s: %s".formatted(Visible.of(path), Cause.of(e)), e);
        } catch (InvalidPathException e) {
            throw new DataException("%s: no path: %s".formatted(Visible.of(path), Visible.of(e.getReason())), e);
        }
    }

    @Override
    public RandomInput open(FileSlice file) {
        try {
            return volume(file.path()).open(locate(file.path()), file);
        } catch (IOException e) {
            throw Cause.unreadable(file.path(), 0, e);
        }
    }

    @Override
    public TextFile text(FileSlice file, long mostBytes) {
        try {
            return new StoredText(volume(file.path()), locate(file.path()), file, mostBytes);
        } catch (IOException e) {
            throw Cause.unreadable(file.path(), 0, e);
        }
    }

    @Override
    public void requireSource(String path, String setting) {
        if (path.isEmpty()) {
            throw new SettingException(setting, "the path is empty");
        }
        try {
            PathPattern.of(path, Window.ALL);
        } catch (PatternException e) {
            throw new SettingException(setting, "'%s': %s".formatted(Visible.of(path), e.reason()));
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
            throw new SinkException("%s: cannot be written: %s".formatted(Visible.of(path), Cause.of(e)), e);
        }
    }

    @Override
    public boolean exists(String path) {
        try {
            return volume(path).find(locate(path)).filter(Entry::isFile).isPresent();
        } catch (IOException e) {
            throw new SinkException("%s: cannot be looked for: %s".formatted(Visible.of(path), Cause.of(e)), e);
        }
    }

    @Override
    public Map<String, Long> requests() {
        Map<String, Long> counts = new TreeMap<>();
        remote.values().forEach(volume -> volume.addTo(counts));
        return counts;
    }

    private Volume volume(String path) throws IOException {
        if (Location.isLocal(path) && !localThroughHadoop) {
            return local;
        }
        String root = Location.isLocal(path) ? "file:///" : Location.root(Location.remote(path));
        Volume known = remote.get(root);
        return known == null ? open(root) : known;
    }

    // One at a time: a file system takes connections and threads.
    private synchronized Volume open(String root) throws IOException {
        Volume known = remote.get(root);
        if (known == null) {
            known = new HadoopFileSystems(settings).open(root);
            remote.put(root, known);
        }
        return known;
    }

    /** The absolute path or URI that a volume opens. */
    private String locate(String path) {
        return Location.isLocal(path) ? base.resolve(Location.localPart(path)).toString() : Location.remote(path);
    }
}
