package dev.grebe.storage;

import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Staging;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A volume whose folders show some of what they hold, from the first name to the last: the fewer folders the deeper, so
 * that a few hundred listings are enough for any tree. What each stands for is estimated by its share of its folder.
 */
final class SparseVolume implements Volume {
    /** Folders that a folder shows, by depth. */
    private static final int[] FOLDERS = {6, 4, 3, 2, 2};

    private static final int FILES = 64;

    private final Volume volume;
    /** For how many folders one that is shown stands, by location. */
    private final Map<String, Weight> weights = new HashMap<>();

    private double files;
    private double bytes;

    private record Weight(double folders, int depth) {}

    SparseVolume(Volume volume) {
        this.volume = volume;
    }

    @Override
    public List<Entry> children(String folder) throws IOException {
        List<Entry> all = new ArrayList<>(volume.children(folder));
        all.removeIf(entry -> Names.isHidden(entry.name()));
        all.sort(Comparator.comparing(Entry::name, Names::compare));
        List<Entry> below = all.stream().filter(Entry::isFolder).toList();
        List<Entry> others = all.stream().filter(entry -> !entry.isFolder()).toList();
        return kept(folder, below, others);
    }

    private synchronized List<Entry> kept(String folder, List<Entry> below, List<Entry> others) {
        Weight own = weights.getOrDefault(folder, new Weight(1, 0));
        List<Entry> shown = new ArrayList<>(spread(others, FILES));
        List<Entry> folders = spread(below, own.depth() < FOLDERS.length ? FOLDERS[own.depth()] : 1);
        for (Entry entry : folders) {
            double share = own.folders() * below.size() / folders.size();
            weights.put(Names.join(folder, entry.name()), new Weight(share, own.depth() + 1));
        }
        shown.addAll(folders);
        files += own.folders() * others.size();
        bytes += own.folders() * others.stream().mapToLong(Entry::size).sum();
        return shown;
    }

    private static List<Entry> spread(List<Entry> all, int most) {
        List<Entry> some = new ArrayList<>();
        int count = Math.min(all.size(), most);
        for (int i = 0; i < count; i++) {
            some.add(all.get(count == 1 ? 0 : (int) ((long) i * (all.size() - 1) / (count - 1))));
        }
        return some;
    }

    /** How many files there seem to be in the folders that were listed, and in those that these stand for. */
    synchronized long files() {
        return Math.round(files);
    }

    /** Their bytes. */
    synchronized long bytes() {
        return Math.round(bytes);
    }

    @Override
    public Optional<Entry> find(String location) throws IOException {
        return volume.find(location);
    }

    @Override
    public String real(String location) throws IOException {
        return volume.real(location);
    }

    @Override
    public RandomInput open(String location, FileSlice file) throws IOException {
        return volume.open(location, file);
    }

    @Override
    public Stored read(String location, FileSlice file, long start, long most) throws IOException {
        return volume.read(location, file, start, most);
    }

    @Override
    public Staging stage(String location, String path) throws IOException {
        return volume.stage(location, path);
    }
}
