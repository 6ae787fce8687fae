package dev.grebe.storage;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Visible;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists the files of one path. Plain entries come before links, so that a file which both name is listed under its own
 * name.
 */
final class Listing {
    private static final Logger log = LoggerFactory.getLogger(FileStorage.class);
    private static final int DEEPEST = 100;
    /** How Flink, Hadoop and many others call a file until it is complete. */
    private static final List<String> LEFTOVERS = List.of(".inprogress", "._COPYING_", ".tmp");

    private final Volume volume;
    private final String path;
    private final UnaryOperator<String> locate;
    private final List<FileSlice> files = new ArrayList<>();
    private final Set<String> filesSeen = new HashSet<>();
    private final Set<Visit> foldersSeen = new HashSet<>();
    private final List<Link> links = new ArrayList<>();
    private int leftOut;

    /** @param locate the absolute location of a path as people write it */
    Listing(Volume volume, String path, UnaryOperator<String> locate) {
        this.volume = volume;
        this.path = path;
        this.locate = locate;
    }

    /** A folder of the walk; {@code state} says what of the pattern is left, nothing if all below it is wanted. */
    private record Visit(String real, Optional<Glob.State> state) {}

    /** A place in the walk: parts below the root. {@code last}: the pattern's last part matched this very place. */
    private record Place(List<String> parts, String shown, String location, Visit visit, boolean last) {}

    private record Link(Place place, Entry entry) {}

    static boolean isHidden(String name) {
        return name.startsWith("_") || name.startsWith(".");
    }

    List<FileSlice> files() throws IOException {
        Optional<Entry> found = path.isEmpty() ? Optional.empty() : volume.find(locate.apply(path));
        if (found.isPresent()) {
            if (!found.get().isFolder()) {
                return List.of(single(found.get()));
            }
            walk(path, Optional.empty());
        } else if (Glob.isGlob(path)) {
            String root = fixedPart(path);
            Glob glob = Glob.of(path.substring(root.length()));
            if (volume.find(root.isEmpty() ? locate.apply(".") : locate.apply(root))
                    .filter(Entry::isFolder)
                    .isEmpty()) {
                throw new Missing(volume, path, locate).of(root);
            }
            walk(root, Optional.of(glob));
        } else {
            throw new Missing(volume, path, locate).of(path);
        }
        if (files.isEmpty()) {
            throw new DataException("%s: no file %s%s"
                    .formatted(
                            Visible.of(path),
                            found.isPresent() ? "in it; names that start with '_' or '.' are skipped" : "matches",
                            leftOut == 0 ? "" : "; %d entries were left out, see the log".formatted(leftOut)));
        }
        files.sort((left, right) -> compare(left.path(), right.path()));
        return List.copyOf(files);
    }

    private FileSlice single(Entry entry) {
        return switch (entry.kind()) {
            case FILE -> new FileSlice(path, entry.size(), entry.modified(), Map.of());
            case FOLDER -> throw new IllegalStateException(path);
            case OTHER ->
                throw new DataException(
                        "%s: neither a file nor a directory (SKIPPED_NOT_REGULAR)".formatted(Visible.of(path)));
            case DANGLING ->
                throw new DataException("%s: a link to nothing (MISSING_FILE)".formatted(Visible.of(path)));
        };
    }

    private void walk(String root, Optional<Glob> glob) throws IOException {
        String shown = root.isEmpty() || root.endsWith("/") ? root : root + "/";
        String location = locate.apply(root.isEmpty() ? "." : root);
        String real = volume.real(location);
        visit(new Place(List.of(), shown, location, new Visit(real, glob.map(Glob::start)), false), glob);
        for (int i = 0; i < links.size(); i++) { // Grows: behind a link there may be links.
            follow(links.get(i), real, glob);
        }
    }

