package dev.grebe.plugin;

import java.util.List;

/**
 * What people must know of a detector.
 *
 * @param id stable over versions, e.g. {@code 0xFF-0083}
 * @param version of the rule, compared for equality only
 * @param title a few words, for tables
 * @param description a few sentences: what happens in such an attack, and what is looked for
 * @param attack {@literal ATT&CK} techniques, e.g. {@code T1021.002}
 * @param references addresses of the original and of what explains it
 * @param author of the original
 * @param licence of the original: an SPDX identifier
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
        /** Worth knowing, no attack by itself. */
        INFORMATIONAL,
        /** To be looked at when there is time. */
        LOW,
        /** To be looked at today. */
        MEDIUM,
        /** Probably an attack: to be looked at now. */
        HIGH,
        /** An attack with the means to spread or destroy. */
        CRITICAL
    }

    public Rule {
        attack = List.copyOf(attack);
        references = List.copyOf(references);
        falsePositives = List.copyOf(falsePositives);
        blindSpots = List.copyOf(blindSpots);
    }
}
