package dev.grebe.pipeline;

import dev.grebe.plan.Type;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Listing;
import dev.grebe.plugin.Rejects;
import dev.grebe.plugin.Window;
import dev.grebe.plugins.Catalog;
import dev.grebe.plugins.Kind;
import dev.grebe.plugins.Yaml;
import dev.grebe.storage.FileStorage;
import dev.grebe.storage.Glimpse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The first look at a path: what is there, and how a pipeline file would read it. */
public final class LakeSample {
    private static final long LONGEST_NANOS = Duration.ofSeconds(6).toNanos();

    private final String path;
    private final FileStorage storage;
    private final Catalog catalog;
    private final Glimpse lake;
    private final Listing listing;
    private final SourceFormat format;
    private final SampledTable table;
    private final long started;

    private LakeSample(
            String path,
            FileStorage storage,
            Catalog catalog,
            Glimpse lake,
            SourceFormat format,
            SampledTable table,
            long started) {
        this.path = path;
        this.storage = storage;
        this.catalog = catalog;
        this.lake = lake;
        this.listing = lake.listing();
        this.format = format;
        this.table = table;
        this.started = started;
    }

    /**
     * Lists a path and finds out what reads it.
     *
     * @param folder where a relative path starts
     * @param settings of the source, as {@code key=value}; {@code source=name} names its plugin
     * @throws ConfigException if the settings are wrong
     * @throws dev.grebe.plugin.DataException if nothing is there, or nothing reads it
     */
    public static LakeSample open(Path folder, String path, List<String> settings, Catalog catalog) {
        long started = System.nanoTime();
        FileStorage storage = new FileStorage(folder);
        Yaml.Mapping given = SampledTable.settings(path, settings);
        Glimpse lake = storage.glimpse(path);
        Optional<String> named = SampledTable.namedSource(given);
        SourceFormat format = named.isPresent()
                ? new SourceFormat(named.get(), "as --set says")
                : SourceFormat.of(
                        typical(lake.listing()),
                        storage,
                        catalog.plugins(Kind.SOURCE).keySet());
        SampledTable table = SampledTable.of(given, format.source(), path, storage, catalog);
        return new LakeSample(path, storage, catalog, lake, format, table, started);
    }

    /** The first file that is named like most of them. */
    private static FileSlice typical(Listing listing) {
        List<FileSlice> files = listing.files();
        if (files.isEmpty()) {
            throw new DataException(listing.refused().get(0));
        }
        Map<String, Long> named = files.stream()
                .flatMap(file -> SourceFormat.byName(file.path()).stream())
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
        Optional<String> most =
                named.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        return files.stream()
                .filter(file -> SourceFormat.byName(file.path()).equals(most))
                .findFirst()
                .orElse(files.get(0));
    }

    /**
     * Writes rows as they are stored, as JSON lines in the order of files and rows: every column once, nested ones as
     * objects and arrays.
     *
     * @param most rows to write
     * @param lines takes one row at a time
     * @throws dev.grebe.plugin.DataException at the first bad row or file; rows before it are written
     */
    public void rows(long most, Consumer<String> lines) {
        Listing all = lake.isWhole() ? listing : storage.list(path, Window.ALL);
        all.refused().stream().findFirst().ifPresent(Rejects.FAIL::file);
        new StoredRows(table, most, lines).write(all.files());
    }

    /**
     * Looks at some rows of some files, for some seconds at most.
     *
     * @throws dev.grebe.plugin.DataException if all that was met is bad
     */
    public SampleReport look() {
        List<FileSlice> files = Spread.of(listing.files(), LakeLook.MOST_FILES);
        LakeLook look = new LakeLook(table, started + LONGEST_NANOS);
        listing.refused().forEach(look.rejects()::file);
        look.look(files);
        Map<String, DeclaredTables.Declared> declared = DeclaredTables.of(catalog, storage);
        List<SampleReport.PresetFit> fits = new PresetFits(format.source(), look, catalog, declared).find();
        boolean isWhole = lake.isWhole() && look.filesRead() == listing.files().size();
        Stanza stanza = new Stanza(path, format.source(), table.settings());
        String tables = fits.stream().anyMatch(SampleReport.PresetFit::chosen)
                ? stanza.ofPresets(fits, isWhole && look.sawAll())
                : stanza.ofColumns(look.types().keySet(), declared);
        return new SampleReport(
                path,
                format.source(),
                format.reason(),
                lake.files(),
                lake.isWhole(),
                lake.bytes(),
                look.filesRead(),
                look.rowsRead(),
                rows(look, isWhole),
                isWhole && look.isWhole(),
                columns(look),
                look.types().size(),
                fits,
                tables,
                look.rejects().rows(),
                look.rejects().files(),
                look.rejects().messages(),
                notes(look, isWhole));
    }

    private long rows(LakeLook look, boolean isWhole) {
        return isWhole || look.bytes() == 0
                ? look.rows()
                : Math.round((double) look.rows() / look.bytes() * lake.bytes());
    }

    private static List<SampleReport.SampledColumn> columns(LakeLook look) {
        return look.observed().values().stream()
                .map(seen -> seen.report(
                        look.types().getOrDefault(seen.column().field().name(), Type.STRING)))
                .toList();
    }

    private List<String> notes(LakeLook look, boolean isWhole) {
        List<String> notes = new ArrayList<>();
        if (!isWhole || !look.sawAll()) {
            notes.add(
                    "a sample: %d of %s%d files were looked into, and %d rows of them; values, times and presets are of these"
                            .formatted(
                                    look.filesRead(), lake.isWhole() ? "" : "about ", lake.files(), look.rowsRead()));
        }
        long others = listing.files().stream()
                .filter(file -> SourceFormat.byName(file.path())
                        .filter(name -> !name.equals(format.source()))
                        .isPresent())
                .count();
        if (others > 0) {
            notes.add(
                    "%d files are of another format by their names; a path with a glob leaves them out, and a run would refuse them"
                            .formatted(others));
        }
        look.noTimes().forEach(message -> notes.add("a run would refuse this time: " + message));
        return notes;
    }
}
