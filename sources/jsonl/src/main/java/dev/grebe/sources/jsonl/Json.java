package dev.grebe.sources.jsonl;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** The tokenizer, bounded. */
final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEEPEST)
                    .maxNumberLength(Limits.LONGEST_NUMBER)
                    .maxNameLength(Limits.LONGEST_KEY)
                    .maxStringLength(Limits.LONGEST_TEXT)
                    .build())
            .build();

    private Json() {}

    /**
     * A parser of bytes that start with an opening brace. Its offsets count from {@code start}.
     *
     * @throws IllegalArgumentException if they do not, or a NUL follows: the tokenizer would guess another encoding
     */
    static JsonParser parser(byte[] bytes, int start, int end) {
        if (!mayParse(bytes, start, end)) {
            throw new IllegalArgumentException("no object starts here");
        }
        return FACTORY.createParser(ObjectReadContext.empty(), bytes, start, end - start);
    }

    static boolean mayParse(byte[] bytes, int start, int end) {
        return end - start >= 2 && bytes[start] == '{' && bytes[start + 1] != 0;
    }
}
