package dev.grebe.kql;

import dev.grebe.plan.Expr;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A value in {@code dynamic(..)}.
 *
 * @param text compact JSON
 * @param scalar the same as a literal; empty for null, arrays and bags
 * @param elements of an array
 */
record Json(String text, Optional<Expr.Literal> scalar, Kind kind, List<Json> elements) {
    enum Kind {
        NULL,
        SCALAR,
        ARRAY,
        BAG
    }

    static final Json NULL = new Json("null", Optional.empty(), Kind.NULL, List.of());

    static Json scalar(String text, Expr.Literal value) {
        return new Json(text, Optional.of(value), Kind.SCALAR, List.of());
    }

    static Json array(List<Json> elements) {
        String text = "[" + String.join(",", elements.stream().map(Json::text).toList()) + "]";
        return new Json(text, Optional.empty(), Kind.ARRAY, elements);
    }

    static Json bag(String text) {
        return new Json(text, Optional.empty(), Kind.BAG, List.of());
    }

    /** Itself, or what is in the array and in the arrays in it. */
    Stream<Json> flat() {
        return kind == Kind.ARRAY ? elements.stream().flatMap(Json::flat) : Stream.of(this);
    }

    /** A JSON string: what functions write, see {@link dev.grebe.plan.Type#DYNAMIC}. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int named = "\b\f\n\r\t\"\\".indexOf(c);
            if (named >= 0) {
                quoted.append('\\').append("bfnrt\"\\".charAt(named));
            } else if (c < ' ') {
                quoted.append("\\u00").append(c < 16 ? "0" : "").append(Integer.toHexString(c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
