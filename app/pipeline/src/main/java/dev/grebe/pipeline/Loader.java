package dev.grebe.pipeline;

import dev.grebe.engine.Engine;
import dev.grebe.kql.Columns;
import dev.grebe.plan.PlanException;
import dev.grebe.plugin.Detector;
import dev.grebe.plugin.Storage;
import dev.grebe.plugin.Terminal;
import dev.grebe.plugins.Binder;
import dev.grebe.plugins.Bound;
import dev.grebe.plugins.Catalog;
import dev.grebe.plugins.Components;
import dev.grebe.plugins.Composer;
import dev.grebe.plugins.Kind;
import dev.grebe.plugins.Part;
import dev.grebe.plugins.Place;
import dev.grebe.plugins.Problems;
import dev.grebe.plugins.Yaml;
import dev.grebe.storage.StorageSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * From a file to a pipeline: every step goes on with what was sound in the one before, so that all problems are found at
 * once. Opens no input.
 */
final class Loader {
    private static final String VERSION = "1";

    private final Catalog catalog;
    private final Function<StorageSettings, Storage> storages;
    private final Terminal terminal;
    private final Problems problems = new Problems();

    /** @param storages makes the storage that the file's {@code storage:} describes */
    Loader(Catalog catalog, Function<StorageSettings, Storage> storages, Terminal terminal) {
        this.catalog = catalog;
        this.storages = storages;
        this.terminal = terminal;
    }

    /** @throws ConfigException with all that is wrong */
    Pipeline load(Path file, String name, Overrides overrides, Instant now) {
        Optional<Yaml.Mapping> root = PipelineFile.read(file, name, problems);
        if (root.isEmpty()) {
            throw new ConfigException(problems.list());
        }
        Yaml.Mapping tree = overrides.apply(root.get(), now, problems);
        new Binder("the pipeline file", problems).bind(Outline.class, tree);
        requireVersion(tree);
        Yaml run = tree.find("run").map(Yaml.Entry::value).orElse(new Yaml.Mapping(tree.place(), List.of()));
        Optional<Bound> bound = new Binder("the pipeline file", problems).bind(RunSection.class, run);
        Storage storage = storages.apply(storage(tree));
        PartsReader.Parts parts = new PartsReader(catalog, problems).read(tree);
        Targets targets = new Targets(file.toAbsolutePath().normalize().resolveSibling(""), problems);
        targets.addSinks(parts.all());
        String report = targets.report(written(run, "report"), place(run, "report"), storage);
        Components components = new Composer(storage, terminal, problems).compose(parts.all());
        List<Plan> plans = plans(tree, parts, components);
        LakeViews views = LakeViews.of(parts.tables(), plans, problems);
        if (!problems.isEmpty() || bound.isEmpty()) {
            throw new ConfigException(problems.list());
        }
        RunSection section = (RunSection) bound.get().settings();
        String title = section.name().isEmpty() ? stem(file) : section.name();
        return new Pipeline(new Checked(title, section, parts, components, plans, views, report, targets, storage));
    }

    private void requireVersion(Yaml.Mapping tree) {
        tree.find("version").map(Yaml.Entry::value).ifPresent(value -> {
            boolean other = value instanceof Yaml.Scalar scalar
                    && scalar.plain()
                    && !scalar.isNull()
                    && scalar.text().chars().allMatch(c -> c >= '0' && c <= '9')
                    && !scalar.text().equals(VERSION);
            if (other) {
                problems.add(
                        value.place(), "version %s is not one this Grebe reads; it reads 1".formatted(value.found()));
            }
        });
    }

    /** A setting that is text, whatever else is wrong beside it; {@code ""} if there is none. */
    private static String written(Yaml section, String setting) {
        return find(section, setting)
                .filter(value -> value instanceof Yaml.Scalar scalar && !scalar.isNull())
                .map(value -> ((Yaml.Scalar) value).text())
                .orElse("");
    }

    private static Place place(Yaml section, String setting) {
        return find(section, setting).orElse(section).place();
    }

    private static Optional<Yaml> find(Yaml section, String setting) {
        return section instanceof Yaml.Mapping mapping
                ? mapping.find(setting).map(Yaml.Entry::value)
                : Optional.empty();
    }

    private List<Plan> plans(Yaml.Mapping tree, PartsReader.Parts parts, Components components) {
        Set<String> tables = tree.find("tables")
                .map(Yaml.Entry::value)
                .filter(Yaml.Mapping.class::isInstance)
                .map(value -> Set.copyOf(((Yaml.Mapping) value).keys()))
                .orElse(Set.of());
        Planner planner = new Planner(tables, problems);
        List<Plan> plans = new ArrayList<>();
        for (Part part : parts.all()) {
            Detector detector = components.detectors().get(part.name());
            if (part.kind() == Kind.DETECTOR && detector != null) {
                planner.plan(part.name(), detector, part.place())
                        .map(plan -> filtered(plan, parts.filters().get(part.name())))
                        .ifPresent(plans::add);
            }
        }
        return plans;
    }

    private StorageSettings storage(Yaml.Mapping tree) {
        return tree.find("storage")
                .flatMap(entry -> new Binder("the pipeline file", problems).bind(StorageSettings.class, entry.value()))
                .map(bound -> (StorageSettings) bound.settings())
                .orElse(StorageSettings.DEFAULT);
    }

    private Plan filtered(Plan plan, Yaml.@Nullable Scalar filter) {
        if (filter == null) {
            return plan;
        }
        Columns columns = Columns.of(plan.findings().rows().schema());
        Plan filtered = ViewBuilder.condition(filter, columns, problems)
                .map(plan::filtered)
                .orElse(plan);
        try {
            Engine.check(filtered.relation());
        } catch (PlanException e) {
            problems.add(filter.place(), String.valueOf(e.getMessage()));
        }
        return filtered;
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        String stem = name.lastIndexOf('.') > 0 ? name.substring(0, name.lastIndexOf('.')) : name;
        return Names.isName(stem) ? stem : "pipeline";
    }
}
