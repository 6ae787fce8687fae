package dev.grebe.testing;

import com.google.re2j.Pattern;
import dev.grebe.plan.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Values of other types; null where there is none. */
final class NaiveConversions {
    private NaiveConversions() {}

    static @Nullable Long toLong(Object value, Type type) {
        if (type == Type.DYNAMIC) {
            Object held = NaiveJson.of((String) value).value();
            return held instanceof NaiveJson.Numeral number && number.isWhole() ? number.whole() : wholeOf(held(held));
        }
        return wholeOf(value);
    }

    private static @Nullable Long wholeOf(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag ? 1L : 0L;
        } else if (value instanceof Long whole) {
            return whole;
        } else if (value instanceof Double real && Double.isFinite(real)) {
            BigDecimal truncated = new BigDecimal(real).setScale(0, RoundingMode.DOWN);
            return NaiveTime.fitting(truncated.toBigIntegerExact(), Type.LONG);
        } else if (value instanceof String text && Pattern.matches("[+-]?[0-9]+", text)) {
            return NaiveTime.fitting(new BigInteger(text), Type.LONG);
        } else if (value instanceof String text && Pattern.matches("0x[0-9a-fA-F]+", text)) {
            return NaiveTime.fitting(new BigInteger(text.substring(2), 16), Type.LONG);
        }
        return null;
    }

    static @Nullable Long toInt(Object value, Type type) {
        Long whole = toLong(value, type);
        return whole != null && whole >= Integer.MIN_VALUE && whole <= Integer.MAX_VALUE ? whole : null;
    }

    static @Nullable Double toDouble(Object value, Type type) {
        Object held = type == Type.DYNAMIC ? NaiveJson.of((String) value).value() : value;
        return held instanceof NaiveJson.Numeral number ? (Double) number.nearest() : realOf(held);
    }

    private static @Nullable Double realOf(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag ? 1.0 : 0.0;
        } else if (value instanceof Number number) {
            return number.doubleValue();
        } else if (value instanceof String text) {
            return switch (NaiveText.folded(text)) {
                case "nan" -> Double.NaN;
                case "inf", "+inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                default -> isDecimal(text) ? Double.valueOf(text) : null;
            };
        }
        return null;
    }

    private static boolean isDecimal(String text) {
        return Pattern.matches("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?", text);
    }

    static @Nullable Boolean toBool(Object value, Type type) {
        Object plain = type == Type.DYNAMIC ? held(NaiveJson.of((String) value).value()) : value;
        if (plain instanceof Boolean flag) {
            return flag;
        } else if (plain instanceof Number number) {
            return number.doubleValue() != 0;
        } else if (plain instanceof String text) {
            return switch (NaiveText.folded(text)) {
                case "true", "1" -> true;
                case "false", "0" -> false;
                default -> null;
            };
        }
        return null;
    }

    /** The BOOL, LONG, DOUBLE or STRING that a DYNAMIC holds; null for all else. */
    private static @Nullable Object held(@Nullable Object value) {
        if (value instanceof NaiveJson.Numeral number) {
            Long whole = number.whole();
            return whole == null ? (Object) number.nearest() : whole;
        }
        return value instanceof Boolean || value instanceof String ? value : null;
    }
}
