package dev.grebe.sinks.jsonl;

import dev.grebe.plugin.About;

/** Where findings are written. */
@About("Writes findings as JSON lines, visible all at once when the run is complete")
public record JsonlSettings(
        @About("File that is replaced by each run, or with a trailing / a directory with a file for each run's window;"
                + " relative to the pipeline file and not above it, absolute, or a URI")
        String path) {}
