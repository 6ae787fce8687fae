package dev.grebe.plugin;

/** A kind of source; its module binds {@link Source}. */
public non-sealed interface SourcePlugin<S extends Record> extends Plugin<S> {}
