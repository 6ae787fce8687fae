package dev.grebe.sources.jsonl;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A parser and the bytes it reads, so that a value can be found in them. */
record Cursor(JsonParser parser, byte[] bytes, int base) implements AutoCloseable {
    /** Where the current token starts in the bytes. */
    int tokenStart() {
        return base + (int) parser.currentTokenLocation().getByteOffset();
    }

    /** Where the parser stands: behind the current token, once it was read to its end. */
    int position() {
        return base + (int) parser.currentLocation().getByteOffset();
    }

    /** Reads over the current value and says where it ends. */
    int skipValue() {
        JsonToken token = parser.currentToken();
        if (token != null && token.isStructStart()) {
            parser.skipChildren();
        } else {
            parser.finishToken();
        }
        return position();
    }

    @Override
    public void close() {
        parser.close();
    }
}
