package dev.grebe.plugins;

import dev.grebe.plan.Ticks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Moments as people write them: ISO 8601 with {@code Z} or an offset, or a date, which is its midnight in UTC. */
public final class Instants {
    private static final int DATE_LENGTH = "2020-09-20".length();

    private Instants() {}

    /** The moment that a text means; empty if it means none, or one that a plan cannot hold. */
    public static Optional<Instant> parse(String text) {
        try {
            Instant instant = text.length() == DATE_LENGTH
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            Ticks.of(instant);
            return Optional.of(instant);
        } catch (DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** What a text that means no moment lacks, as the end of a message: its zone, if nothing else; {@code ""} if more. */
    public static String hint(String text) {
        return parse(text + "Z").isPresent() ? " Did you mean " + Quoted.of(text + "Z") + "?" : "";
    }
}
