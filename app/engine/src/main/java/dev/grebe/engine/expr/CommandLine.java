package dev.grebe.engine.expr;

import dev.grebe.plan.Function;

/** {@link Function#PARSE_COMMAND_LINE}. */
final class CommandLine implements RowFunction.OfText {
    private final JsonOut json = new JsonOut();
    private final TextBuffer argument = new TextBuffer();
    private byte[] text = {};
    private int at;
    private int end;

    @Override
    public void write(Arguments row, TextBuffer out) {
        text = row.bytes(0);
        at = row.start(0);
        end = row.end(0);
        JsonWriter writer = json.over(out);
        writer.beginArray();
        skipBlanks();
        if (at < end) {
            first(writer);
            skipBlanks();
        }
        while (at < end) {
            argument.clear();
            later();
            writer.text(argument.bytes(), 0, argument.length());
            skipBlanks();
        }
        writer.endArray();
    }

    private void skipBlanks() {
        while (at < end && isBlank(text[at])) {
            at++;
        }
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    /** The program: no backslash escapes anything. */
    private void first(JsonWriter writer) {
        boolean isQuoted = text[at] == '"';
        int start = isQuoted ? at + 1 : at;
        at = start;
        while (at < end && !(isQuoted ? text[at] == '"' : isBlank(text[at]))) {
            at++;
        }
        writer.text(text, start, at - start);
        at += isQuoted && at < end ? 1 : 0;
    }

    private void later() {
        boolean isQuoted = false;
        while (at < end && (isQuoted || !isBlank(text[at]))) {
            int slashes = at;
            while (at < end && text[at] == '\\') {
                at++;
            }
            int count = at - slashes;
            if (at == end || text[at] != '"') {
                argument.write(text, slashes, count);
                if (count == 0) {
                    argument.write(text[at++]);
                }
                continue;
            }
            argument.write(text, slashes, count / 2);
            boolean isPair = isQuoted && at + 1 < end && text[at + 1] == '"';
            if (count % 2 == 1) {
                argument.write((byte) '"');
                at++;
            } else if (isPair) {
                argument.write((byte) '"');
                at += 2;
            } else {
                isQuoted = !isQuoted;
                at++;
            }
        }
    }
}
