package dev.grebe.testing;

import dev.grebe.plan.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The calendar. */
final class NaiveTime {
    static final long SECOND = 10_000_000;
    static final long HOUR = 3_600 * SECOND;
    static final long DAY = 24 * HOUR;
    static final long YEAR_1 = LocalDate.of(1, 1, 1).toEpochDay() * DAY;
    private static final long YEAR_10000 = LocalDate.of(10_000, 1, 1).toEpochDay() * DAY;
    /** More of any calendar unit than lie between any two times of 64 bits. */
    private static final BigInteger TOO_MANY = BigInteger.valueOf(100_000_000);

    private NaiveTime() {}

    /** How many boundaries of the period lie between, from the second time to the first. */
    static @Nullable Long boundaries(String period, long first, long second) {
        BigInteger difference = BigInteger.valueOf(first).subtract(BigInteger.valueOf(second));
        return switch (period.toLowerCase(Locale.ROOT)) {
            case "year" -> year(first) - year(second);
            case "quarter" -> quarter(first) - quarter(second);
            case "month" -> month(first) - month(second);
            case "week" -> week(first) - week(second);
            case "nanosecond" -> fitting(difference.multiply(BigInteger.valueOf(100)), Type.LONG);
            default -> {
                long ticks = ticks(period);
                yield Math.floorDiv(first, ticks) - Math.floorDiv(second, ticks);
            }
        };
    }

    /** {@code datetime_add}. */
    static @Nullable Long moved(String period, long number, long time) {
        return switch (period.toLowerCase(Locale.ROOT)) {
            case "year" -> movedMonths(number, 12, time);
            case "quarter" -> movedMonths(number, 3, time);
            case "month" -> movedMonths(number, 1, time);
            case "nanosecond" -> moved(BigInteger.valueOf(Math.floorDiv(number, 100L)), time);
            default -> moved(BigInteger.valueOf(number).multiply(BigInteger.valueOf(ticks(period))), time);
        };
    }

    private static @Nullable Long movedMonths(long number, int months, long time) {
        BigInteger by = BigInteger.valueOf(number).multiply(BigInteger.valueOf(months));
        if (by.abs().compareTo(TOO_MANY) > 0) {
            return null;
        }
        // plusMonths takes the last day of a month that is shorter.
        LocalDate date = date(time).plusMonths(by.longValueExact());
        return midnight(date, Math.floorMod(time, DAY));
    }

    private static @Nullable Long moved(BigInteger ticks, long time) {
        boolean fits = ticks.bitLength() < Long.SIZE;
        return fits ? fitting(BigInteger.valueOf(time).add(ticks), Type.TIMESTAMP) : null;
    }

    /** {@code datetime_part}. */
    static long part(String part, long time) {
        LocalDate date = date(time);
        long inDay = Math.floorMod(time, DAY);
        return switch (part.toLowerCase(Locale.ROOT)) {
            case "year" -> date.getYear();
            case "quarter" -> (date.getMonthValue() + 2) / 3;
            case "month" -> date.getMonthValue();
            case "week_of_year" -> date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case "day" -> date.getDayOfMonth();
            case "dayofyear" -> date.getDayOfYear();
            case "hour" -> inDay / HOUR;
            case "minute" -> inDay / (60 * SECOND) % 60;
            case "second" -> inDay / SECOND % 60;
            case "millisecond" -> inDay % SECOND / 10_000;
            case "microsecond" -> inDay % SECOND / 10;
            case "nanosecond" -> inDay % SECOND * 100;
            default -> throw new IllegalArgumentException("no part " + part);
        };
    }

    /** {@code startofday} and so on: of the unit that many units later. */
    static @Nullable Long start(String unit, long time, BigInteger later) {
        return later.abs().compareTo(TOO_MANY) > 0 ? null : midnight(first(unit, time, later.longValueExact()), 0);
    }

    /** {@code endofday} and so on: a tick before the next unit starts. */
    static @Nullable Long end(String unit, long time, BigInteger later) {
        return later.abs().compareTo(TOO_MANY) > 0 ? null : midnight(first(unit, time, later.longValueExact() + 1), -1);
    }

