/** What authors of plugins test with. */
@NullMarked
package dev.grebe.testing;

import org.jspecify.annotations.NullMarked;
