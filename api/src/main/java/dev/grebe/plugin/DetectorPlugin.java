package dev.grebe.plugin;

/** A kind of detector; its module binds {@link Detector}. */
public non-sealed interface DetectorPlugin<S extends Record> extends Plugin<S> {}
