package dev.grebe.plugins;

import dev.grebe.plugin.Detector;
import dev.grebe.plugin.DetectorPlugin;
import dev.grebe.plugin.Plugin;
import dev.grebe.plugin.Sink;
import dev.grebe.plugin.SinkPlugin;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.SourcePlugin;
import java.util.Locale;

/** The kinds of plugins. */
public enum Kind {
    SOURCE(SourcePlugin.class, Source.class),
    DETECTOR(DetectorPlugin.class, Detector.class),
    SINK(SinkPlugin.class, Sink.class);

    private final Class<?> plugin;
    private final Class<?> component;

    Kind(Class<?> plugin, Class<?> component) {
        this.plugin = plugin;
        this.component = component;
    }

    static Kind of(Plugin<?> plugin) {
        if (plugin instanceof SourcePlugin) {
            return SOURCE;
        }
        return plugin instanceof DetectorPlugin ? DETECTOR : SINK;
    }

    /** The interface that is a service. */
    Class<?> plugin() {
        return plugin;
    }

    /** What its module binds. */
    Class<?> component() {
        return component;
    }

    /** What messages call it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
