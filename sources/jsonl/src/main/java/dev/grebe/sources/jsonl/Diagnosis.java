package dev.grebe.sources.jsonl;

import dev.grebe.plugin.DataException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** What is wrong with a line that could not be read: it is read again, alone, since others may have stood around it. */
record Diagnosis(long line, String reason, String code) {
    private static final int SHOWN = 40;
    private static final String CUT = "the line ends in the middle of the object";

    /** @param reason what is said, with its code, if the line alone shows nothing wrong */
    static Diagnosis of(Lines lines, int line, String reason, String code) {
        long number = lines.before() + line;
        byte[] text = Arrays.copyOfRange(lines.bytes(), lines.start(line), lines.end(line));
        if (lines.isFirst(line) && (text[0] == '[' || (text[0] == '{' && text.length == 1))) {
            return new Diagnosis(
                    number, "this is JSON over several lines; one object a line is read", "JSON_NOT_LINES");
        }
        for (byte value : text) {
            if (value == 0) {
                return new Diagnosis(number, "a NUL byte stands in the line", "JSON_SYNTAX");
            }
        }
        if (text[0] != '{') {
            return notObject(number, text);
        }
        return inObject(number, text, new Diagnosis(number, reason, code));
    }

    private static Diagnosis notObject(long number, byte[] text) {
        String shown = RowParser.cut(new String(text, 0, Math.min(text.length, 4 * SHOWN), StandardCharsets.UTF_8));
        boolean value = text[0] == '['
                || text[0] == '"'
                || text[0] == '-'
                || (text[0] >= '0' && text[0] <= '9')
                || shown.equals("null")
                || shown.equals("true")
                || shown.equals("false");
        return value
                ? new Diagnosis(number, "the line is %s, not an object".formatted(shown), "JSON_NOT_OBJECT")
                : new Diagnosis(number, "an object starts with '{', not with %s".formatted(shown), "JSON_SYNTAX");
    }

    private static Diagnosis inObject(long number, byte[] text, Diagnosis otherwise) {
        try (Cursor cursor = Cursor.over(text, 0, text.length)) {
            try {
                cursor.parser().nextToken();
                cursor.parser().skipChildren();
                return afterObject(cursor, number, text, otherwise);
            } catch (StreamConstraintsException e) {
                boolean deep = cursor.parser().streamReadContext().getNestingDepth() >= Limits.DEEPEST;
                return deep
                        ? new Diagnosis(number, "nested deeper than %d".formatted(Limits.DEEPEST), "JSON_DEPTH")
                        : new Diagnosis(number, e.getOriginalMessage(), "LIMIT_EXCEEDED");
            } catch (JacksonException e) {
                return syntax(number, e, cursor);
            }
        } catch (IllegalArgumentException e) {
            return new Diagnosis(number, CUT, "JSON_SYNTAX");
        }
    }

    private static Diagnosis syntax(long number, JacksonException e, Cursor cursor) {
        // Inside a token the tokenizer has an exception of its own for the end, between tokens only a text.
        boolean cut = e instanceof UnexpectedEndOfInputException
                || e.getOriginalMessage().startsWith("Unexpected end");
        String where = " at byte %d of the line".formatted(cursor.position());
        return new Diagnosis(number, cut ? CUT : e.getOriginalMessage() + where, "JSON_SYNTAX");
    }

    private static Diagnosis afterObject(Cursor cursor, long number, byte[] text, Diagnosis otherwise) {
        int end = cursor.position();
        if (cursor.parser().currentToken() != JsonToken.END_OBJECT || end == text.length) {
            return otherwise; // The object is well formed: a value that only its column reads is not.
        }
        return new Diagnosis(
                number, "text follows the object, from byte %d of the line".formatted(end + 1), "TRAILING_DATA");
    }

    DataException at(Place place) {
        return place.error(line, reason, code);
    }
}
