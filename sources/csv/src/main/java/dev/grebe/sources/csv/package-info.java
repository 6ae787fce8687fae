/** Reads tables from CSV. */
@NullMarked
package dev.grebe.sources.csv;

import org.jspecify.annotations.NullMarked;
