package dev.grebe.plugin;

import java.util.Map;

/**
 * Files, wherever they are: local paths and whatever Hadoop's {@code FileSystem} opens by URI. Relative paths start at
 * the pipeline file's folder.
 */
public interface Storage {
    /**
     * The files of a path, sorted by path: a file, a directory (recursive, with or without a trailing {@code /}; names
     * that start with {@code _} or {@code .} are skipped), or a glob ({@code *}, {@code **}, {@code ?}, {@code [..]},
     * {@code {a,b}}), any of them with folders, or files, whose names state a time in UTC: {@code dt={yyyy-MM-dd}/},
     * {@code y={yyyy}/m={MM}/d={dd}/h={HH}/m={mm}/}, {@code month={M}} without leading zeros. A path that is there as it
     * is written is that, whatever it looks like. Links that lead out of the listed directory are not followed. The sizes
     * are those of the listing. A folder that should state a time and states none that exists is refused; so is what cannot
     * be read, a link to nothing, and a file below two folders of one key.
     *
     * @param filed a file below a folder that states the time {@code [p, p+u)} is listed if that overlaps with it; other
     *     folders are not looked into. A folder {@code __HIVE_DEFAULT_PARTITION__} in place of a time always is
     * @throws DataException if nothing is there, naming the first part of the path that is missing and near names; if
     *     there is no file in it, in any window; if there are more than a limit that it names; if a glob or time cannot be
     *     understood; or if it cannot be read
     */
    Listing list(String path, Window filed);

    /**
     * Opens a listed file.
     *
     * @throws DataException if it is gone, or its size or time changed
     */
    RandomInput open(FileSlice file);

    /**
     * A listed text file. Opens nothing yet.
     *
     * @param mostBytes as large as a compressed one may be when decompressed; the size of a plain one is known
     */
    TextFile text(FileSlice file, long mostBytes);

    /**
     * Checks a path to read from, without I/O.
     *
     * @throws SettingException naming {@code setting} if the path is empty, or a glob or a time in it cannot be understood
     */
    void requireSource(String path, String setting);

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

    /**
     * What was asked of remote storages so far: {@code listings}, {@code lookups}, {@code reads}, which are requests, and
     * {@code bytesRead}. Empty if all was local.
     */
    default Map<String, Long> requests() {
        return Map.of();
    }
}
