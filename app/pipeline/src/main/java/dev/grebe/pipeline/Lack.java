package dev.grebe.pipeline;

import dev.grebe.plugins.Place;

/**
 * What a preset cannot give to a detector.
 *
 * @param column of the table that the detector reads and the lake does not have, or not in full
 * @param cost what that means for the detector's findings
 * @param place of the table in the pipeline file
 */
public record Lack(String detector, String table, String column, String preset, String cost, Place place) {
    /** One line without its place. */
    public String message() {
        return "detector '%s': preset '%s' cannot give all of %s.%s: %s"
                .formatted(detector, preset, table, column, cost);
    }
}
