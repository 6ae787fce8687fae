package dev.grebe.testing;

import dev.grebe.plan.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value as it was written and what it is: a list or map of such, a String, a Boolean, a {@link Numeral}, or null.
 *
 * @param text the value's own part of the text it was read from
 */
record NaiveJson(String text, @Nullable Object value) {
    private static final int DEEPEST = 200;
    private static final String ESCAPED = "\b\t\n\f\r\"\\";
    private static final String ESCAPES = "btnfr\"\\";

    /** A number: its digits as they were written. */
    record Numeral(String digits) {
        boolean isWhole() {
            return digits.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
        }

        /** As a LONG; null if it has a fraction or an exponent or does not fit. */
        @Nullable Long whole() {
            return isWhole() ? NaiveTime.fitting(new BigInteger(digits), Type.LONG) : null;
        }

        double nearest() {
            return Double.parseDouble(digits);
        }
    }

    /** The value of a DYNAMIC. */
    static NaiveJson of(String text) {
        return NaiveJsonReader.read(text, Integer.MAX_VALUE)
                .orElseThrow(() -> new IllegalArgumentException("no JSON: " + text));
    }

    /** {@code parse_json}. */
    static @Nullable String parsed(String text) {
        if (text.isEmpty()) {
            return null;
        }
        return NaiveJsonReader.read(text, DEEPEST)
                .orElse(new NaiveJson(quoted(text), text))
                .dynamic();
    }

    /** As the value of a DYNAMIC, written anew. */
    private @Nullable String dynamic() {
        return value == null ? null : text(value);
    }

    /** The elements of an array; empty for all else. */
    List<NaiveJson> elements() {
        List<NaiveJson> elements = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(element -> elements.add((NaiveJson) element));
        }
        return elements;
    }

    boolean isArray() {
        return value instanceof List;
    }

    /** As a part of a DYNAMIC comes out: JSON's null is null. */
    @Nullable String outside() {
        return value == null ? null : text;
    }

    /** {@code tostring} of a part of a DYNAMIC. */
    String print() {
        return NaiveToString.of(outside(), Type.DYNAMIC);
    }

    /** Any of what a JSON value may be, written compactly. */
    static String text(@Nullable Object value) {
        if (value instanceof NaiveJson json) {
            return text(json.value());
        } else if (value instanceof String text) {
            return quoted(text);
        } else if (value instanceof Numeral number) {
            return number.digits();
        } else if (value instanceof List<?> list) {
            List<String> elements = new ArrayList<>();
            list.forEach(element -> elements.add(text(element)));
            return "[" + String.join(",", elements) + "]";
        } else if (value instanceof Map<?, ?> map) {
            Map<String, String> members = new LinkedHashMap<>();
            map.forEach((key, member) -> members.put((String) key, text(member)));
            return bag(members);
        }
        return String.valueOf(value);
    }

    /** A bag of values that are JSON already. */
    static String bag(Map<String, String> members) {
        List<String> pairs = new ArrayList<>();
        members.forEach((key, member) -> pairs.add(quoted(key) + ":" + member));
        return "{" + String.join(",", pairs) + "}";
    }

    /** A value of a column as JSON. */
    static String written(@Nullable Object value, Type type) {
        boolean isBare = value == null
                || type == Type.BOOL
                || type == Type.LONG
                || value instanceof Double number && Double.isFinite(number);
        if (type == Type.DYNAMIC && value != null) {
            return (String) value;
        }
        return !isBare ? quoted(NaiveToString.of(value, type)) : value == null ? "null" : NaiveToString.of(value, type);
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        wellFormed(text).codePoints().forEach(c -> {
            int known = ESCAPED.indexOf(c);
            if (known >= 0) {
                quoted.append('\\').append(ESCAPES.charAt(known));
            } else if (c < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    /** With U+FFFD for each half of a pair. */
    static String wellFormed(String text) {
        return NaiveText.mapped(text, c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c);
    }
}
