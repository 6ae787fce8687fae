package dev.grebe.sources.jsonl;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** The tokenizer, bounded. */
final class Json {
    private static final int LONGEST_NUMBER = 1_000;
    private static final int LONGEST_KEY = 50_000;

    private final JsonFactory factory;
    private final int deepest;

    Json(JsonlLimits limits) {
        deepest = (int) limits.nesting();
        factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(deepest)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_KEY)
                        .maxStringLength((int) limits.fieldBytes())
                        .build())
                .build();
    }

    /** How deep it reads. */
    int deepest() {
        return deepest;
    }

    /**
     * A cursor over bytes that start with an opening brace.
     *
     * @throws IllegalArgumentException if they do not, or a NUL follows: the tokenizer would guess another encoding
     */
    Cursor over(byte[] bytes, int start, int end) {
        if (!mayParse(bytes, start, end)) {
            throw new IllegalArgumentException("no object starts here");
        }
        JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes, start, end - start);
        return new Cursor(parser, bytes, start);
    }

    static boolean mayParse(byte[] bytes, int start, int end) {
        return end - start >= 2 && bytes[start] == '{' && bytes[start + 1] != 0;
    }
}
