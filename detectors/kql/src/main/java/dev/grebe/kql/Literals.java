package dev.grebe.kql;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Nearest;
import dev.grebe.plan.Type;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers, and literals with the name of their type: {@code datetime(2020-01-01)}, {@code long(null)}. */
final class Literals {
    /** Kusto's names of types, as those of ours. */
    static final Map<String, Type> TYPES = Map.ofEntries(
            Map.entry("bool", Type.BOOL),
            Map.entry("boolean", Type.BOOL),
            Map.entry("int", Type.LONG),
            Map.entry("long", Type.LONG),
            Map.entry("real", Type.DOUBLE),
            Map.entry("double", Type.DOUBLE),
            Map.entry("string", Type.STRING),
            Map.entry("datetime", Type.TIMESTAMP),
            Map.entry("date", Type.TIMESTAMP),
            Map.entry("timespan", Type.DURATION),
            Map.entry("time", Type.DURATION),
            Map.entry("dynamic", Type.DYNAMIC),
            Map.entry("decimal", Type.DOUBLE),
            Map.entry("guid", Type.STRING));

    private static final Map<String, Double> SPECIAL = Map.of(
            "nan", Double.NaN,
            "NaN", Double.NaN,
            "inf", Double.POSITIVE_INFINITY,
            "+inf", Double.POSITIVE_INFINITY,
            "-inf", Double.NEGATIVE_INFINITY);

    private Literals() {}

    /** The text of a STRING literal, which has no null. */
    static String text(Expr.Literal literal) {
        return (String) Objects.requireNonNull(literal.value());
    }

    /** A WHOLE, REAL or SPAN. */
    static Expr.Literal number(Token token, String sign) {
        return switch (token.kind()) {
            case WHOLE -> literal(whole(sign + token.text(), token.span()), Type.LONG);
            case REAL -> literal(real(sign + token.text(), token.span()), Type.DOUBLE);
            default -> literal(span(sign + token.text(), token.span()), Type.DURATION);
        };
    }

    /** What the name of a type and the text in its parentheses mean. */
    static Expr.Literal of(String name, Token content) {
        Type type = type(name, content.span());
        String text = content.text().strip();
        if (text.equals("null")) {
            return type == Type.STRING ? literal("", type) : literal(null, type);
        }
        return switch (type) {
            case BOOL -> literal(bool(text, content.span()), type);
            case LONG -> literal(name.equals("int") ? small(text, content.span()) : whole(text, content.span()), type);
            case DOUBLE -> literal(real(text, content.span()), type);
            case TIMESTAMP -> literal(timestamp(text, content.span()), type);
            case DURATION -> literal(duration(unquoted(text), content.span()), type);
            case STRING, DYNAMIC ->
                throw content.span().error("%s(..) takes null; text is written \"..\" or '..'".formatted(name));
        };
    }

    /** The name in {@code typeof(..)}. */
    static String typeName(Token token) {
        if (token.kind() != Token.Kind.NAME || !TYPES.containsKey(token.text())) {
            throw token.span()
                    .error("expected a type such as long or datetime, found %s.%s"
                            .formatted(token.found(), Nearest.hint(token.text(), TYPES.keySet())));
        }
        type(token.text(), token.span());
        return token.text();
    }

    private static Type type(String name, Span span) {
        if (name.equals("decimal") || name.equals("guid")) {
            throw span.error(
                    "the type %s is not supported; use %s".formatted(name, name.equals("guid") ? "string" : "real"));
        }
        return Objects.requireNonNull(TYPES.get(name));
    }

    private static boolean bool(String text, Span span) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default ->
                throw span.error(
                        "expected true, false or null, found '%s'; values convert with tobool(..)".formatted(text));
        };
    }

    private static long whole(String text, Span span) {
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        boolean hex = digits.startsWith("0x");
        boolean good = isDigits(hex ? digits.substring(2) : digits, hex ? 16 : 10);
        if (!good) {
            throw span.error(
                    "expected a whole number or null, found '%s'; values convert with tolong(..)".formatted(text));
        }
        try {
            String sign = negative ? "-" : "";
            return hex ? Long.parseLong(sign + digits.substring(2), 16) : Long.parseLong(sign + digits);
        } catch (NumberFormatException e) {
            throw span.error("%s is beyond the range of long".formatted(text));
        }
    }

    private static long small(String text, Span span) {
        long value = whole(text, span);
        if (value != (int) value) {
            throw span.error("%s is beyond the range of int".formatted(text));
        }
        return value;
    }

    private static double real(String text, Span span) {
        Double special = SPECIAL.get(text);
        if (special != null) {
            return special;
        }
        String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        boolean good = !digits.isEmpty() && digits.chars().allMatch(c -> "0123456789.eE+-".indexOf(c) >= 0);
        double value = good ? parsed(text) : Double.NaN;
        if (Double.isNaN(value)) {
            throw span.error("expected a number, nan, +inf, -inf or null, found '%s'; values convert with todouble(..)"
                    .formatted(text));
        } else if (Double.isInfinite(value)) {
            throw span.error("%s is beyond the range of real".formatted(text));
        }
        return value;
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static long timestamp(String text, Span span) {
        if (text.isEmpty()) {
            throw span.error("datetime() is the time of the clock, which no expression may ask");
        }
        return TimeText.timestamp(unquoted(text))
                .orElseThrow(() -> span.error(
                        "'%s' is no time such as 2020-01-31 or 2020-01-31T23:59:59.1234567Z; values convert with todatetime(..)"
                                .formatted(text)));
    }

    /** {@code 2} is two days; {@code 15 seconds}; {@code [-][d.]hh:mm:ss[.f]}. */
    private static long duration(String text, Span span) {
        if (isDigits(text.startsWith("-") ? text.substring(1) : text, 10)) {
            return span(text + "d", span);
        }
        int unit = text.length();
        while (unit > 0 && Character.isLetter(text.charAt(unit - 1))) {
            unit--;
        }
        boolean hasUnit = unit > 0 && TimeText.unit(text.substring(unit)) > 0;
        Optional<Long> ticks = hasUnit
                ? Optional.of(span(text.substring(0, unit).strip() + text.substring(unit), span))
                : TimeText.span(text);
        return ticks.orElseThrow(() -> span.error(
                "'%s' is no span of time such as 1.5h, 15 seconds or 1.12:30:55.123; values convert with totimespan(..)"
                        .formatted(text)));
    }

    private static long span(String text, Span span) {
        int unit = text.length();
        while (Character.isLetter(text.charAt(unit - 1))) {
            unit--;
        }
        String number = text.substring(0, unit);
        boolean good = !number.isEmpty()
                && number.length() <= 400
                && number.chars().allMatch(c -> "0123456789.-+".indexOf(c) >= 0);
        try {
            return TimeText.span(good ? number : "", text.substring(unit))
                    .orElseThrow(() -> span.error(
                            "%s is not a whole number of ticks of 100 nanoseconds, or too long".formatted(text)));
        } catch (NumberFormatException e) {
            throw span.error("'%s' is no span of time such as 1.5h".formatted(text));
        }
    }

    private static boolean isDigits(String text, int radix) {
        return !text.isEmpty() && text.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0);
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1
                && (text.startsWith("'") && text.endsWith("'") || text.startsWith("\"") && text.endsWith("\""));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static Expr.Literal literal(@Nullable Object value, Type type) {
        return new Expr.Literal(value, type);
    }
}
