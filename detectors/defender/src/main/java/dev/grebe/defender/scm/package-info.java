/** Remote services through the Service Control Manager. */
@NullMarked
package dev.grebe.defender.scm;

import org.jspecify.annotations.NullMarked;
