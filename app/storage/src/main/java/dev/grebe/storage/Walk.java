package dev.grebe.storage;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Listing;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.Visible;
import dev.grebe.plugin.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Lists the files of one path, level by level, the folders of a level several at a time. Plain entries come before links, so
 * that a file which both name is listed under its own name.
 */
final class Walk {
    private static final int DEEPEST = 100;

    private final Volume volume;
    private final String path;
    private final Window filed;
    private final UnaryOperator<String> locate;
    private final Found found;
    private final Set<String> filesSeen = new HashSet<>();
    private final Set<Visit> foldersSeen = new HashSet<>();
    private final List<Link> links = new ArrayList<>();

    /**
     * @param filed folders that state a time outside are not looked into
     * @param locate the absolute location of a path as people write it
     */
    Walk(Volume volume, String path, Window filed, UnaryOperator<String> locate, long mostFiles) {
        this.volume = volume;
        this.path = path;
        this.filed = filed;
        this.locate = locate;
        this.found = new Found(path, mostFiles);
    }

    /** A folder of the walk; {@code state} says what of the pattern is left, nothing if all below it is wanted. */
    private record Visit(String real, Optional<PathPattern.State> state) {}

    /** A place in the walk: parts below the root. {@code last}: the pattern's last part matched this very place. */
    private record Place(List<Partitions.Folder> parts, String shown, String location, Visit visit, boolean last) {
        Place behindLink(String real) {
            return new Place(parts, shown, location, new Visit(real, visit.state()), last);
        }

        boolean isWanted() {
            return visit.state().isEmpty();
        }
    }

    private record Link(Place place, Entry entry) {}

    Listing listing() throws IOException {
        Optional<Entry> entry = path.isEmpty() ? Optional.empty() : volume.find(locate.apply(path));
        if (entry.isPresent()) {
            if (!entry.get().isFolder()) {
                found.file(single(entry.get()));
                return found.listing("");
            }
            walk(path, Optional.empty());
            return found.listing("in it; names that start with '_' or '.' are skipped");
        }
        if (!Glob.isGlob(path)) {
            throw new Missing(volume, path, locate).of(path);
        }
        String root = fixedPart(path);
        PathPattern pattern = pattern(path.substring(root.length()));
        if (volume.find(root.isEmpty() ? locate.apply(".") : locate.apply(root))
                .filter(Entry::isFolder)
                .isEmpty()) {
            throw new Missing(volume, path, locate).of(root);
        }
        walk(root, Optional.of(pattern));
        return found.listing("matches");
    }

    private PathPattern pattern(String text) {
        try {
            return PathPattern.of(text, filed);
        } catch (PatternException e) {
            throw new DataException("%s: %s".formatted(Visible.of(path), e.reason()), e);
        }
    }

    private FileSlice single(Entry entry) {
        return switch (entry.kind()) {
            case FILE, DENIED -> new FileSlice(path, entry.size(), entry.modified(), Map.of());
            case FOLDER -> throw new IllegalStateException(path);
            case OTHER ->
                throw new DataException(
                        "%s: neither a file nor a directory (SKIPPED_NOT_REGULAR)".formatted(Visible.of(path)));
            case DANGLING ->
                throw new DataException("%s: a link to nothing (MISSING_FILE)".formatted(Visible.of(path)));
        };
    }

    private void walk(String root, Optional<PathPattern> pattern) throws IOException {
        String location = locate.apply(root.isEmpty() ? "." : root);
        String real = volume.real(location);
        try (Lister lister = new Lister(volume)) {
            Visit start = new Visit(real, pattern.map(PathPattern::start));
            visit(new Place(List.of(), root, location, start, false), pattern, lister);
            while (!links.isEmpty()) { // Behind a link there may be links.
                List<Link> next = new ArrayList<>(links);
                links.clear();
                next.sort(Comparator.comparing(link -> link.place().shown(), Names::compare));
                for (Link link : next) {
                    follow(link, real, pattern, lister);
                }
            }
        }
    }

    /** Takes all below a folder but links, which are put aside. */
    private void visit(Place start, Optional<PathPattern> pattern, Lister lister) throws IOException {
        List<Place> level = new ArrayList<>();
        addFolder(start, level);
        while (!level.isEmpty()) {
            List<Lister.Content> contents =
                    lister.list(level.stream().map(Place::location).toList());
            List<Place> below = new ArrayList<>();
            for (int i = 0; i < contents.size(); i++) {
                Place folder = level.get(i);
                for (Entry entry : entries(folder, contents.get(i))) {
                    Optional<Place> place = enter(folder, entry, pattern);
                    if (place.isPresent() && entry.link()) {
                        links.add(new Link(place.get(), entry));
                    } else if (place.isPresent()) {
                        take(place.get(), entry, below);
                    }
                }
            }
            level = below;
        }
    }

    private List<Entry> entries(Place folder, Lister.Content content) throws IOException {
        if (content.failure() == null) {
            return content.entries();
        }
        if (!Cause.isDenied(content.failure()) || folder.parts().isEmpty()) {
            throw content.failure();
        }
        found.refuse(Rejection.ofFile(folder.shown(), Reason.UNREADABLE, Cause.of(content.failure())));
        return List.of();
    }

