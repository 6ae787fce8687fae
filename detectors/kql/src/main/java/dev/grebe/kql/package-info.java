/** KQL text to plans. */
@NullMarked
package dev.grebe.kql;

import org.jspecify.annotations.NullMarked;
