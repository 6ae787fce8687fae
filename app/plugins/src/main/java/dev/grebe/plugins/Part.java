package dev.grebe.plugins;

import dev.grebe.plugin.Plugin;

/**
 * A component that a pipeline file names.
 *
 * @param name its key in the pipeline file: a table's, a detector's or a sink's
 */
public record Part(Kind kind, String name, Plugin<?> plugin, Bound bound) {
    /** What messages call it: {@code sink 'findings' (jsonl)}. */
    public String label() {
        String what = kind == Kind.SOURCE ? "table" : kind.label();
        return "%s '%s' (%s)".formatted(what, name, plugin.name());
    }

    Calls calls() {
        return Calls.of(label(), plugin.getClass().getClassLoader());
    }
}
