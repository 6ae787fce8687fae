package dev.grebe.storage;

import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part of a time as a path template writes it, from the coarsest to the finest. */
enum TimeField {
    YEAR(null, 'y', 4, ChronoField.YEAR, ChronoUnit.YEARS),
    MONTH(YEAR, 'M', 2, ChronoField.MONTH_OF_YEAR, ChronoUnit.MONTHS),
    DAY(MONTH, 'd', 2, ChronoField.DAY_OF_MONTH, ChronoUnit.DAYS),
    HOUR(DAY, 'H', 2, ChronoField.HOUR_OF_DAY, ChronoUnit.HOURS),
    MINUTE(HOUR, 'm', 2, ChronoField.MINUTE_OF_HOUR, ChronoUnit.MINUTES);

    private static final int LAST_YEAR = 9999;

    private final @Nullable TimeField coarser;
    private final char letter;
    private final int digits;
    private final ChronoField field;
    private final ChronoUnit unit;

    TimeField(@Nullable TimeField coarser, char letter, int digits, ChronoField field, ChronoUnit unit) {
        this.coarser = coarser;
        this.letter = letter;
        this.digits = digits;
        this.field = field;
        this.unit = unit;
    }

    static Optional<TimeField> of(char letter) {
        return Arrays.stream(values()).filter(field -> field.letter == letter).findFirst();
    }

    /** The field that must be known for this one to mean anything; null if there is none. */
    @Nullable TimeField coarser() {
        return coarser;
    }

    /** {@code yyyy}, {@code MM}, ..: how it is written. */
    String letters() {
        return String.valueOf(letter).repeat(digits);
    }

    /** How many digits it has when it is written with leading zeros. */
    int digits() {
        return digits;
    }

    int of(LocalDateTime time) {
        return time.get(field);
    }

    /** The time with this field set; empty if there is no such time. */
    Optional<LocalDateTime> set(LocalDateTime time, int value) {
        boolean exists = this == YEAR
                ? value >= 1 && value <= LAST_YEAR
                : time.range(field).isValidIntValue(value);
        return exists ? Optional.of(time.with(field, value)) : Optional.empty();
    }

    LocalDateTime next(LocalDateTime time) {
        return time.plus(1, unit);
    }
}
