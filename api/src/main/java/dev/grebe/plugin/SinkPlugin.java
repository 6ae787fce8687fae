package dev.grebe.plugin;

/** A kind of sink; its module binds {@link Sink}. */
public non-sealed interface SinkPlugin<S extends Record> extends Plugin<S> {}
