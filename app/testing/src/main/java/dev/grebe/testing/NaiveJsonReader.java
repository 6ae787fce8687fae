package dev.grebe.testing;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads JSON (RFC 8259) by its grammar. */
final class NaiveJsonReader {
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
    private static final Pattern STRING =
            Pattern.compile("\"(?:[^\"\\\\\\x00-\\x1f]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4})*\"");
    private static final String ESCAPED = "\b\t\n\f\r\"\\/";
    private static final String ESCAPES = "btnfr\"\\/";

    private final String text;
    private final int deepest;
    private int at;

    private NaiveJsonReader(String text, int deepest) {
        this.text = text;
        this.deepest = deepest;
    }

    private static final class NotJson extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** The value, if the text is one that is not nested deeper than that. */
    static Optional<NaiveJson> read(String text, int deepest) {
        NaiveJsonReader reader = new NaiveJsonReader(text, deepest);
        try {
            NaiveJson value = reader.value(0);
            return reader.at == text.length() ? Optional.of(value) : Optional.empty();
        } catch (NotJson e) {
            return Optional.empty();
        }
    }

    /** A value and the blanks around it. */
    private NaiveJson value(int depth) {
        skipBlanks();
        int start = at;
        NaiveJson value;
        if (takes("{")) {
            value = bag(start, depth + 1);
        } else if (takes("[")) {
            value = array(start, depth + 1);
        } else if (takes("true")) {
            value = new NaiveJson("true", true);
        } else if (takes("false")) {
            value = new NaiveJson("false", false);
        } else if (takes("null")) {
            value = new NaiveJson("null", null);
        } else if (text.startsWith("\"", at)) {
            String string = string();
            value = new NaiveJson(text.substring(start, at), string);
        } else {
            String digits = take(NUMBER);
            value = new NaiveJson(digits, new NaiveJson.Numeral(digits));
        }
        skipBlanks();
        return value;
    }

    private NaiveJson bag(int start, int depth) {
        requireNotDeeper(depth);
        Map<String, NaiveJson> members = new LinkedHashMap<>();
        skipBlanks();
        if (!takes("}")) {
            do {
                skipBlanks();
                String key = string();
                skipBlanks();
                require(takes(":"));
                // A map keeps the place of a key's first value and the last value itself.
                members.put(key, value(depth));
            } while (takes(","));
            require(takes("}"));
        }
        return new NaiveJson(text.substring(start, at), members);
    }

    private NaiveJson array(int start, int depth) {
        requireNotDeeper(depth);
        List<NaiveJson> elements = new ArrayList<>();
        skipBlanks();
        if (!takes("]")) {
            do {
                elements.add(value(depth));
            } while (takes(","));
            require(takes("]"));
        }
        return new NaiveJson(text.substring(start, at), elements);
    }

    private void requireNotDeeper(int depth) {
        require(depth <= deepest);
    }

    private String string() {
        String quoted = take(STRING);
        StringBuilder string = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            if (c != '\\') {
                string.append(c);
            } else if (quoted.charAt(++i) == 'u') {
                string.append((char) Integer.parseInt(quoted.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                string.append(ESCAPED.charAt(ESCAPES.indexOf(quoted.charAt(i))));
            }
        }
        return NaiveJson.wellFormed(string.toString());
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean takes(String word) {
        boolean isNext = text.startsWith(word, at);
        at += isNext ? word.length() : 0;
        return isNext;
    }

    private String take(Pattern pattern) {
        Matcher matcher = pattern.matcher(text.substring(at));
        require(matcher.lookingAt());
        at += matcher.end();
        return matcher.group();
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new NotJson();
        }
    }
}
