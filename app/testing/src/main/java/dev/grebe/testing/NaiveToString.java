package dev.grebe.testing;

import dev.grebe.plan.Type;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as text. */
final class NaiveToString {
    private static final int MOST_DIGITS = 17;

    private NaiveToString() {}

    /** {@code tostring}. */
    static String of(@Nullable Object value, Type type) {
        if (value == null) {
            return "";
        }
        return switch (type) {
            case BOOL, LONG, STRING -> value.toString();
            case DOUBLE -> number((Double) value);
            case TIMESTAMP -> time((Long) value);
            case DURATION -> span((Long) value);
            case DYNAMIC -> dynamic((String) value);
        };
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        } else if (Double.isInfinite(value)) {
            return value > 0 ? "+inf" : "-inf";
        } else if (value == 0) {
            return 1 / value > 0 ? "0.0" : "-0.0";
        }
        BigDecimal shortest = shortest(value).stripTrailingZeros();
        double size = Math.abs(value);
        if (size >= 1e-5 && size < 1e15) {
            return shortest.scale() > 0 ? shortest.toPlainString() : shortest.toPlainString() + ".0";
        }
        String digits = shortest.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return (value < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + exponent;
    }

    /** Of the decimals with the fewest digits that read back as the value, the nearest, of two as near the even one. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            BigDecimal below = exact.round(new MathContext(digits, RoundingMode.DOWN));
            BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
            // Below a power of two doubles lie closer, so the nearest may not read back where the other does.
            for (BigDecimal candidate : List.of(nearest, below, above)) {
                if (candidate.doubleValue() == value) {
                    return candidate;
                }
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
    }

    private static String time(long ticks) {
        LocalDate date = NaiveTime.date(ticks);
        int year = date.getYear();
        String sign = year < 0 ? "-" : year > 9999 ? "+" : "";
        long inDay = Math.floorMod(ticks, NaiveTime.DAY);
        long seconds = inDay / NaiveTime.SECOND;
        return String.format(
                Locale.ROOT,
                "%s%04d-%02d-%02dT%02d:%02d:%02d.%07dZ",
                sign,
                Math.abs(year),
                date.getMonthValue(),
                date.getDayOfMonth(),
                seconds / 3_600,
                seconds / 60 % 60,
                seconds % 60,
                inDay % NaiveTime.SECOND);
    }

    private static String span(long ticks) {
        // Negative throughout, for the least number has no positive counterpart.
        long rest = ticks > 0 ? -ticks : ticks;
        long days = -(rest / NaiveTime.DAY);
        long seconds = -(rest % NaiveTime.DAY / NaiveTime.SECOND);
        long fraction = -(rest % NaiveTime.SECOND);
        return (ticks < 0 ? "-" : "")
                + (days == 0 ? "" : days + ".")
                + String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60)
                + (fraction == 0 ? "" : String.format(Locale.ROOT, ".%07d", fraction));
    }

    private static String dynamic(String json) {
        return NaiveJson.of(json).value() instanceof String text ? text : json;
    }
}
