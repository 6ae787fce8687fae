/** Finds plugins, binds their settings and composes their modules. */
@NullMarked
package dev.grebe.plugins;

import org.jspecify.annotations.NullMarked;
