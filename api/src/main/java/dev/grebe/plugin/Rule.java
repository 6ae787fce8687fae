package dev.grebe.plugin;

import java.util.List;

/**
 * What people must know of a detector.
 *
 * @param id stable over versions, e.g. {@code 0xFF-0083}
 * @param attack ATT&CK techniques, e.g. {@code T1021.002}
 * @param references addresses of the original and of what explains it
 * @param author and licence of the original
 * @param falsePositives what is reported although nobody attacks
 * @param blindSpots attacks that it cannot see
 */
public record Rule(
        String id,
        String version,
        String title,
        String description,
        Severity severity,
        List<String> attack,
        List<String> references,
        String author,
        String licence,
        List<String> falsePositives,
        List<String> blindSpots) {
    /** How bad a finding is, if it is true. */
    public enum Severity {
        INFORMATIONAL,
        LOW,
        MEDIUM,
        HIGH,
        CRITICAL
    }

    public Rule {
        attack = List.copyOf(attack);
        references = List.copyOf(references);
        falsePositives = List.copyOf(falsePositives);
        blindSpots = List.copyOf(blindSpots);
    }
}
