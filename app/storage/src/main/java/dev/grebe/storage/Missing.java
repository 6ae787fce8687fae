package dev.grebe.storage;

import dev.grebe.plan.Nearest;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Visible;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Explains why a path is not there: its first part that is missing, and what is there instead. */
final class Missing {
    private static final int NAMES_SHOWN = 5;
    /** Stands for the empty part between two slashes. */
    private static final Entry FOLDER = new Entry("", Entry.Kind.FOLDER, 0, 0, false);

    private final Volume volume;
    private final String path;
    private final UnaryOperator<String> locate;

    /** @param path as people wrote it */
    Missing(Volume volume, String path, UnaryOperator<String> locate) {
        this.volume = volume;
        this.path = path;
        this.locate = locate;
    }

    /** The error for a path, or the fixed part of a glob, of which at least the last part is missing. */
    DataException of(String wanted) throws IOException {
        String whole = wanted.endsWith("/") ? wanted.substring(0, wanted.length() - 1) : wanted;
        int start = Location.isLocal(whole) ? 0 : Location.root(whole).length();
        while (start < whole.length()) {
            int slash = whole.indexOf('/', start);
            int end = slash < 0 ? whole.length() : slash;
            String part = whole.substring(0, end);
            Optional<Entry> entry = end == start ? Optional.of(FOLDER) : volume.find(locate.apply(part));
            if (entry.isEmpty()) {
                return error("no such file or directory" + first(part, whole) + hint(whole.substring(0, start), part));
            } else if (!entry.get().isFolder()) {
                return error("'%s' is no directory".formatted(part));
            }
            start = end + 1;
        }
        return error("no such file or directory");
    }

    private DataException error(String reason) {
        return new DataException(Visible.of(path + ": " + reason));
    }

    private static String first(String part, String whole) {
        return part.length() == whole.length() ? "." : "; '%s' is its first part that is missing.".formatted(part);
    }

    private String hint(String folder, String part) throws IOException {
        List<String> names = names(folder);
        String near = Nearest.hint(part.substring(folder.length()), names);
        if (!near.isEmpty() || names.isEmpty()) {
            return near;
        }
        String shown = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining("', '", "'", "'"));
        int more = names.size() - NAMES_SHOWN;
        return " %s: %s%s"
                .formatted(
                        folder.isEmpty() ? "Beside the pipeline file" : "In '" + folder + "'",
                        shown,
                        more > 0 ? " and %d more".formatted(more) : "");
    }

    private List<String> names(String folder) throws IOException {
        String location = locate.apply(folder.isEmpty() ? "." : folder);
        if (volume.find(location).filter(Entry::isFolder).isEmpty()) {
            return List.of();
        }
        return volume.children(location).stream()
                .map(Entry::name)
                .filter(name -> !Names.isHidden(name))
                .sorted(Names::compare)
                .toList();
    }
}
