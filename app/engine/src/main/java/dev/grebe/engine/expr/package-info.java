/**
 * Scalar expressions over batches: compiled once per worker, then loops over primitive arrays at the rows that are still
 * alive. Text stays UTF-8 bytes; what holds for an entry of a dictionary is decided once.
 */
@NullMarked
package dev.grebe.engine.expr;

import org.jspecify.annotations.NullMarked;
