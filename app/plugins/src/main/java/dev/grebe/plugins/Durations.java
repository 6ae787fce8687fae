package dev.grebe.plugins;

import dev.grebe.plan.Ticks;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Lengths of time as people write them: {@code 10s}, {@code -5s}, {@code 1h30m}, {@code 1.5s}; ISO 8601 is read too. */
public final class Durations {
    private static final Map<String, Long> NANOS = new LinkedHashMap<>();

    static {
        NANOS.put("d", 86_400_000_000_000L);
        NANOS.put("h", 3_600_000_000_000L);
        NANOS.put("m", 60_000_000_000L);
        NANOS.put("s", 1_000_000_000L);
        NANOS.put("ms", 1_000_000L);
        NANOS.put("us", 1_000L);
        NANOS.put("ns", 1L);
    }

    private Durations() {}

    /** The length that a text means; empty if it means none, or more than a plan can hold (29,000 years). */
    public static Optional<Duration> parse(String text) {
        try {
            Duration duration = text.toUpperCase(Locale.ROOT).contains("P") ? Duration.parse(text) : units(text);
            Ticks.of(duration);
            return Optional.of(duration);
        } catch (DateTimeParseException | ArithmeticException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The shortest text that {@link #parse} reads as this length. */
    public static String format(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        StringBuilder text = new StringBuilder(duration.isNegative() ? "-" : "");
        Duration rest = duration.abs();
        for (Map.Entry<String, Long> unit : NANOS.entrySet()) {
            Duration length = Duration.ofNanos(unit.getValue());
            long count = rest.dividedBy(length);
            rest = rest.minus(length.multipliedBy(count));
            if (count > 0) {
                text.append(count).append(unit.getKey());
            }
        }
        return text.toString();
    }

    private static Duration units(String text) {
        boolean negative = text.startsWith("-");
        String rest = negative ? text.substring(1) : text;
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("no length of time");
        }
        Duration sum = Duration.ZERO;
        while (!rest.isEmpty()) {
            int digits = length(rest, "0123456789.");
            int letters = length(rest.substring(digits), "dhmsun");
            Long nanos = NANOS.get(rest.substring(digits, digits + letters));
            if (digits == 0 || nanos == null) {
                throw new IllegalArgumentException("no length of time");
            }
            BigDecimal total = new BigDecimal(rest.substring(0, digits)).multiply(BigDecimal.valueOf(nanos));
            BigDecimal[] seconds = total.divideAndRemainder(BigDecimal.valueOf(1_000_000_000L));
            sum = sum.plusSeconds(seconds[0].longValueExact()).plusNanos(seconds[1].longValueExact());
            rest = rest.substring(digits + letters);
        }
        return negative ? sum.negated() : sum;
    }

    private static int length(String text, String characters) {
        int length = 0;
        while (length < text.length() && characters.indexOf(text.charAt(length)) >= 0) {
            length++;
        }
        return length;
    }
}
