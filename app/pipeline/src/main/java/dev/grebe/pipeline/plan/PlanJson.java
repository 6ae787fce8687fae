package dev.grebe.pipeline.plan;

import dev.grebe.plan.PlanException;
import dev.grebe.plan.Relation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plans to JSON and back to equal plans with the same labels and the same sharing: {@code {"format": 1, "nodes": [..],
 * "root": 7}}, in which a node names its inputs by their places in the list, which come before it.
 */
public final class PlanJson {
    static final long FORMAT = 1;
    /** Expressions and relations deeper than any rule's, and shallow enough for every stack. */
    static final int MOST_DEPTH = 500;

    static final int MOST_NODES = 100_000;
    private static final int MOST_CHARACTERS = 64 << 20;
    /** An expression is an object in a list: two levels of JSON, and a few around the outermost. */
    private static final int MOST_NESTING = 2 * MOST_DEPTH + 10;

    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_NESTING)
                    .maxDocumentLength(MOST_CHARACTERS)
                    .maxStringLength(MOST_CHARACTERS)
                    .build())
            .streamWriteConstraints(StreamWriteConstraints.builder()
                    .maxNestingDepth(MOST_NESTING)
                    .build())
            .build());

    private PlanJson() {}

    /**
     * The plan as JSON.
     *
     * @throws PlanException if it is deeper than {@link #read} would take
     */
    public static String write(Relation relation) {
        return JSON.writeValueAsString(new PlanWriter().write(relation));
    }

    /**
     * The plan of a JSON text.
     *
     * @throws PlanException naming the place if the text is no plan, or one whose names and types do not fit
     */
    public static Relation read(String json) {
        if (json.length() > MOST_CHARACTERS) {
            throw new PlanException("plan: more than %d characters".formatted(MOST_CHARACTERS));
        }
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException e) {
            TokenStreamLocation location = e.getLocation();
            String place = location == null || location.getLineNr() < 1
                    ? ""
                    : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
            throw new PlanException("plan: not JSON%s: %s".formatted(place, e.getOriginalMessage()));
        }
        return new PlanReader(Json.of(root, "plan")).read();
    }
}
