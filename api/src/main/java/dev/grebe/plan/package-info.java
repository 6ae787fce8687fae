/**
 * Detections as data: tables, typed expressions and relational plans. Nothing here runs anything: an engine that has
 * never heard of ours can read a plan and must return the same rows. Semantics are Kusto's, to the letter where
 * Microsoft documents them; what the documents leave open is said where it is decided.
 */
@NullMarked
package dev.grebe.plan;

import org.jspecify.annotations.NullMarked;