    private void addFolder(Place place, List<Place> level) {
        String shown = place.shown().isEmpty() ? "" : Names.join(place.shown(), "");
        Place folder = new Place(place.parts(), shown, place.location(), place.visit(), false);
        if (folder.parts().size() > DEEPEST) {
            throw new DataException("%s: more than %d folders deep".formatted(Visible.of(folder.shown()), DEEPEST));
        }
        if (foldersSeen.add(folder.visit())) {
            level.add(folder);
        } else {
            found.leaveOut(Warning.LINK_LOOP, folder.shown());
        }
    }

    /** The place of a folder's entry, or empty if it is not wanted. */
    private Optional<Place> enter(Place folder, Entry entry, Optional<PathPattern> pattern) {
        Optional<PathPattern.State> state = folder.visit().state();
        if (state.isEmpty() || pattern.isEmpty()) {
            return Names.isHidden(entry.name())
                    ? Optional.empty()
                    : Optional.of(place(folder, entry.name(), false, Optional.empty()));
        }
        PathPattern.Step step = pattern.get().step(state.get(), entry.name());
        if (step instanceof PathPattern.Alive alive) {
            Optional<PathPattern.State> left = alive.whole() ? Optional.empty() : Optional.of(alive.state());
            return Optional.of(place(folder, entry.name(), alive.timed(), left));
        }
        note((PathPattern.Dead) step, folder, entry);
        return Optional.empty();
    }

    private static Place place(Place folder, String name, boolean timed, Optional<PathPattern.State> state) {
        List<Partitions.Folder> parts = new ArrayList<>(folder.parts());
        parts.add(new Partitions.Folder(name, timed));
        Visit visit = new Visit(Names.join(folder.visit().real(), name), state);
        boolean last = folder.visit().state().isPresent() && state.isEmpty();
        return new Place(parts, folder.shown() + name, Names.join(folder.location(), name), visit, last);
    }

    /** What a name that cannot match means: a file where a folder should be is no mistake. */
    private void note(PathPattern.Dead dead, Place folder, Entry entry) {
        String shown = folder.shown() + entry.name();
        boolean meant = entry.isFolder() || (dead.last() && !path.endsWith("/"));
        switch (dead.cause()) {
            case OTHER_NAME -> {}
            case OTHER_TIME -> found.filedOutside();
            case NO_TIME -> {
                if (meant) {
                    found.leaveOut(Warning.NO_TIME, shown);
                }
            }
            case BAD_TIME -> {
                if (meant) {
                    String detail =
                            "states no time that exists; the path asks for '%s'".formatted(Visible.of(dead.template()));
                    found.refuse(Rejection.ofFile(shown, Reason.BAD_PARTITION, detail));
                }
            }
        }
    }

    private void take(Place place, Entry entry, List<Place> folders) {
        switch (entry.kind()) {
            case FOLDER -> addFolder(place, folders);
            case FILE -> {
                if (place.isWanted() && !(place.last() && path.endsWith("/"))) {
                    addFile(place, entry);
                }
            }
            case OTHER -> {
                if (place.isWanted()) {
                    found.leaveOut(Warning.SKIPPED_NOT_REGULAR, place.shown());
                }
            }
            case DENIED -> refuse(place, Reason.UNREADABLE, "permission denied");
            case DANGLING -> refuse(place, Reason.MISSING_FILE, "a link to nothing");
        }
    }

    private void refuse(Place place, Reason reason, String detail) {
        if (place.isWanted()) {
            found.refuse(Rejection.ofFile(place.shown(), reason, detail));
        }
    }

    private void addFile(Place place, Entry entry) {
        if (Names.isLeftover(entry.name(), path)) {
            found.leaveOut(Warning.LEFTOVER, place.shown());
        } else if (filesSeen.add(place.visit().real())) {
            List<Partitions.Folder> folders =
                    place.parts().subList(0, place.parts().size() - 1);
            try {
                Map<String, String> partitions = Partitions.of(folders, place.shown());
                found.file(new FileSlice(place.shown(), entry.size(), entry.modified(), partitions));
            } catch (DataException e) {
                found.refuse(e.rejection().orElseThrow(() -> e));
            }
        }
    }

    private void follow(Link link, String root, Optional<PathPattern> pattern, Lister lister) throws IOException {
        Place place = link.place();
        List<Place> folders = new ArrayList<>();
        if (link.entry().kind() == Entry.Kind.DANGLING || link.entry().kind() == Entry.Kind.DENIED) {
            take(place, link.entry(), folders);
            return;
        }
        String real = volume.real(place.location());
        if (!real.equals(root) && !real.startsWith(Names.join(root, ""))) {
            found.leaveOut(Warning.LINK_OUTSIDE, place.shown());
            return;
        }
        Place target = place.behindLink(real);
        if (link.entry().isFolder()) {
            visit(target, pattern, lister);
        } else {
            take(target, link.entry(), folders);
        }
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
}
