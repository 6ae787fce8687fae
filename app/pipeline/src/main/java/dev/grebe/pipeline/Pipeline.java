package dev.grebe.pipeline;

import dev.grebe.engine.Engine;
import dev.grebe.engine.Execution;
import dev.grebe.engine.Progress;
import dev.grebe.plan.Relation;
import dev.grebe.plugin.Rule;
import dev.grebe.plugin.Run;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.Storage;
import dev.grebe.plugin.Terminal;
import dev.grebe.plugin.Window;
import dev.grebe.plugins.Catalog;
import dev.grebe.storage.FileStorage;
import dev.grebe.storage.StorageSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A pipeline file that was checked: its parts are made, its plans stand, no input was opened. */
public final class Pipeline {
    private final Checked checked;

    Pipeline(Checked checked) {
        this.checked = checked;
    }

    /**
     * Reads and checks a pipeline file; relative paths in it start at its folder.
     *
     * @param name what messages call the file
     * @throws ConfigException with everything that is wrong
     * @throws dev.grebe.plugins.PluginException if a plugin is broken
     */
    public static Pipeline load(Path file, String name, Overrides overrides, Catalog catalog, Terminal terminal) {
        Path folder = file.toAbsolutePath().resolveSibling("");
        return load(file, name, overrides, catalog, terminal, settings -> new FileStorage(folder, settings));
    }

    static Pipeline load(
            Path file,
            String name,
            Overrides overrides,
            Catalog catalog,
            Terminal terminal,
            Function<StorageSettings, Storage> storages) {
        return new Loader(catalog, storages, terminal).load(file, name, overrides, Instant.now());
    }

    Checked checked() {
        return checked;
    }

    /** Its name in reports. */
    public String name() {
        return checked.name();
    }

    /** The time that a run covers. */
    public Window window() {
        return checked.run().window();
    }

    /** The rules, by the detectors' names in the file. */
    public Map<String, Rule> rules() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        checked.plans().forEach(plan -> rules.put(plan.detector(), plan.rule()));
        return rules;
    }

    /** The plans, by the detectors' names, each with the run's window applied. */
    public Map<String, Relation> plans() {
        Map<String, Relation> plans = new LinkedHashMap<>();
        checked.plans().forEach(plan -> plans.put(plan.detector(), plan.relation()));
        return plans;
    }

    /** What the tables' presets cannot give of what detectors read, detector by detector. */
    public List<Lack> lacks() {
        List<Lack> lacks = new ArrayList<>();
        for (Plan plan : checked.plans()) {
            for (LakeTable table : checked.parts().tables()) {
                plan.tables().stream()
                        .filter(read -> read.name().equals(table.name()))
                        .forEach(read -> table.lacks().entrySet().stream()
                                .filter(lack -> read.schema().contains(lack.getKey()))
                                .forEach(lack -> lacks.add(new Lack(
                                        plan.detector(),
                                        table.name(),
                                        lack.getKey(),
                                        table.section().preset(),
                                        lack.getValue(),
                                        table.part().place()))));
            }
        }
        return lacks.stream().distinct().toList();
    }

    /** The tables' sources, by name. */
    public Map<String, Source> sources() {
        return checked.components().sources();
    }

    /** The pipeline with defaults filled in and secrets hidden, as JSON in the shape of the file. */
    public String effective() {
        return Json.pretty(checked.effective());
    }

    /**
     * How a run would go: plans, stages, what is pushed down. Lists the lake's files and reads what describes them.
     *
     * @throws dev.grebe.plugin.DataException if the lake is not what the rules need
     */
    public String explain() {
        try (Execution execution = prepare(newRun(Instant.now()), checked.run().quarantine())) {
            return execution.explain();
        }
    }

    /**
     * Runs the pipeline. Interrupting the thread ends it with a {@link java.util.concurrent.CancellationException} as long
     * as nothing is committed. Whatever happens the report is written; if it fails, no sink shows anything but what the
     * message says, and {@link ExitCode#of} says what kind of failure it was.
     *
     * @throws dev.grebe.plugin.SinkException if a sink or the report cannot be written; the message names the sinks that
     *     are committed, if any
     */
    public Report run(Progress progress) {
        Run run = newRun(Instant.now());
        return new Runner(checked, run, quarantine -> prepare(run, quarantine)).run(progress);
    }

    private Execution prepare(Run run, Quarantine quarantine) {
        return new Engine(checked.run().engine())
                .prepare(
                        checked.plans().stream().map(Plan::query).toList(),
                        checked.views().lake(checked.components().sources(), checked.plans(), window(), quarantine),
                        run);
    }

    private Run newRun(Instant started) {
        return new Run(RunId.of(checked), checked.name(), window(), started);
    }
}
