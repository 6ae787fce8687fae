package dev.grebe.pipeline;

import dev.grebe.plan.Schema;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.Storage;
import dev.grebe.plugin.Terminal;
import dev.grebe.plugins.Catalog;
import dev.grebe.plugins.Composer;
import dev.grebe.plugins.Kind;
import dev.grebe.plugins.Origin;
import dev.grebe.plugins.Part;
import dev.grebe.plugins.Place;
import dev.grebe.plugins.Problems;
import dev.grebe.plugins.Yaml;
import dev.grebe.plugins.YamlReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The source of a path, made of the settings that the command line gives, over files that are chosen one after the other. */
final class SampledTable {
    /** What messages call the table. */
    static final String NAME = "sample";

    private static final String SOURCE = "source";
    private static final Place PATH = Origin.option("PATH").start();

    private final Yaml.Mapping settings;
    private final ChosenFiles files;
    private final Source source;

    private SampledTable(Yaml.Mapping settings, ChosenFiles files, Source source) {
        this.settings = settings;
        this.files = files;
        this.source = source;
    }

    /**
     * The settings of a table with this path.
     *
     * @param assignments {@code key=value}, as of {@code --set}
     * @throws ConfigException if one is none
     */
    static Yaml.Mapping settings(String path, List<String> assignments) {
        Problems problems = new Problems();
        Yaml.Mapping settings = new Yaml.Mapping(PATH, List.of(entry("path", path)));
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            String key = assignment.substring(0, Math.max(0, equals));
            Origin origin = Origin.option("--set " + key);
            if (key.isBlank()) {
                problems.add(Origin.option("--set").start(), "expected key=value, such as zone=UTC");
            } else if (key.equals("path")) {
                problems.add(origin.start(), "the path is what is looked at; it stands without an option");
            } else {
                settings = set(settings, key, origin, assignment.substring(equals + 1), problems);
            }
        }
        requireNone(problems);
        return settings;
    }

    private static Yaml.Mapping set(Yaml.Mapping settings, String key, Origin origin, String text, Problems problems) {
        Optional<Yaml> value = YamlReader.read(origin, text, problems);
        if (value.isEmpty()) {
            problems.add(origin.start(), "there is no value behind the '='");
            return settings;
        }
        Optional<Yaml.Mapping> changed = TreePath.set(settings, key, value.get());
        if (changed.isEmpty()) {
            problems.add(origin.start(), "the path leads through something that is no mapping");
        }
        return changed.orElse(settings);
    }

    private static Yaml.Entry entry(String key, String text) {
        return new Yaml.Entry(PATH, key, Yaml.Scalar.plain(PATH, text));
    }

    /** The plugin that the settings ask for by name; empty if they leave that open. */
    static Optional<String> namedSource(Yaml.Mapping settings) {
        return settings.find(SOURCE)
                .map(Yaml.Entry::value)
                .filter(Yaml.Scalar.class::isInstance)
                .map(value -> ((Yaml.Scalar) value).text());
    }

    /**
     * The source.
     *
     * @throws ConfigException if the settings are not such a source's
     */
    static SampledTable of(Yaml.Mapping settings, String plugin, String path, Storage storage, Catalog catalog) {
        Problems problems = new Problems();
        Yaml.Mapping named = settings.find(SOURCE).isPresent() ? settings : settings.with(entry(SOURCE, plugin));
        Yaml.Mapping tables = new Yaml.Mapping(PATH, List.of(new Yaml.Entry(PATH, NAME, named)));
        Yaml.Mapping root = new Yaml.Mapping(PATH, List.of(new Yaml.Entry(PATH, "tables", tables)));
        List<Part> parts = new PartsReader(catalog, problems).read(root).all();
        requireNone(problems);
        ChosenFiles files = new ChosenFiles(storage, path);
        Terminal nowhere = new Terminal(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), 80, false);
        Optional<Source> source = parts.stream()
                .filter(part -> part.kind() == Kind.SOURCE)
                .findFirst()
                .flatMap(part -> Optional.ofNullable(new Composer(files, nowhere, problems)
                        .compose(List.of(part))
                        .sources()
                        .get(NAME)));
        requireNone(problems);
        return new SampledTable(
                settings.without(Set.of("path", SOURCE)),
                files,
                source.orElseThrow(() -> new IllegalStateException("a source without problems is made")));
    }

    private static void requireNone(Problems problems) {
        if (!problems.isEmpty()) {
            throw new ConfigException(problems.list());
        }
    }

    /** The settings that were given but for path and source. */
    Yaml.Mapping settings() {
        return settings;
    }

    /** The source over these files alone. */
    Source over(List<FileSlice> chosen) {
        files.choose(chosen);
        return source;
    }

    /** The columns of one file. */
    Schema columns(FileSlice file) {
        return over(List.of(file)).sample();
    }
}
