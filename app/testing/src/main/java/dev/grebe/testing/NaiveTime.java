package dev.grebe.testing;

import dev.grebe.plan.Type;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whole numbers and ticks without wrapping: everything goes through BigInteger. */
final class NaiveTime {
    static final long SECOND = 10_000_000;
    static final long DAY = 86_400 * SECOND;
    private static final long YEAR_1 = LocalDate.of(1, 1, 1).toEpochDay() * DAY;
    private static final long YEAR_10000 = LocalDate.of(10_000, 1, 1).toEpochDay() * DAY;

    private NaiveTime() {}

    static @Nullable Long sum(List<@Nullable Object> args, Type type) {
        return fitting(whole(args.get(0)).add(whole(args.get(1))), type);
    }

    static @Nullable Long difference(List<@Nullable Object> args, Type type) {
        return fitting(whole(args.get(0)).subtract(whole(args.get(1))), type);
    }

    static @Nullable Object bin(Object value, Object size, Type type) {
        if (type == Type.DOUBLE) {
            double width = (Double) size;
            return width <= 0 ? null : (Object) (Math.floor((Double) value / width) * width);
        }
        if (whole(size).signum() <= 0) {
            return null;
        }
        BigInteger origin = BigInteger.valueOf(type == Type.TIMESTAMP ? YEAR_1 : 0);
        BigInteger distance = whole(value).subtract(origin);
        // mod is never negative, so this is the multiple below.
        return fitting(distance.subtract(distance.mod(whole(size))).add(origin), type);
    }

    /** How many boundaries of the period lie between, from the second time to the first. */
    static @Nullable Long boundaries(String period, long first, long second) {
        BigInteger difference = whole(first).subtract(whole(second));
        return switch (period.toLowerCase(Locale.ROOT)) {
            case "year" -> year(first) - year(second);
            case "quarter" -> quarter(first) - quarter(second);
            case "month" -> month(first) - month(second);
            case "week" -> week(first) - week(second);
            case "day" -> between(first, second, DAY);
            case "hour" -> between(first, second, 3_600 * SECOND);
            case "minute" -> between(first, second, 60 * SECOND);
            case "second" -> between(first, second, SECOND);
            case "millisecond" -> between(first, second, SECOND / 1_000);
            case "microsecond" -> between(first, second, SECOND / 1_000_000);
            case "nanosecond" -> fitting(difference.multiply(BigInteger.valueOf(100)), Type.LONG);
            default -> throw new IllegalArgumentException("no period " + period);
        };
    }

    private static long between(long first, long second, long ticks) {
        return Math.floorDiv(first, ticks) - Math.floorDiv(second, ticks);
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

    static @Nullable Long fitting(BigInteger value, Type type) {
        boolean fits = value.bitLength() < Long.SIZE;
        boolean isYear =
                type != Type.TIMESTAMP || fits && value.longValue() >= YEAR_1 && value.longValue() < YEAR_10000;
        return fits && isYear ? value.longValue() : null;
    }

    private static BigInteger whole(@Nullable Object value) {
        return BigInteger.valueOf((Long) Objects.requireNonNull(value));
    }
}
