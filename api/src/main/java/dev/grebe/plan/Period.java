package dev.grebe.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The calendar and clock units of {@code datetime_diff}; names in any case. */
public enum Period {
    /** Calendar years. */
    YEAR(0),
    /** Quarters, from January, April, July and October. */
    QUARTER(0),
    /** Calendar months. */
    MONTH(0),
    /** From Sunday to Saturday. */
    WEEK(7 * Ticks.PER_DAY),
    /** From midnight UTC. */
    DAY(Ticks.PER_DAY),
    /** Of the clock. */
    HOUR(3_600 * Ticks.PER_SECOND),
    /** Of the clock. */
    MINUTE(60 * Ticks.PER_SECOND),
    /** Of the clock. */
    SECOND(Ticks.PER_SECOND),
    /** 10,000 ticks. */
    MILLISECOND(Ticks.PER_MILLISECOND),
    /** Ten ticks. */
    MICROSECOND(10),
    /** A hundredth of a tick. */
    NANOSECOND(0);

    private final long ticks;

    Period(long ticks) {
        this.ticks = ticks;
    }

    /** Length in ticks; 0 for calendar units of no fixed length and for the nanosecond. */
    public long ticks() {
        return ticks;
    }

    /** The period of that name in any ASCII case. */
    public static Optional<Period> find(String name) {
        return Arrays.stream(values())
                .filter(period -> period.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values())
                .map(period -> period.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
