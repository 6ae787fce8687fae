package dev.grebe.pipeline;

import dev.grebe.plugin.DataException;
import dev.grebe.storage.Location;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths as pipeline files have them: relative ones start at the file's folder, and there are URIs. */
public final class FilePaths {
    private FilePaths() {}

    /**
     * One spelling for one file, as far as that can be told without looking: an absolute local path, or else the URI as it
     * is. A {@code /} at the end stays, and so does what is no path at all.
     */
    public static String absolute(Path folder, String path) {
        if (!Location.isLocal(path)) {
            return path;
        }
        try {
            String spelt = folder.toAbsolutePath()
                    .resolve(Location.localPart(path))
                    .normalize()
                    .toString();
            return path.endsWith("/") && !spelt.endsWith("/") ? spelt + "/" : spelt;
        } catch (InvalidPathException | DataException e) {
            return path;
        }
    }

    /** A path of a pipeline file in {@code folder}, as one would type it in {@code here}; a URI as it is. */
    public static String from(Path here, Path folder, String path) {
        if (!Location.isLocal(path)) {
            return path;
        }
        String full = absolute(folder, path);
        Path local = Path.of(full);
        return (local.startsWith(here) ? here.relativize(local) : local) + (full.endsWith("/") ? "/" : "");
    }
}
