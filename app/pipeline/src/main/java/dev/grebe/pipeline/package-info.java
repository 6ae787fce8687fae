/** From a pipeline file to committed findings. */
@NullMarked
package dev.grebe.pipeline;

import org.jspecify.annotations.NullMarked;
