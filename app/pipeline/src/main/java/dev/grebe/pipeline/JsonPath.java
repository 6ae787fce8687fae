package dev.grebe.pipeline;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Finds values inside of JSON objects. */
final class JsonPath {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonPath() {}

    /**
     * The JSON text at a path of keys joined by points, where keys may have points themselves; empty if there is none, or
     * the text is no object.
     */
    static Optional<String> find(String object, String path) {
        if (!object.startsWith("{")) {
            return Optional.empty();
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), object)) {
            parser.nextToken();
            return find(parser, object, path);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The parser is at the start of an object, and afterwards at its end unless the value was found. */
    private static Optional<String> find(JsonParser parser, String text, String path) {
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (key.equals(path)) {
                return Optional.of(text(parser, text));
            } else if (value == JsonToken.START_OBJECT && path.startsWith(key + ".")) {
                Optional<String> inner = find(parser, text, path.substring(key.length() + 1));
                if (inner.isPresent()) {
                    return inner;
                }
            } else {
                parser.skipChildren();
            }
        }
        return Optional.empty();
    }

    private static String text(JsonParser parser, String text) {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        if (parser.currentToken().isStructStart()) {
            parser.skipChildren();
        } else {
            parser.finishToken();
        }
        return text.substring(start, (int) parser.currentLocation().getCharOffset());
    }
}
