/** Reads tables from JSON lines. */
@NullMarked
package dev.grebe.sources.jsonl;

import org.jspecify.annotations.NullMarked;
