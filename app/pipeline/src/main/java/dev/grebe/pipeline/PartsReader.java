package dev.grebe.pipeline;

import dev.grebe.plan.Nearest;
import dev.grebe.plugin.Plugin;
import dev.grebe.plugins.Catalog;
import dev.grebe.plugins.Kind;
import dev.grebe.plugins.Known;
import dev.grebe.plugins.Part;
import dev.grebe.plugins.Problems;
import dev.grebe.plugins.Quoted;
import dev.grebe.plugins.Yaml;
import java.util.ArrayList;
import java.util.List;
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

    /** The parts whose settings fit, in the order of the file. */
    List<Part> read(Yaml.Mapping root) {
        List<Part> parts = new ArrayList<>();
        section(root, "tables", "table").forEach(entry -> table(entry).ifPresent(parts::add));
        section(root, "detectors", "detector")
                .forEach(entry -> typed(Kind.DETECTOR, entry).ifPresent(parts::add));
        section(root, "sinks", "sink").forEach(entry -> typed(Kind.SINK, entry).ifPresent(parts::add));
        return parts;
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

    private Optional<Part> table(Yaml.Entry entry) {
        Optional<Yaml.Mapping> settings = mapping(entry);
        if (settings.isEmpty()) {
            return Optional.empty();
        }
        Optional<Yaml.Entry> empty = settings.get().find("empty");
        if (empty.isPresent()) {
            return emptyTable(entry, settings.get(), empty.get());
        }
        Optional<Yaml.Entry> source = settings.get().find("source");
        if (source.isEmpty()) {
            problems.add(
                    settings.get().place(),
                    "setting 'source' is missing.%s Write {empty: true} for a table without rows."
                            .formatted(known(Kind.SOURCE)));
            return Optional.empty();
        }
        return part(Kind.SOURCE, entry, source.get().value(), settings.get().without(Set.of("source")));
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
        return part(kind, entry, type, settings.get().without(Set.of("type")));
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
