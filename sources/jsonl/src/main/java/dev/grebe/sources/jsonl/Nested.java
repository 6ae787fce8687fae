package dev.grebe.sources.jsonl;

import dev.grebe.plugin.Reason;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads over values that are taken as they are, and refuses objects in them that have a key twice. */
final class Nested {
    private static final int MOST_REMEMBERED = 1_000;
    /** Deeper objects are so rare that what is known of their keys need not be kept. */
    private static final int KEPT_LEVELS = 16;

    private final List<Node> kept = new ArrayList<>();

    /** Goes from the start of the object or array that the parser stands on to its end. */
    void requireUniqueKeys(JsonParser parser) throws BadRow {
        List<Node> open = new ArrayList<>();
        begin(parser.currentToken(), open);
        while (!open.isEmpty()) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.PROPERTY_NAME) {
                if (open.get(open.size() - 1).next(parser.currentName()) == null) {
                    throw twice(parser.currentName());
                }
            } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
                open.remove(open.size() - 1);
            } else {
                begin(token, open);
            }
        }
    }

    private void begin(JsonToken token, List<Node> open) {
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            Node node = level(open.size());
            node.begin();
            open.add(node);
        }
    }

    private Node level(int depth) {
        if (depth >= KEPT_LEVELS) {
            return new Node(List.of(), MOST_REMEMBERED);
        }
        while (kept.size() <= depth) {
            kept.add(new Node(List.of(), MOST_REMEMBERED));
        }
        return kept.get(depth);
    }

    static BadRow twice(String key) {
        return new BadRow(Reason.JSON_DUPLICATE_KEY, "key '%s' stands twice".formatted(RowParser.shown(key)));
    }
}
