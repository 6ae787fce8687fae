package dev.grebe.plugin;

import java.util.List;

/**
 * Files, wherever they are: local paths and whatever Hadoop's {@code FileSystem} opens by URI. Relative paths start at
 * the pipeline file's folder.
 */
public interface Storage {
    /**
     * The files of a path, sorted by path: a file, a directory (recursive, with or without a trailing {@code /}; names
     * that start with {@code _} or {@code .} are skipped), or a glob ({@code *}, {@code **}, {@code ?}, {@code [..]},
     * {@code {a,b}}). The sizes are those of the listing.
     *
     * @throws DataException if nothing is there, naming the first part of the path that is missing and near names; if
     *     there is no file in it; or if it cannot be read
     */
    List<FileSlice> list(String path);

    /**
     * Opens a listed file.
     *
     * @throws DataException if it is gone, or its size or time changed
     */
    RandomInput open(FileSlice file);

    /**
     * Checks a path to write to, without I/O.
     *
     * @throws SettingException naming {@code setting} if the path is empty or none, or a relative one climbs above the
     *     pipeline file's folder
     */
    void requireTarget(String path, String setting);

    /**
     * Prepares a file that becomes visible only when it is committed.
     *
     * @throws SinkException if that is not possible
     */
    Staging stage(String path);

    /**
     * Whether a file that was committed is there.
     *
     * @throws SinkException if that cannot be found out
     */
    boolean exists(String path);
}
