package dev.grebe.pipeline;

import dev.grebe.pipeline.SampleReport.PresetFit;
import dev.grebe.plan.Field;
import dev.grebe.plugin.Visible;
import dev.grebe.plugins.Yaml;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes {@code tables:} of a pipeline file for a lake that was looked at. */
final class Stanza {
    private static final String PLAIN = "_./-+=@";
    private static final double ENOUGH = 0.5;

    private final String path;
    private final String source;
    private final Yaml.Mapping settings;

    /** @param settings of the source but for its path */
    Stanza(String path, String source, Yaml.Mapping settings) {
        this.path = path;
        this.source = source;
        this.settings = settings;
    }

    /**
     * Of the tables of presets that were chosen.
     *
     * @param sawAll whether a table of which no row was seen has none for sure; else it is read, too
     */
    String ofPresets(List<PresetFit> fits, boolean sawAll) {
        StringBuilder text = new StringBuilder("tables:\n");
        List<PresetFit> chosen = fits.stream().filter(PresetFit::chosen).toList();
        String name = chosen.get(0).preset();
        Preset preset = (Preset) Presets.find(name).orElseThrow().settings();
        Set<String> found = chosen.stream().map(PresetFit::table).collect(Collectors.toSet());
        Set<String> absent = fits.stream()
                .filter(fit -> sawAll && fit.preset().equals(name) && !fit.mayHaveRows())
                .map(PresetFit::table)
                .collect(Collectors.toSet());
        boolean isStream = preset.tables().values().stream()
                .anyMatch(table -> !table.where().isEmpty());
        for (String table : preset.tables().keySet()) {
            String start = preset.source().equals(source)
                    ? "preset: " + name
                    : "preset: %s, source: %s".formatted(name, source);
            if (found.contains(table) || (isStream && !absent.contains(table))) {
                text.append("  %s: {%s, %s}\n".formatted(table, start, rest()));
            } else if (isStream) {
                text.append("  %s: {empty: true}  # no such row is there\n".formatted(table));
            }
        }
        return text.toString();
    }

    /** Where no preset fits: the table of a rule whose columns have similar names, or else one to be named. */
    String ofColumns(Set<String> lake, Map<String, DeclaredTables.Declared> declared) {
        Map<String, String> spelt = new LinkedHashMap<>();
        lake.forEach(column -> spelt.putIfAbsent(plain(column), column));
        Optional<Map.Entry<String, DeclaredTables.Declared>> best = declared.entrySet().stream()
                .filter(table -> isNear(table.getValue(), spelt))
                .max(Comparator.comparing(
                        table -> there(table.getValue().columns().names(), spelt)));
        if (best.isEmpty()) {
            return "tables:\n  # Name it as the rule calls it; 'columns' says how its columns are made of these.\n"
                    + "  Events: {source: %s, %s}\n".formatted(source, rest());
        }
        List<String> lines = new ArrayList<>();
        for (Field field : best.get().getValue().columns().fields()) {
            String column = spelt.get(plain(field.name()));
            if (column != null && !lake.contains(field.name())) {
                lines.add("      %s: %s\n".formatted(field.name(), scalar(kql(column))));
            }
        }
        String columns = lines.isEmpty() ? "" : "    columns:\n" + String.join("", lines);
        return "tables:\n  %s:\n    source: %s\n%s%s".formatted(best.get().getKey(), source, block(), columns);
    }

    /** By what rules require, or else by all that they may read. */
    private static boolean isNear(DeclaredTables.Declared table, Map<String, String> spelt) {
        Collection<String> columns =
                table.required().isEmpty() ? table.columns().names() : table.required();
        return !columns.isEmpty() && there(columns, spelt) >= ENOUGH * columns.size();
    }

    private static long there(Collection<String> columns, Map<String, String> spelt) {
        return columns.stream().filter(name -> spelt.containsKey(plain(name))).count();
    }

    /** A name without what people spell differently. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace("_", "")
                .replace("-", "")
                .replace(" ", "")
                .replace(".", "");
    }

    private static String kql(String column) {
        boolean isName = column.chars().allMatch(c -> c == '_' || c == '.' || Character.isLetterOrDigit(c) && c < 128);
        boolean starts = List.of(column.split("\\.", -1)).stream()
                .allMatch(part -> !part.isEmpty() && !Character.isDigit(part.charAt(0)));
        return isName && starts ? column : "['" + column.replace("\\", "\\\\").replace("'", "\\'") + "']";
    }

    private String rest() {
        StringBuilder text = new StringBuilder("path: " + scalar(path));
        settings.entries()
                .forEach(entry ->
                        text.append(", ").append(entry.key()).append(": ").append(flow(entry.value())));
        return text.toString();
    }

    private String block() {
        StringBuilder text = new StringBuilder("    path: " + scalar(path) + "\n");
        settings.entries()
                .forEach(entry -> text.append("    ")
                        .append(entry.key())
                        .append(": ")
                        .append(flow(entry.value()))
                        .append('\n'));
        return text.toString();
    }

    private static String flow(Yaml value) {
        if (value instanceof Yaml.Mapping mapping) {
            return mapping.entries().stream()
                    .map(entry -> scalar(entry.key()) + ": " + flow(entry.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (value instanceof Yaml.Sequence sequence) {
            return sequence.items().stream().map(Stanza::flow).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof Yaml.Scalar scalar && !scalar.hidden()) {
            return scalar.plain() ? scalar.text() : quoted(scalar.text());
        }
        return "'***'";
    }

    /** A text as YAML takes it literally. */
    static String scalar(String text) {
        boolean isPlain = !text.isEmpty()
                && text.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0))
                && (Character.isLetter(text.charAt(0)) || text.charAt(0) == '/' || text.charAt(0) == '.')
                && !Set.of("true", "false", "null", ".", "~").contains(text.toLowerCase(Locale.ROOT));
        return isPlain ? text : quoted(text);
    }

    private static String quoted(String text) {
        boolean isVisible = text.equals(Visible.of(text));
        return isVisible ? "'" + text.replace("'", "''") + "'" : Visible.of(Json.line(text));
    }
}
