package dev.grebe.plugin;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a path, taken once.
 *
 * @param files sorted by path
 * @param refused what stands there as a file and cannot be read: a link to nothing, a file without permission, a folder
 *     with an impossible date
 * @param warnings what was left out, as counts by code: {@code SKIPPED_NOT_REGULAR}, {@code LINK_LOOP}, {@code LINK_OUTSIDE},
 *     {@code LEFTOVER} of writers, {@code NO_TIME} in a name where the path asks for one; {@code NO_FILES_IN_WINDOW}
 */
public record Listing(List<FileSlice> files, List<Rejection> refused, Map<String, Long> warnings) {
    public Listing {
        files = List.copyOf(files);
        refused = List.copyOf(refused);
        warnings = Collections.unmodifiableMap(new TreeMap<>(warnings));
    }
}
