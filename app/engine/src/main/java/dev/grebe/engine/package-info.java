/**
 * The embedded columnar engine, the reference of what a plan means. All plans of a pipeline run together: each table is
 * scanned once, equal relations are evaluated once, and columns are read when a row that needs them has survived.
 */
@NullMarked
package dev.grebe.engine;

import org.jspecify.annotations.NullMarked;
