/**
 * What plugins implement: sources, detectors and sinks, found with {@link java.util.ServiceLoader}, each a Guice module
 * for a typed settings record. A plugin knows this package, {@code dev.grebe.plan} and {@code dev.grebe.data}, and
 * nothing of the application.
 */
@NullMarked
package dev.grebe.plugin;

import org.jspecify.annotations.NullMarked;
