/** Reads tables from Parquet files. */
@NullMarked
package dev.grebe.sources.parquet;

import org.jspecify.annotations.NullMarked;
