package dev.grebe.pipeline;

import dev.grebe.plan.Type;
import dev.grebe.plugins.Bound;
import dev.grebe.plugins.Durations;
import dev.grebe.plugins.Part;
import dev.grebe.plugins.Yaml;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of a pipeline file: its source, and how its rows and columns are made of the lake's. What the file says comes
 * before what its preset says, but rows meet the conditions of both; expressions keep their place in the one or the other.
 *
 * @param where conditions over lake columns, all of which a row meets
 * @param columns of the table, as expressions
 * @param types of lake columns
 * @param let expressions by the name they have in the others
 * @param under the lake column below which the others stand; {@code ""} if they stand at the top
 * @param lacks what the preset cannot give and what that costs, by column
 */
record LakeTable(
        Part part,
        TableSection section,
        List<Yaml.Scalar> where,
        Map<String, Yaml.Scalar> columns,
        Map<String, Type> types,
        Map<String, Yaml.Scalar> let,
        String under,
        Map<String, String> lacks) {
    /** @param preset that the section names, with the tree of its file */
    static LakeTable of(Part part, Bound section, Optional<Bound> preset) {
        TableSection own = (TableSection) section.settings();
        List<Yaml.Scalar> where = new ArrayList<>();
        Map<String, Yaml.Scalar> columns = new LinkedHashMap<>();
        Map<String, Type> types = new LinkedHashMap<>();
        Map<String, Yaml.Scalar> let = new LinkedHashMap<>();
        Map<String, String> lacks = new LinkedHashMap<>();
        String under = own.under();
        if (preset.isPresent()) {
            Preset shape = (Preset) preset.get().settings();
            Preset.PresetTable table = shape.tables().get(part.name());
            if (table != null) {
                Yaml.Mapping tree = mapping(mapping(preset.get().tree(), "tables"), part.name());
                add(tree, where, columns, let);
                table.types().forEach((name, type) -> types.put(name, type.type()));
                lacks.putAll(table.lacks());
            }
            under = under.isEmpty() ? shape.under() : under;
        }
        add(section.tree(), where, columns, let);
        own.types().forEach((name, type) -> types.put(name, type.type()));
        own.columns().keySet().forEach(lacks::remove);
        return new LakeTable(part, own, where, columns, types, let, under, lacks);
    }

    private static void add(
            Yaml.Mapping tree,
            List<Yaml.Scalar> where,
            Map<String, Yaml.Scalar> columns,
            Map<String, Yaml.Scalar> let) {
        tree.find("where")
                .map(entry -> (Yaml.Scalar) entry.value())
                .filter(condition -> !condition.text().isBlank())
                .ifPresent(where::add);
        mapping(tree, "columns").entries().forEach(entry -> columns.put(entry.key(), (Yaml.Scalar) entry.value()));
        mapping(tree, "let").entries().forEach(entry -> let.put(entry.key(), (Yaml.Scalar) entry.value()));
    }

    private static Yaml.Mapping mapping(Yaml.Mapping tree, String key) {
        return tree.find(key)
                .map(entry -> (Yaml.Mapping) entry.value())
                .orElse(new Yaml.Mapping(tree.place(), List.of()));
    }

    String name() {
        return part.name();
    }

    Duration lateBy() {
        return section.lateBy();
    }

    /** Whether its columns are the lake's and all rows are its own. */
    boolean isPlain() {
        return where.isEmpty() && columns.isEmpty() && under.isEmpty();
    }

    /** What is not as in most tables, preset and file together, in the shape of the file. */
    Map<String, Object> effective() {
        Map<String, Object> written = new LinkedHashMap<>();
        put(written, "preset", section.preset());
        put(
                written,
                "where",
                String.join(
                        " and ",
                        where.stream().map(text -> "(" + text.text() + ")").toList()));
        put(written, "under", under);
        putAll(written, "columns", columns);
        putAll(written, "let", let);
        if (!types.isEmpty()) {
            Map<String, Object> names = new LinkedHashMap<>();
            types.forEach((name, type) ->
                    names.put(name, TableSection.LakeType.of(type).toString()));
            written.put("types", names);
        }
        written.put("lateBy", Durations.format(lateBy()));
        return written;
    }

    private static void put(Map<String, Object> written, String key, String text) {
        if (!text.isEmpty()) {
            written.put(key, text);
        }
    }

    private static void putAll(Map<String, Object> written, String key, Map<String, Yaml.Scalar> texts) {
        if (!texts.isEmpty()) {
            Map<String, Object> all = new LinkedHashMap<>();
            texts.forEach((name, text) -> all.put(name, text.text()));
            written.put(key, all);
        }
    }

    /** Where a column stands in the lake that no expression gives. */
    String inLake(String column) {
        return under.isEmpty() ? column : under + "." + column;
    }
}
