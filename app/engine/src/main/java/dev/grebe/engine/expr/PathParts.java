package dev.grebe.engine.expr;

import dev.grebe.plan.Function;

/** {@link Function#PARSE_PATH}. */
final class PathParts implements RowFunction.OfText {
    private static final int ABSENT = -1;

    private final JsonOut json = new JsonOut();

    @Override
    public void write(Arguments row, TextBuffer out) {
        byte[] text = row.bytes(0);
        int start = row.start(0);
        int end = row.end(0);
        int scheme = schemeLength(text, start, end);
        int rest = scheme > 0 ? start + scheme + "://".length() : start;
        int root = end - rest >= 2 && isLetter(text[rest]) && text[rest + 1] == ':' ? 2 : 0;
        int separator = lastSeparator(text, rest, end);
        int directoryEnd = separator == ABSENT ? rest : separator;
        int inner = lastSeparator(text, rest, directoryEnd);
        boolean isRootAlone = root > 0 && directoryEnd == rest + root;
        int name = isRootAlone ? directoryEnd : inner == ABSENT ? rest : inner + 1;
        int file = separator == ABSENT ? rest + root : separator + 1;
        int colon = indexOf(text, file, end, (byte) ':');
        int fileEnd = colon == ABSENT ? end : colon;
        int dot = lastIndexOf(text, file, fileEnd, (byte) '.');

        JsonWriter writer = json.over(out);
        writer.beginBag();
        member(writer, "Scheme", text, start, start + scheme);
        member(writer, "RootPath", text, rest, rest + root);
        member(writer, "DirectoryPath", text, rest, directoryEnd);
        member(writer, "DirectoryName", text, name, directoryEnd);
        member(writer, "Filename", text, file, fileEnd);
        member(writer, "Extension", text, dot == ABSENT ? fileEnd : dot + 1, fileEnd);
        member(writer, "AlternateDataStreamName", text, colon == ABSENT ? end : colon + 1, end);
        writer.endBag();
    }

    private static void member(JsonWriter writer, String key, byte[] text, int from, int to) {
        writer.key(key);
        writer.text(text, from, to - from);
    }

    /** Length of what stands before {@code ://}, 0 if that is no scheme. */
    static int schemeLength(byte[] text, int start, int end) {
        int at = start;
        while (at < end && (isLetter(text[at]) || at > start && isOfScheme(text[at]))) {
            at++;
        }
        boolean isScheme = end - at >= 3 && text[at] == ':' && text[at + 1] == '/' && text[at + 2] == '/';
        return isScheme ? at - start : 0;
    }

    private static boolean isOfScheme(byte b) {
        return b >= '0' && b <= '9' || b == '+' || b == '-' || b == '.';
    }

    private static boolean isLetter(byte b) {
        return (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
    }

    private static int lastSeparator(byte[] text, int from, int to) {
        return Math.max(lastIndexOf(text, from, to, (byte) '/'), lastIndexOf(text, from, to, (byte) '\\'));
    }

    static int indexOf(byte[] text, int from, int to, byte wanted) {
        int at = from;
        while (at < to && text[at] != wanted) {
            at++;
        }
        return at < to ? at : ABSENT;
    }

    static int lastIndexOf(byte[] text, int from, int to, byte wanted) {
        int at = to - 1;
        while (at >= from && text[at] != wanted) {
            at--;
        }
        return at >= from ? at : ABSENT;
    }
}
