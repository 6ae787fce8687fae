/** Writes findings as JSON lines. */
@NullMarked
package dev.grebe.sinks.jsonl;

import org.jspecify.annotations.NullMarked;
