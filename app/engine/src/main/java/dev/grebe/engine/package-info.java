/** The embedded columnar engine, the reference for what a plan means. */
@NullMarked
package dev.grebe.engine;

import org.jspecify.annotations.NullMarked;
