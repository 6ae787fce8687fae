package dev.grebe.pipeline;

import dev.grebe.plan.Field;
import dev.grebe.plan.PlanException;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plugin.Detector;
import dev.grebe.plugin.DetectorPlugin;
import dev.grebe.plugin.Plugin;
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
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The tables that the installed rules read with their default settings. Rules that cannot do with those are left out. */
final class DeclaredTables {
    private static final int COLUMNS = 80;

    private DeclaredTables() {}

    /**
     * What rules read of a table.
     *
     * @param required columns that a lake must have
     */
    record Declared(Schema columns, Set<String> required) {}

    static Map<String, Declared> of(Catalog catalog, Storage storage) {
        Map<String, List<Table>> tables = new LinkedHashMap<>();
        Place place = Origin.option("rules").start();
        for (Plugin<?> plugin : catalog.plugins(Kind.DETECTOR).values()) {
            Problems problems = new Problems();
            Yaml.Mapping none = new Yaml.Mapping(place, List.of());
            Part.bind(
                            Kind.DETECTOR,
                            new Yaml.Entry(place, plugin.name(), none),
                            (DetectorPlugin<?>) plugin,
                            none,
                            problems)
                    .map(part -> compose(part, storage, problems))
                    .filter(detectors -> problems.isEmpty())
                    .ifPresent(detectors -> detectors.values().forEach(detector -> read(detector, tables)));
        }
        Map<String, Declared> declared = new LinkedHashMap<>();
        tables.forEach((name, reads) -> declared.put(name, union(reads)));
        return declared;
    }

    private static Map<String, Detector> compose(Part part, Storage storage, Problems problems) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Composer(storage, new Terminal(nowhere, COLUMNS, false), problems)
                .compose(List.of(part))
                .detectors();
    }

    private static void read(Detector detector, Map<String, List<Table>> tables) {
        try {
            detector.plan(table -> {
                tables.computeIfAbsent(table.name(), name -> new ArrayList<>()).add(table);
                return Relation.scan(table);
            });
        } catch (PlanException e) {
            // What it asked for before is known, and that is all that is wanted of it here.
        }
    }

    private static Declared union(List<Table> reads) {
        Map<String, Field> fields = new LinkedHashMap<>();
        Set<String> required = new TreeSet<>();
        for (Table table : reads) {
            table.schema().fields().forEach(field -> fields.putIfAbsent(field.name(), field));
            required.addAll(table.required());
        }
        return new Declared(new Schema(List.copyOf(fields.values())), required);
    }
}
