/** Columnar rows in memory: what sources hand to an engine. Arrays are shared and must not be changed by a reader. */
@NullMarked
package dev.grebe.data;

import org.jspecify.annotations.NullMarked;
