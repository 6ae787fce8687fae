/** The grebe command. */
@NullMarked
package dev.grebe.cli;

import org.jspecify.annotations.NullMarked;
