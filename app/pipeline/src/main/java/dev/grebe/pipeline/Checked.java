package dev.grebe.pipeline;

import dev.grebe.plugin.Storage;
import dev.grebe.plugins.Components;
import dev.grebe.plugins.Kind;
import dev.grebe.plugins.Part;
import dev.grebe.plugins.SettingsWriter;
import dev.grebe.plugins.Yaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A pipeline file with everything in it made and found sound.
 *
 * @param report where run.json is written
 */
record Checked(
        String name,
        RunSection run,
        PartsReader.Parts parts,
        Components components,
        List<Plan> plans,
        LakeViews views,
        String report,
        Targets targets,
        Storage storage) {
    /** What the pipeline is, defaults filled in and secrets hidden, in the shape of the file. */
    Map<String, Object> effective() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("version", 1L);
        for (Kind kind : Kind.values()) {
            Map<String, Object> section = new LinkedHashMap<>();
            parts.all().stream()
                    .filter(part -> part.kind() == kind)
                    .forEach(part -> section.put(part.name(), effective(part)));
            all.put(kind == Kind.SOURCE ? "tables" : kind.name().toLowerCase(Locale.ROOT) + "s", section);
        }
        Map<String, Object> written = SettingsWriter.writeWithoutSecrets(run);
        written.put("name", name);
        written.put("report", report);
        all.put("run", written);
        return all;
    }

    private Map<String, Object> effective(Part part) {
        Map<String, Object> written = new LinkedHashMap<>();
        if (part.plugin() instanceof EmptyPlugin) {
            written.put("empty", true);
        } else {
            written.put(
                    part.kind() == Kind.SOURCE ? "source" : "type",
                    part.plugin().name());
        }
        written.putAll(SettingsWriter.writeWithoutSecrets(part.bound().settings()));
        parts.tables().stream()
                .filter(table -> part.kind() == Kind.SOURCE
                        && table.name().equals(part.name())
                        && !(part.plugin() instanceof EmptyPlugin))
                .forEach(table -> written.putAll(table.effective()));
        Yaml.Scalar filter = part.kind() == Kind.DETECTOR ? parts.filters().get(part.name()) : null;
        if (filter != null) {
            written.put("where", filter.text());
        }
        return written;
    }
}
