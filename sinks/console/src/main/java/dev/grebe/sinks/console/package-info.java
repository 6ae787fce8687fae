/** Shows findings as a table. */
@NullMarked
package dev.grebe.sinks.console;

import org.jspecify.annotations.NullMarked;
