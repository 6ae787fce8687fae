package dev.grebe.storage;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Listing;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.Visible;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a walk has found so far. */
final class Found {
    private static final Logger log = LoggerFactory.getLogger(FileStorage.class);

    private final String path;
    private final long mostFiles;
    private final List<FileSlice> files = new ArrayList<>();
    private final List<Rejection> refused = new ArrayList<>();
    private final Map<String, Long> warnings = new TreeMap<>();
    private final Map<String, String> examples = new HashMap<>();
    private boolean filedOutside;

    /** @param path as people wrote it */
    Found(String path, long mostFiles) {
        this.path = path;
        this.mostFiles = mostFiles;
    }

    /** @throws DataException if there are too many */
    void file(FileSlice file) {
        files.add(file);
        if (files.size() > mostFiles) {
            throw new DataException(
                    "%s: more than %d files, which is the limit 'storage.maxFiles' (%s). Narrow the path or the window, or raise it"
                            .formatted(Visible.of(path), mostFiles, Reason.LIMIT_EXCEEDED));
        }
    }

    void refuse(Rejection rejection) {
        refused.add(rejection);
    }

    /** Counts what is left out. */
    void leaveOut(Warning warning, String shown) {
        warnings.merge(warning.name(), 1L, Long::sum);
        examples.merge(warning.name(), shown, (known, other) -> Names.compare(known, other) <= 0 ? known : other);
    }

    /** Notes that there are folders whose time is not wanted. */
    void filedOutside() {
        filedOutside = true;
    }

    /**
     * All of it.
     *
     * @param nothing what is said if there is nothing
     */
    Listing listing(String nothing) {
        if (files.isEmpty() && refused.isEmpty()) {
            if (!filedOutside) {
                throw new DataException("%s: no file %s%s".formatted(Visible.of(path), nothing, leftOut()));
            }
            leaveOut(Warning.NO_FILES_IN_WINDOW, path);
        }
        for (String code : warnings.keySet()) {
            log.warn(
                    "{}: {} ({}); {} in all",
                    Visible.of(examples.getOrDefault(code, "")),
                    Warning.valueOf(code).meaning(),
                    code,
                    warnings.get(code));
        }
        files.sort((left, right) -> Names.compare(left.path(), right.path()));
        refused.sort((left, right) -> Names.compare(left.file(), right.file()));
        return new Listing(files, refused, warnings);
    }

    private String leftOut() {
        String counts = warnings.entrySet().stream()
                .map(count -> "%d (%s)".formatted(count.getValue(), count.getKey()))
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "" : "; left out: " + counts;
    }
}
