package dev.grebe.engine.expr;

import dev.grebe.plan.Function;

/** {@link Function#PARSE_URL}. */
final class UrlParts implements RowFunction.OfText {
    private final JsonOut json = new JsonOut();
    private byte[] text = {};

    /** Where the parts begin and end; those that are missing are empty. */
    private int scheme;

    private int schemeEnd;
    private int user;
    private int userEnd;
    private int password;
    private int passwordEnd;
    private int host;
    private int hostEnd;
    private int port;
    private int portEnd;
    private int path;
    private int pathEnd;
    private int query;
    private int queryEnd;
    private int fragment;
    private int end;

    @Override
    public void write(Arguments row, TextBuffer out) {
        text = row.bytes(0);
        scheme = row.start(0);
        schemeEnd = scheme + PathParts.schemeLength(text, scheme, row.end(0));
        end = schemeEnd > scheme ? row.end(0) : scheme;
        int rest = schemeEnd > scheme ? schemeEnd + "://".length() : scheme;
        int authorityEnd = endBefore("/?#", rest);
        readAuthority(rest, authorityEnd);
        readPath(authorityEnd);
        writeParts(json.over(out));
    }

    private void readAuthority(int from, int to) {
        int at = PathParts.lastIndexOf(text, from, to, (byte) '@');
        int accountEnd = at < 0 ? from : at;
        int colon = PathParts.indexOf(text, from, accountEnd, (byte) ':');
        user = from;
        userEnd = colon < 0 ? accountEnd : colon;
        password = colon < 0 ? accountEnd : colon + 1;
        passwordEnd = accountEnd;
        host = at < 0 ? from : at + 1;
        int bracket = PathParts.lastIndexOf(text, host, to, (byte) ']');
        int separator = PathParts.lastIndexOf(text, Math.max(host, bracket + 1), to, (byte) ':');
        hostEnd = separator < 0 ? to : separator;
        port = separator < 0 ? to : separator + 1;
        portEnd = to;
    }

    private void readPath(int from) {
        path = from < end && text[from] == '/' ? from + 1 : from;
        pathEnd = endBefore("?#", path);
        query = pathEnd < end && text[pathEnd] == '?' ? pathEnd + 1 : pathEnd;
        queryEnd = endBefore("#", query);
        fragment = queryEnd < end ? queryEnd + 1 : queryEnd;
    }

    /** Index of the next one of these; the end if there is none. */
    private int endBefore(String ends, int from) {
        int at = from;
        while (at < end && ends.indexOf(text[at]) < 0) {
            at++;
        }
        return at;
    }

    private void writeParts(JsonWriter writer) {
        writer.beginBag();
        member(writer, "Scheme", scheme, schemeEnd);
        member(writer, "Host", host, hostEnd);
        member(writer, "Port", port, portEnd);
        member(writer, "Path", path, pathEnd);
        member(writer, "Username", user, userEnd);
        member(writer, "Password", password, passwordEnd);
        writer.key("Query Parameters");
        writer.beginBag();
        for (int at = query; at < queryEnd; at++) {
            int next = endBefore("&#", at);
            if (next > at) {
                int equals = PathParts.indexOf(text, at, next, (byte) '=');
                writer.key(text, at, (equals < 0 ? next : equals) - at);
                int value = equals < 0 ? next : equals + 1;
                writer.text(text, value, next - value);
            }
            at = next;
        }
        writer.endBag();
        member(writer, "Fragment", fragment, end);
        writer.endBag();
    }

    private void member(JsonWriter writer, String key, int from, int to) {
        writer.key(key);
        writer.text(text, from, to - from);
    }
}
