package dev.grebe.plugin;

import com.google.inject.Module;

/**
 * A kind of component that a pipeline file can name. Implementations are stateless, have a public constructor without
 * arguments and are registered in {@code META-INF/services}.
 *
 * @param <S> the settings: a record of boolean, long, double, String, Duration, Instant, enums, {@link Secret}, List,
 *     Set, Map and records of these. The application binds it from the pipeline file.
 */
public sealed interface Plugin<S extends Record> permits SourcePlugin, DetectorPlugin, SinkPlugin {
    /** The contract this interface states; a plugin that was built for another is refused by name. */
    int API = 1;

    /** {@link #API}, as it was when the plugin was compiled. */
    int api();

    /** The name by which pipeline files know it: lower case, words joined by {@code -}. */
    String name();

    /** The settings record. */
    Class<S> settings();

    /**
     * Binds the one component: {@link Source}, {@link Detector} or {@link Sink}. It is installed in a private module in
     * which the application has bound the settings record, {@link Storage}, {@link Terminal} and the component's name
     * (a String annotated {@code @Named("component")}). Bindings are explicit; constructors do no I/O.
     */
    Module module(S settings);
}
