package dev.grebe.plugins;

import dev.grebe.plugin.Plugin;
import java.util.Optional;

/**
 * A component that a pipeline file names.
 *
 * @param name its key in the pipeline file: a table's, a detector's or a sink's
 * @param place of the key
 */
public record Part(Kind kind, String name, Place place, Plugin<?> plugin, Bound bound) {
    /**
     * The part with its settings bound; empty if they do not fit, which the problems then say.
     *
     * @throws PluginException if the plugin is broken
     */
    public static Optional<Part> bind(
            Kind kind, Yaml.Entry entry, Plugin<?> plugin, Yaml.Mapping settings, Problems problems) {
        String owner = "%s plugin '%s'".formatted(kind.label(), plugin.name());
        Class<? extends Record> type =
                Calls.of(owner, plugin.getClass().getClassLoader()).get(plugin::settings);
        return new Binder(owner, problems)
                .bind(type, settings)
                .map(bound -> new Part(kind, entry.key(), entry.place(), plugin, bound));
    }

    /** What messages call it: {@code sink 'findings' (jsonl)}. */
    public String label() {
        String what = kind == Kind.SOURCE ? "table" : kind.label();
        return "%s '%s' (%s)".formatted(what, name, plugin.name());
    }

    Calls calls() {
        return Calls.of(label(), plugin.getClass().getClassLoader());
    }
}
