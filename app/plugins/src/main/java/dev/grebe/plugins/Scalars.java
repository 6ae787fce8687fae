package dev.grebe.plugins;

import dev.grebe.plan.Nearest;
import dev.grebe.plugin.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Single values as YAML writes them. What is not plain is text and nothing else. */
final class Scalars {
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");

    private Scalars() {}

    /** The value, empty if the text is of another kind. */
    static Optional<Object> parse(Shape.Simple kind, Yaml.Scalar scalar) {
        String text = scalar.text();
        return switch (kind) {
            case BOOLEAN ->
                TRUE.contains(text) || FALSE.contains(text)
                        ? plain(scalar, Optional.of(TRUE.contains(text)))
                        : Optional.empty();
            case LONG -> plain(scalar, whole(text));
            case DOUBLE -> number(text, scalar.plain());
            case STRING -> Optional.of(text);
            case DURATION -> Durations.parse(text).map(Object.class::cast);
            case INSTANT -> Instants.parse(text).map(Object.class::cast);
            case SECRET -> Optional.of(new Secret(text));
        };
    }

    /** What a wrong value was likely meant to be, as the end of a message; {@code ""} if nobody knows. */
    static String hint(Shape.Simple kind, Yaml.Scalar scalar) {
        String text = scalar.text();
        if (scalar.hidden() || !scalar.plain()) {
            return "";
        }
        return switch (kind) {
            case DURATION -> whole(text).isPresent() ? " Did you mean '" + text + "s'?" : "";
            case INSTANT -> Instants.hint(text);
            case LONG -> isWholeTooLarge(text) ? " It does not fit 64 bits." : "";
            case BOOLEAN -> Nearest.hint(text, List.of("true", "false"));
            case DOUBLE, STRING, SECRET -> "";
        };
    }

    private static Optional<Object> plain(Yaml.Scalar scalar, Optional<?> value) {
        return scalar.plain() ? value.map(Object.class::cast) : Optional.empty();
    }

    private static Optional<Object> whole(String text) {
        try {
            return isDigits(text) ? Optional.of(Long.parseLong(text)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Infinities and NaN may be quoted: JSON has no other way. */
    private static Optional<Object> number(String text, boolean plain) {
        return switch (text) {
            case ".nan" -> Optional.of(Double.NaN);
            case ".inf" -> Optional.of(Double.POSITIVE_INFINITY);
            case "-.inf" -> Optional.of(Double.NEGATIVE_INFINITY);
            default -> plain && isDecimal(text) ? finite(text) : Optional.empty();
        };
    }

    private static boolean isDecimal(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> "0123456789.eE+-".indexOf(c) >= 0);
    }

    private static Optional<Object> finite(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isWholeTooLarge(String text) {
        return isDigits(text) && whole(text).isEmpty();
    }

    private static boolean isDigits(String text) {
        String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        return !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
