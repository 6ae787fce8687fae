package dev.grebe.pipeline;

import dev.grebe.plan.Nearest;
import dev.grebe.plugin.Plugin;
import dev.grebe.plugins.Binder;
import dev.grebe.plugins.Bound;
import dev.grebe.plugins.Catalog;
import dev.grebe.plugins.Kind;
import dev.grebe.plugins.Known;
import dev.grebe.plugins.Part;
import dev.grebe.plugins.Problems;
import dev.grebe.plugins.Quoted;
import dev.grebe.plugins.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the plugin of every table, detector and sink, and binds its settings. */
final class PartsReader {
    private final Catalog catalog;
    private final Problems problems;

    PartsReader(Catalog catalog, Problems problems) {
        this.catalog = catalog;
        this.problems = problems;
    }

    /**
     * What a pipeline file has whose settings fit, in the order of the file.
     *
     * @param tables the parts that are sources, with what their tables say beside
     * @param filters conditions on a detector's findings, by its name
     */
    record Parts(List<Part> all, List<LakeTable> tables, Map<String, Yaml.Scalar> filters) {}

    Parts read(Yaml.Mapping root) {
        List<Part> all = new ArrayList<>();
        List<LakeTable> tables = new ArrayList<>();
        Map<String, Yaml.Scalar> filters = new LinkedHashMap<>();
        section(root, "tables", "table").forEach(entry -> table(entry).ifPresent(tables::add));
        tables.forEach(table -> all.add(table.part()));
        for (Yaml.Entry entry : section(root, "detectors", "detector")) {
            filter(entry).ifPresent(condition -> filters.put(entry.key(), condition));
            typed(Kind.DETECTOR, entry).ifPresent(all::add);
        }
        section(root, "sinks", "sink").forEach(entry -> typed(Kind.SINK, entry).ifPresent(all::add));
        return new Parts(all, tables, filters);
    }

    private List<Yaml.Entry> section(Yaml.Mapping root, String name, String what) {
        Optional<Yaml.Mapping> section = root.find(name)
                .map(Yaml.Entry::value)
                .filter(Yaml.Mapping.class::isInstance)
                .map(Yaml.Mapping.class::cast);
        if (section.isPresent() && section.get().entries().isEmpty()) {
            problems.add(section.get().place(), "there is no %s; a pipeline needs one".formatted(what));
        }
        List<Yaml.Entry> entries = section.map(Yaml.Mapping::entries).orElse(List.of());
        entries.stream()
                .filter(entry -> !Names.isName(entry.key()))
                .forEach(entry -> problems.add(entry.place(), Names.expected(entry.key())));
        return entries.stream().filter(entry -> Names.isName(entry.key())).toList();
    }

    private Optional<LakeTable> table(Yaml.Entry entry) {
        Optional<Yaml.Mapping> settings = mapping(entry);
        if (settings.isEmpty()) {
            return Optional.empty();
        }
        Optional<Yaml.Entry> empty = settings.get().find("empty");
        Yaml.Mapping own = empty.isPresent() ? settings.get().only(Set.of()) : settings.get();
        Optional<Bound> section =
                new Binder("the pipeline file", problems).bind(TableSection.class, own.only(TableSection.KEYS));
        Optional<Bound> preset = section.flatMap(bound -> preset(entry.key(), bound));
        Optional<Part> part = empty.isPresent()
                ? emptyTable(entry, settings.get(), empty.get())
                : source(entry, settings.get(), preset.map(bound -> (Preset) bound.settings()));
        return section.isPresent() && part.isPresent()
                ? Optional.of(LakeTable.of(part.get(), section.get(), preset))
                : Optional.empty();
    }

    private Optional<Bound> preset(String table, Bound section) {
        String name = ((TableSection) section.settings()).preset();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<Bound> preset = Presets.find(name);
        if (preset.isEmpty()) {
            String near = Nearest.hint(name, Presets.NAMES);
            problems.add(
                    section.place("preset"),
                    "there is no preset %s.%s"
                            .formatted(Quoted.of(name), near.isEmpty() ? Known.sentence(Presets.NAMES) : near));
        } else if (!((Preset) preset.get().settings()).tables().containsKey(table)) {
            problems.add(
                    section.place("preset"),
                    "preset '%s' does not know a table %s.%s"
                            .formatted(
                                    name,
                                    Quoted.of(table),
                                    Known.sentence(((Preset) preset.get().settings())
                                            .tables()
                                            .keySet())));
        }
        return preset;
    }

