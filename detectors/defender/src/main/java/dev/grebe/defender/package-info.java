/** Detectors over the tables of Microsoft Defender. */
@NullMarked
package dev.grebe.defender;

import org.jspecify.annotations.NullMarked;
