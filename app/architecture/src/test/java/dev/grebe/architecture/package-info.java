/** The rules that hold the modules apart. Each says why, and none has exceptions. */
@NullMarked
package dev.grebe.architecture;

import org.jspecify.annotations.NullMarked;