    private static LocalDate first(String unit, long time, long later) {
        LocalDate date = date(time);
        return switch (unit) {
            case "day" -> date.plusDays(later);
            case "week" -> date.minusDays(sinceSunday(date)).plusWeeks(later);
            case "month" -> date.withDayOfMonth(1).plusMonths(later);
            case "year" -> date.withDayOfYear(1).plusYears(later);
            default -> throw new IllegalArgumentException("no unit " + unit);
        };
    }

    static long dayOfWeek(long time) {
        return sinceSunday(date(time)) * DAY;
    }

    private static long sinceSunday(LocalDate date) {
        return date.getDayOfWeek().getValue() % 7;
    }

    /** {@code make_datetime}. */
    static @Nullable Long made(NaiveArgs args) {
        double second = args.real(5);
        boolean isTime = isWithin(args.whole(3), 0, 23) && isWithin(args.whole(4), 0, 59) && second >= 0 && second < 60;
        if (!isTime || !isDate(args.whole(0), args.whole(1), args.whole(2))) {
            return null;
        }
        LocalDate date = LocalDate.of((int) args.whole(0), (int) args.whole(1), (int) args.whole(2));
        long ticks = new BigDecimal(second * SECOND)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
        return midnight(date, args.whole(3) * HOUR + args.whole(4) * 60 * SECOND + ticks);
    }

    /** Whether there is such a day in the years 1 to 9999. */
    static boolean isDate(long year, long month, long day) {
        return isWithin(year, 1, 9999)
                && isWithin(month, 1, 12)
                && isWithin(day, 1, YearMonth.of((int) year, (int) month).lengthOfMonth());
    }

    private static boolean isWithin(long value, long least, long most) {
        return value >= least && value <= most;
    }

    static @Nullable Long fromUnix(NaiveArgs args, long ticks) {
        return args.type(0) == Type.DOUBLE
                ? NaiveNumbers.nearest(args.real(0) * ticks, Type.TIMESTAMP)
                : fitting(args.integer(0).multiply(BigInteger.valueOf(ticks)), Type.TIMESTAMP);
    }

    static @Nullable Long fromUnixNanoseconds(NaiveArgs args) {
        return args.type(0) == Type.DOUBLE
                ? NaiveNumbers.nearest(Math.floor(args.real(0) / 100), Type.TIMESTAMP)
                : fitting(BigInteger.valueOf(Math.floorDiv(args.whole(0), 100L)), Type.TIMESTAMP);
    }

    /** Ticks of a period of fixed length. */
    private static long ticks(String period) {
        return switch (period.toLowerCase(Locale.ROOT)) {
            case "week" -> 7 * DAY;
            case "day" -> DAY;
            case "hour" -> HOUR;
            case "minute" -> 60 * SECOND;
            case "second" -> SECOND;
            case "millisecond" -> SECOND / 1_000;
            case "microsecond" -> SECOND / 1_000_000;
            default -> throw new IllegalArgumentException("no period " + period);
        };
    }

    private static long year(long time) {
        return date(time).getYear();
    }

    private static long quarter(long time) {
        return Math.floorDiv(month(time), 3L);
    }

    /** Months since year 0. */
    private static long month(long time) {
        return 12L * date(time).getYear() + date(time).getMonthValue() - 1;
    }

    /** 1970 began on a Thursday: the fifth day of a week that began on a Sunday. */
    private static long week(long time) {
        return Math.floorDiv(Math.floorDiv(time, DAY) + 4, 7L);
    }

    static LocalDate date(long time) {
        return LocalDate.ofEpochDay(Math.floorDiv(time, DAY));
    }

    /** So many ticks after the day begins. */
    static @Nullable Long midnight(LocalDate date, long ticks) {
        BigInteger begins = BigInteger.valueOf(date.toEpochDay()).multiply(BigInteger.valueOf(DAY));
        return fitting(begins.add(BigInteger.valueOf(ticks)), Type.TIMESTAMP);
    }

    static @Nullable Long fitting(BigInteger value, Type type) {
        boolean fits = value.bitLength() < Long.SIZE;
        boolean isYear =
                type != Type.TIMESTAMP || fits && value.longValue() >= YEAR_1 && value.longValue() < YEAR_10000;
        return fits && isYear ? value.longValue() : null;
    }
}
