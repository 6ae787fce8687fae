package dev.grebe.plugins;

import dev.grebe.plugin.Detector;
import dev.grebe.plugin.Sink;
import dev.grebe.plugin.Source;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parts of a pipeline, made: by name, in the order of the pipeline file. Every call into them is guarded. */
public record Components(Map<String, Source> sources, Map<String, Detector> detectors, Map<String, Sink> sinks) {
    public Components {
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        detectors = Collections.unmodifiableMap(new LinkedHashMap<>(detectors));
        sinks = Collections.unmodifiableMap(new LinkedHashMap<>(sinks));
    }
}
