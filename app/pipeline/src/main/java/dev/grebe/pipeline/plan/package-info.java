/** Plans as JSON: a numbered list of nodes, so that what is shared is written once. */
@NullMarked
package dev.grebe.pipeline.plan;

import org.jspecify.annotations.NullMarked;
