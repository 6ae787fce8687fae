package dev.grebe.testing;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigInteger;
import java.time.LocalDate;

/** {@code format_datetime} and {@code format_timespan}. */
final class NaiveFormats {
    private static final Pattern PART = Pattern.compile("d+|f+|F+|h+|H+|m+|M+|s+|y+|t+|.");

    private NaiveFormats() {}

    static String time(long ticks, String format) {
        LocalDate date = NaiveTime.date(ticks);
        BigInteger inDay = BigInteger.valueOf(Math.floorMod(ticks, NaiveTime.DAY));
        StringBuilder text = new StringBuilder();
        Matcher parts = PART.matcher(format);
        while (parts.find()) {
            String part = parts.group();
            text.append(
                    switch (part.charAt(0)) {
                        case 'd' -> padded(date.getDayOfMonth(), part);
                        case 'M' -> padded(date.getMonthValue(), part);
                        case 'y' -> padded(Math.floorMod(date.getYear(), part.length() == 4 ? 10_000 : 100), part);
                        case 't' -> inDay.longValueExact() < 12 * NaiveTime.HOUR ? "AM" : "PM";
                        case 'h' -> padded((unit(inDay, NaiveTime.HOUR, 24) + 11) % 12 + 1, part);
                        default -> ofDay(inDay, part);
                    });
        }
        return text.toString();
    }

    static String span(long ticks, String format) {
        BigInteger size = BigInteger.valueOf(ticks).abs();
        StringBuilder text = new StringBuilder(ticks < 0 ? "-" : "");
        Matcher parts = PART.matcher(format);
        while (parts.find()) {
            String part = parts.group();
            boolean isDays = part.startsWith("d");
            text.append(
                    isDays
                            ? padded(
                                    size.divide(BigInteger.valueOf(NaiveTime.DAY))
                                            .longValueExact(),
                                    part)
                            : ofDay(size, part));
        }
        return text.toString();
    }

    /** What times and spans have in common; separators are themselves. */
    private static String ofDay(BigInteger ticks, String part) {
        return switch (part.charAt(0)) {
            case 'H', 'h' -> padded(unit(ticks, NaiveTime.HOUR, 24), part);
            case 'm' -> padded(unit(ticks, 60 * NaiveTime.SECOND, 60), part);
            case 's' -> padded(unit(ticks, NaiveTime.SECOND, 60), part);
            case 'f' -> fraction(ticks, part);
            case 'F' -> withoutZerosAtTheEnd(fraction(ticks, part));
            default -> part;
        };
    }

    private static long unit(BigInteger ticks, long size, long modulo) {
        return ticks.divide(BigInteger.valueOf(size))
                .mod(BigInteger.valueOf(modulo))
                .longValueExact();
    }

    private static String fraction(BigInteger ticks, String part) {
        return padded(unit(ticks, 1, NaiveTime.SECOND), "fffffff").substring(0, part.length());
    }

    private static String withoutZerosAtTheEnd(String digits) {
        return digits.endsWith("0") ? withoutZerosAtTheEnd(digits.substring(0, digits.length() - 1)) : digits;
    }

    /** In as many digits as the part is long, or more if it takes more. */
    private static String padded(long number, String part) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, part.length() - digits.length())) + digits;
    }
}
