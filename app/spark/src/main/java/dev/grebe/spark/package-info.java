/**
 * Where the second engine will live: the same plans on Apache Spark, with the same rows as the embedded engine, which
 * defines them. Its part of a plan becomes Spark's own relations, {@link dev.grebe.data.Column}s become Spark's column
 * vectors without a copy, and sources are made again in the executors from their plugin's name and settings. So far
 * only tests are here: they hold what of the contracts this stands on.
 */
@NullMarked
package dev.grebe.spark;

import org.jspecify.annotations.NullMarked;
