package dev.grebe.sources.jsonl;

import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Visible;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Tells what is wrong with a record that could not be read: it is read again, alone, since others stood around it. */
final class Diagnosis {
    private static final int SHOWN = 40;

    private final byte[] text;
    private final String noun;
    private final Json json;
    private final BadRow otherwise;

    private Diagnosis(byte[] text, String noun, Json json, BadRow otherwise) {
        this.text = text;
        this.noun = noun;
        this.json = json;
        this.otherwise = otherwise;
    }

    /** What is wrong with a record that is known to be none. */
    static BadRow of(Records records, int record, Json json) {
        return of(records, record, json, Reason.JSON_SYNTAX, "no object starts here");
    }

    /** @param reason what is said, with its detail, if the record alone shows nothing wrong */
    static BadRow of(Records records, int record, Json json, Reason reason, String detail) {
        byte[] text = Arrays.copyOfRange(records.bytes(), records.start(record), records.end(record));
        return new Diagnosis(text, records.noun(), json, new BadRow(reason, detail)).found();
    }

    private BadRow found() {
        for (byte value : text) {
            if (value == 0) {
                return syntax("a NUL byte stands in the " + noun);
            }
        }
        return text[0] == '{' ? inObject() : notObject();
    }

    private BadRow notObject() {
        String start = new String(text, 0, Math.min(text.length, 4 * SHOWN), StandardCharsets.UTF_8);
        String shown = Visible.of(start, SHOWN);
        boolean value = text[0] == '['
                || text[0] == '"'
                || text[0] == '-'
                || (text[0] >= '0' && text[0] <= '9')
                || start.equals("null")
                || start.equals("true")
                || start.equals("false");
        return value
                ? new BadRow(Reason.JSON_NOT_OBJECT, "the %s is %s, not an object".formatted(noun, shown))
                : syntax("an object starts with '{', not with " + shown);
    }

    private BadRow inObject() {
        if (!Json.mayParse(text, 0, text.length)) {
            return cut();
        }
        try (Cursor cursor = json.over(text, 0, text.length)) {
            try {
                cursor.parser().nextToken();
                cursor.parser().skipChildren();
                return afterObject(cursor);
            } catch (StreamConstraintsException e) {
                boolean deep = cursor.parser().streamReadContext().getNestingDepth() >= json.deepest();
                return deep
                        ? new BadRow(
                                Reason.JSON_DEPTH,
                                "nested deeper than the %d of limits.nesting".formatted(json.deepest()))
                        : new BadRow(Reason.LIMIT_EXCEEDED, Visible.of(e.getOriginalMessage()));
            } catch (JacksonException e) {
                return syntax(e, cursor);
            }
        }
    }

    private BadRow syntax(JacksonException e, Cursor cursor) {
        // Inside a token the tokenizer has an exception of its own for the end, between tokens only a text.
        boolean isCut = e instanceof UnexpectedEndOfInputException
                || e.getOriginalMessage().startsWith("Unexpected end");
        String where = " at byte %d of the %s".formatted(cursor.position(), noun);
        return isCut ? cut() : syntax(Visible.of(e.getOriginalMessage()) + where);
    }

    private BadRow afterObject(Cursor cursor) {
        int end = cursor.position();
        if (cursor.parser().currentToken() != JsonToken.END_OBJECT || end == text.length) {
            return otherwise; // The object is well formed: a value that only its column reads is not.
        }
        return new BadRow(
                Reason.TRAILING_DATA, "text follows the object, from byte %d of the %s".formatted(end + 1, noun));
    }

    private BadRow cut() {
        return syntax("the %s ends in the middle of the object".formatted(noun));
    }

    private static BadRow syntax(String detail) {
        return new BadRow(Reason.JSON_SYNTAX, detail);
    }
}