    private void visit(Place folder, Optional<Glob> glob) throws IOException {
        if (folder.parts().size() > DEEPEST) {
            throw new DataException("%s: more than %d folders deep".formatted(Visible.of(folder.shown()), DEEPEST));
        }
        if (!foldersSeen.add(folder.visit())) {
            leaveOut(folder.shown(), "was listed before, a link leads back to it (LINK_LOOP)");
            return;
        }
        for (Entry entry : volume.children(folder.location())) {
            Optional<Place> place = enter(folder, entry.name(), glob);
            if (place.isPresent() && entry.link()) {
                links.add(new Link(place.get(), entry));
            } else if (place.isPresent()) {
                take(place.get(), entry, glob);
            }
        }
    }

    /** The place of a folder's entry, or empty if it is not wanted. */
    private static Optional<Place> enter(Place folder, String name, Optional<Glob> glob) {
        Optional<Glob.State> state = folder.visit().state();
        if (state.isPresent() && glob.isPresent()) {
            Glob.State next = glob.get().step(state.get(), name);
            if (next.isDead()) {
                return Optional.empty();
            }
            state = glob.get().isMatch(next) ? Optional.empty() : Optional.of(next);
        } else if (isHidden(name)) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>(folder.parts());
        parts.add(name);
        boolean last = folder.visit().state().isPresent() && state.isEmpty();
        Visit visit = new Visit(join(folder.visit().real(), name), state);
        return Optional.of(new Place(parts, folder.shown() + name, join(folder.location(), name), visit, last));
    }

    private void take(Place place, Entry entry, Optional<Glob> glob) throws IOException {
        boolean wanted = place.visit().state().isEmpty();
        switch (entry.kind()) {
            case FOLDER ->
                visit(new Place(place.parts(), place.shown() + "/", place.location(), place.visit(), false), glob);
            case FILE -> {
                if (wanted && !(place.last() && path.endsWith("/"))) {
                    addFile(place, entry);
                }
            }
            case OTHER -> {
                if (wanted) {
                    leaveOut(place.shown(), "is neither a file nor a directory (SKIPPED_NOT_REGULAR)");
                }
            }
            case DANGLING -> {
                if (wanted) {
                    throw new DataException(
                            "%s: a link to nothing (MISSING_FILE)".formatted(Visible.of(place.shown())));
                }
            }
        }
    }

    private void addFile(Place place, Entry entry) {
        if (LEFTOVERS.stream().anyMatch(end -> entry.name().endsWith(end) && !path.endsWith(end))) {
            leaveOut(place.shown(), "is what a writer left unfinished (LEFTOVER)");
        } else if (filesSeen.add(place.visit().real())) {
            List<String> folders = place.parts().subList(0, place.parts().size() - 1);
            files.add(new FileSlice(
                    place.shown(), entry.size(), entry.modified(), Partitions.of(folders, place.shown())));
        }
    }

    private void follow(Link link, String root, Optional<Glob> glob) throws IOException {
        Place place = link.place();
        if (link.entry().kind() == Entry.Kind.DANGLING) {
            take(place, link.entry(), glob);
            return;
        }
        String real = volume.real(place.location());
        if (!real.equals(root) && !real.startsWith(join(root, ""))) {
            leaveOut(place.shown(), "is a link out of the listed folder and is not followed (LINK_OUTSIDE)");
            return;
        }
        Visit visit = new Visit(real, place.visit().state());
        take(new Place(place.parts(), place.shown(), place.location(), visit, place.last()), link.entry(), glob);
    }

    private void leaveOut(String shown, String reason) {
        leftOut++;
        log.warn("{} {}", Visible.of(shown), reason);
    }

    /** The parts before the first that has a glob in it, with the slash behind them. */
    private static String fixedPart(String path) {
        int end = 0;
        for (int slash = path.indexOf('/'); slash >= 0 && !Glob.isGlob(path.substring(0, slash)); ) {
            end = slash + 1;
            slash = path.indexOf('/', end);
        }
        return path.substring(0, end);
    }

    private static String join(String folder, String name) {
        return folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    /** The order of the UTF-8 bytes: that of the characters, but surrogates stand for the greatest ones. */
    static int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean surrogate = Character.isSurrogate(a);
                return surrogate == Character.isSurrogate(b) ? a - b : surrogate ? 1 : -1;
            }
        }
        return left.length() - right.length();
    }
}
