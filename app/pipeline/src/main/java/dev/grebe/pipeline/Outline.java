package dev.grebe.pipeline;

import dev.grebe.plugin.Default;
import dev.grebe.plugins.Yaml;
import java.util.Map;

/** The top level of a pipeline file. What stands below is checked once it is known which plugin reads it. */
record Outline(
        long version,
        Map<String, Yaml> tables,
        Map<String, Yaml> detectors,
        Map<String, Yaml> sinks,
        @Default("{}") Yaml run,

        @Default("{}") Yaml storage) {}
