package dev.grebe.engine.expr;

import dev.grebe.plan.Ticks;

/**
 * The proleptic Gregorian calendar on ticks, by arithmetic alone: years begin in March, so that the leap day is the last,
 * and 400 of them are an era of 146,097 days.
 *
 * @see <a href="https://howardhinnant.github.io/date_algorithms.html">Howard Hinnant, chrono-compatible low-level date
 *     algorithms</a>
 */
final class Calendar {
    private static final long DAYS_PER_ERA = 146_097;
    /** From 0000-03-01 to 1970-01-01. */
    private static final long EPOCH_DAY = 719_468;
    /** Makes all month and year counts positive: 29,228 years are the most that ticks reach, 32,000 is a multiple of 400. */
    private static final long YEARS_BEFORE = 32_000;

    private Calendar() {}

    static long days(long ticks) {
        return Math.floorDiv(ticks, Ticks.PER_DAY);
    }

    /** Weeks from Sunday: 1970-01-01 was a Thursday. */
    static long weeks(long ticks) {
        return Math.floorDiv(days(ticks) + 4, 7);
    }

    /** Months since January 32,000 years before year 0; never negative. */
    static long months(long ticks) {
        return monthsOfDay(days(ticks));
    }

    /** As {@link #months}, of a day counted from 1970. */
    static long monthsOfDay(long day) {
        long shifted = day + EPOCH_DAY + YEARS_BEFORE / 400 * DAYS_PER_ERA;
        long era = shifted / DAYS_PER_ERA;
        long dayOfEra = shifted % DAYS_PER_ERA;
        long yearOfEra = yearOfEra(dayOfEra);
        return (era * 400 + yearOfEra) * 12 + monthFromMarch(dayOfEra, yearOfEra) + 2;
    }

    /** The year, 1 BC as 0. */
    static long year(long ticks) {
        return months(ticks) / 12 - YEARS_BEFORE;
    }

    /** 1 to 12. */
    static int month(long ticks) {
        return (int) (months(ticks) % 12) + 1;
    }

    /** 1 to 31. */
    static int day(long ticks) {
        long dayOfEra = Math.floorMod(days(ticks) + EPOCH_DAY, DAYS_PER_ERA);
        long yearOfEra = yearOfEra(dayOfEra);
        long monthFromMarch = monthFromMarch(dayOfEra, yearOfEra);
        return (int) (dayOfYear(dayOfEra, yearOfEra) - (153 * monthFromMarch + 2) / 5) + 1;
    }

    /** The month of a year, 1 to 12, as {@link #months} counts. */
    static long monthOf(long year, long month) {
        return (year + YEARS_BEFORE) * 12 + month - 1;
    }

    /** The first day of a month that {@link #months} counts, from 1970 on. */
    static long firstDay(long months) {
        long monthsFromMarch = months - 2;
        long year = Math.floorDiv(monthsFromMarch, 12);
        long monthFromMarch = Math.floorMod(monthsFromMarch, 12);
        long era = Math.floorDiv(year, 400);
        long yearOfEra = Math.floorMod(year, 400);
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + (153 * monthFromMarch + 2) / 5;
        return era * DAYS_PER_ERA + dayOfEra - EPOCH_DAY - YEARS_BEFORE / 400 * DAYS_PER_ERA;
    }

    private static long yearOfEra(long dayOfEra) {
        return (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    }

    private static long dayOfYear(long dayOfEra, long yearOfEra) {
        return dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    }

    private static long monthFromMarch(long dayOfEra, long yearOfEra) {
        return (5 * dayOfYear(dayOfEra, yearOfEra) + 2) / 153;
    }
}
