package dev.grebe.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code datetime_part} takes out of a time, in UTC; names in any case. */
public enum DatePart {
    /** 1 to 9999. */
    YEAR,
    /** 1 to 4. */
    QUARTER,
    /** 1 to 12. */
    MONTH,
    /** ISO 8601 week, 1 to 53: of the week's Thursday, weeks start on Monday. */
    WEEK_OF_YEAR,
    /** Of the month, 1 to 31. */
    DAY,
    /** 1 to 366. */
    DAYOFYEAR,
    /** 0 to 23. */
    HOUR,
    /** 0 to 59. */
    MINUTE,
    /** 0 to 59. */
    SECOND,
    /** All of the second's fraction in thousandths, floored: 765 of .7654321. */
    MILLISECOND,
    /** All of the second's fraction in millionths, floored: 765432 of .7654321. */
    MICROSECOND,
    /** All of the second's fraction: 765432100 of .7654321. */
    NANOSECOND;

    /** The part of that name in any ASCII case. */
    public static Optional<DatePart> find(String name) {
        return Arrays.stream(values())
                .filter(part -> part.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values())
                .map(part -> part.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