    private Optional<Part> source(Yaml.Entry entry, Yaml.Mapping settings, Optional<Preset> preset) {
        Optional<Yaml> source = settings.find("source")
                .map(Yaml.Entry::value)
                .or(() -> preset.map(shape -> Yaml.Scalar.plain(settings.place(), shape.source())));
        if (source.isEmpty()) {
            problems.add(
                    settings.place(),
                    "setting 'source' is missing.%s Write {empty: true} for a table without rows."
                            .formatted(known(Kind.SOURCE)));
            return Optional.empty();
        }
        Yaml.Mapping own = settings.without(TableSection.KEYS).without(Set.of("source"));
        for (Map.Entry<String, String> fallback :
                preset.map(Preset::settings).orElse(Map.of()).entrySet()) {
            if (own.find(fallback.getKey()).isEmpty()) {
                Yaml value = Yaml.Scalar.plain(settings.place(), fallback.getValue());
                own = own.with(new Yaml.Entry(settings.place(), fallback.getKey(), value));
            }
        }
        return part(Kind.SOURCE, entry, source.get(), own);
    }

    /** The condition that a detector's findings meet in this pipeline. */
    private Optional<Yaml.Scalar> filter(Yaml.Entry detector) {
        Optional<Yaml> where = Optional.of(detector.value())
                .filter(Yaml.Mapping.class::isInstance)
                .flatMap(settings -> ((Yaml.Mapping) settings).find("where"))
                .map(Yaml.Entry::value);
        Optional<Yaml.Scalar> condition = where.filter(value -> value instanceof Yaml.Scalar scalar && !scalar.isNull())
                .map(Yaml.Scalar.class::cast);
        if (where.isPresent() && condition.isEmpty()) {
            problems.add(
                    where.get().place(),
                    "expected a condition, found %s.".formatted(where.get().found()));
        }
        return condition;
    }

    private Optional<Part> emptyTable(Yaml.Entry entry, Yaml.Mapping settings, Yaml.Entry empty) {
        boolean isTrue = empty.value() instanceof Yaml.Scalar scalar
                && scalar.plain()
                && scalar.text().equals("true");
        if (!isTrue) {
            problems.add(
                    empty.value().place(),
                    "expected true, found %s.".formatted(empty.value().found()));
            return Optional.empty();
        }
        Yaml.Mapping others = settings.without(Set.of("empty"));
        others.entries()
                .forEach(other -> problems.add(
                        other.place(),
                        "%s stands beside 'empty'; a table is one or the other".formatted(Quoted.of(other.key()))));
        return others.entries().isEmpty()
                ? Part.bind(Kind.SOURCE, entry, new EmptyPlugin(), others, problems)
                : Optional.empty();
    }

    private Optional<Part> typed(Kind kind, Yaml.Entry entry) {
        Optional<Yaml.Mapping> settings = mapping(entry);
        if (settings.isEmpty()) {
            return Optional.empty();
        }
        Yaml type = settings.get()
                .find("type")
                .map(Yaml.Entry::value)
                .orElse(Yaml.Scalar.plain(entry.place(), entry.key()));
        return part(
                kind,
                entry,
                type,
                settings.get().without(kind == Kind.DETECTOR ? Set.of("type", "where") : Set.of("type")));
    }

    private Optional<Part> part(Kind kind, Yaml.Entry entry, Yaml type, Yaml.Mapping settings) {
        if (!(type instanceof Yaml.Scalar name) || name.isNull()) {
            if (!(type instanceof Yaml.Broken)) {
                problems.add(type.place(), "expected a plugin's name, found %s.".formatted(type.found()));
            }
            return Optional.empty();
        }
        Optional<Plugin<?>> plugin = catalog.find(kind, name.text());
        if (plugin.isEmpty()) {
            String near = Nearest.hint(name.text(), catalog.plugins(kind).keySet());
            problems.add(
                    name.place(),
                    "there is no %s plugin %s.%s"
                            .formatted(kind.label(), Quoted.of(name.text()), near.isEmpty() ? known(kind) : near));
            return Optional.empty();
        }
        return Part.bind(kind, entry, plugin.get(), settings, problems);
    }

    private Optional<Yaml.Mapping> mapping(Yaml.Entry entry) {
        if (entry.value() instanceof Yaml.Mapping mapping) {
            return Optional.of(mapping);
        }
        boolean isNull = entry.value() instanceof Yaml.Scalar scalar && scalar.isNull();
        if (isNull) {
            problems.add(
                    entry.place(),
                    "%s has no value; write {} where nothing is to be set".formatted(Quoted.of(entry.key())));
        } else if (!(entry.value() instanceof Yaml.Broken)) {
            problems.add(
                    entry.value().place(),
                    "expected a mapping, found %s.".formatted(entry.value().found()));
        }
        return Optional.empty();
    }

    private String known(Kind kind) {
        Set<String> names = catalog.plugins(kind).keySet();
        return names.isEmpty() ? " No %s plugin is installed.".formatted(kind.label()) : Known.sentence(names);
    }
}
