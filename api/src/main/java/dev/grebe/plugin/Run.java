package dev.grebe.plugin;

import java.time.Instant;

/**
 * One run of a pipeline.
 *
 * @param id the same for each try of the same run, so that a sink can tell what it has committed
 * @param pipeline its name in the pipeline file
 * @param window whose findings it emits
 * @param started by the clock; a plan knows it as RUN_START
 */
public record Run(String id, String pipeline, Window window, Instant started) {}
