package dev.grebe.kql;

import dev.grebe.plan.Ticks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what may stand in {@code datetime(..)} and {@code timespan(..)}: see {@code Function.TO_DATETIME}, {@code TO_TIMESPAN}. */
final class TimeText {
    private static final Map<String, Long> UNITS = units();
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS =
            List.of("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday");
    private static final int MOST_ZONE_HOURS = 14;

    private final String text;
    private int at;
    private int year;
    private int month;
    private int day;
    private long ofDay;
    private long zone;

    private TimeText(String text) {
        this.text = text;
    }

    /** Nanoseconds of a unit; 0 if it is none. */
    static long unit(String name) {
        return UNITS.getOrDefault(name, 0L);
    }

    private static Map<String, Long> units() {
        Map<String, Long> units = new HashMap<>();
        put(units, 86_400_000_000_000L, "d", "day", "days");
        put(units, 3_600_000_000_000L, "h", "hr", "hrs", "hour", "hours");
        put(units, 60_000_000_000L, "m", "min", "minute", "minutes");
        put(units, 1_000_000_000L, "s", "sec", "second", "seconds");
        put(units, 1_000_000L, "ms", "milli", "millis", "millisec", "millisecond", "milliseconds");
        put(units, 1_000L, "micro", "micros", "microsec", "microsecond", "microseconds");
        put(units, 100L, "tick", "ticks");
        put(units, 1L, "nano", "nanos", "nanosec", "nanosecond", "nanoseconds");
        return Map.copyOf(units);
    }

    private static void put(Map<String, Long> units, long nanos, String... names) {
        for (String name : names) {
            units.put(name, nanos);
        }
    }

    /** Ticks of a number and a unit; empty if they are not whole, or too many. */
    static Optional<Long> span(String number, String unit) {
        try {
            BigDecimal nanos = new BigDecimal(number).multiply(BigDecimal.valueOf(unit(unit)));
            return Optional.of(nanos.movePointLeft(2).longValueExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Ticks of {@code [-][d.]hh:mm:ss[.f]}. */
    static Optional<Long> span(String text) {
        TimeText reader = new TimeText(text);
        boolean negative = reader.take("-");
        int start = reader.at;
        int days = reader.digits(1, 8);
        if (days < 0 || !reader.take(".")) {
            days = 0;
            reader.at = start;
        }
        if (!reader.clock(true) || reader.at < text.length()) {
            return Optional.empty();
        }
        BigDecimal ticks = BigDecimal.valueOf(days)
                .multiply(BigDecimal.valueOf(Ticks.PER_DAY))
                .add(BigDecimal.valueOf(reader.ofDay));
        try {
            return Optional.of((negative ? ticks.negate() : ticks).longValueExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Ticks since 1970. */
    static Optional<Long> timestamp(String text) {
        TimeText reader = new TimeText(text);
        boolean reads = reader.isoDate() && reader.timeOfDay("T", " ")
                || reader.fromStart().americanDate() && reader.timeOfDay(" ")
                || reader.fromStart().namedDate() && reader.at < text.length() && reader.timeOfDay(" ");
        return reads ? reader.timestamp() : Optional.empty();
    }

    private Optional<Long> timestamp() {
        if (year < 1
                || month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return Optional.empty();
        }
        long ticks = LocalDate.of(year, month, day).toEpochDay() * Ticks.PER_DAY + ofDay - zone;
        return ticks >= Ticks.YEAR_ONE && ticks < Ticks.YEAR_TEN_THOUSAND ? Optional.of(ticks) : Optional.empty();
    }

    private TimeText fromStart() {
        at = 0;
        ofDay = 0;
        zone = 0;
        return this;
    }

    private boolean isoDate() {
        year = digits(4, 4);
        boolean reads = year >= 0 && take("-");
        month = reads ? digits(1, 2) : -1;
        reads = month >= 0 && take("-");
        day = reads ? digits(1, 2) : -1;
        return day >= 0;
    }

    private boolean americanDate() {
        month = digits(1, 2);
        String separator = text.startsWith("/", at) ? "/" : "-";
        boolean reads = month >= 0 && take(separator);
        day = reads ? digits(1, 2) : -1;
        reads = day >= 0 && take(separator);
        year = reads ? digits(4, 4) : -1;
        return year >= 0;
    }

    private boolean namedDate() {
        int comma = text.indexOf(", ");
        if (comma >= 0) {
            String name = lower(text.substring(0, comma));
            if (DAYS.stream()
                    .noneMatch(
                            known -> known.equals(name) || known.substring(0, 3).equals(name))) {
                return false;
            }
            at = comma + 2;
        }
        day = digits(1, 2);
        String separator = text.startsWith("-", at) ? "-" : " ";
        if (day < 0 || !take(separator) || at + 3 > text.length()) {
            return false;
        }
        month = MONTHS.indexOf(lower(text.substring(at, at + 3))) + 1;
        at += 3;
        if (month == 0 || !take(separator)) {
            return false;
        }
        int start = at;
        year = digits(2, 4);
        boolean isShort = at == start + 2;
        year += isShort ? (year < 70 ? 2000 : 1900) : 0;
        return isShort || at == start + 4;
    }

    /** The end, or one of the separators, a time of day and a zone. */
    private boolean timeOfDay(String... separators) {
        if (at == text.length()) {
            return true;
        }
        boolean separated = false;
        for (String separator : separators) {
            separated = separated || take(separator);
        }
        return separated && clock(false) && (take("Z") || take(" GMT") || zone()) && at == text.length();
    }

    private boolean zone() {
        if (at == text.length()) {
            return true;
        }
        boolean west = text.startsWith("-", at);
        if (!west && !text.startsWith("+", at)) {
            return false;
        }
        at++;
        int hours = digits(2, 2);
        int minutes = hours >= 0 && take(":") ? digits(2, 2) : -1;
        zone = (hours * 60L + minutes) * 60 * Ticks.PER_SECOND * (west ? -1 : 1);
        return minutes >= 0 && minutes < 60 && hours * 60 + minutes <= MOST_ZONE_HOURS * 60;
    }

    /** {@code H:mm[:ss[.f]]}. */
    private boolean clock(boolean withSeconds) {
        int hours = digits(1, 2);
        int minutes = hours >= 0 && take(":") ? digits(2, 2) : -1;
        boolean hasSeconds = minutes >= 0 && take(":");
        int seconds = hasSeconds ? digits(2, 2) : 0;
        boolean hasFraction = hasSeconds && seconds >= 0 && take(".");
        long fraction = hasFraction ? fraction() : 0;
        ofDay = ((hours * 60L + minutes) * 60 + seconds) * Ticks.PER_SECOND + fraction;
        boolean inRange = hours <= 23 && minutes >= 0 && minutes <= 59 && seconds >= 0 && seconds <= 59;
        return inRange && fraction >= 0 && (hasSeconds || !withSeconds);
    }

    /** In ticks, digits beyond the seventh cut; -1 if there is none. */
    private long fraction() {
        long ticks = 0;
        int start = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            ticks = at - start < 7 ? ticks * 10 + (text.charAt(at) - '0') : ticks;
            at++;
        }
        for (int digits = at - start; digits < 7; digits++) {
            ticks *= 10;
        }
        return at == start ? -1 : ticks;
    }

    /** A number of so many digits; -1 if there is none. */
    private int digits(int least, int most) {
        int start = at;
        int value = 0;
        while (at < text.length() && at - start < most && isDigit(text.charAt(at))) {
            value = value * 10 + (text.charAt(at) - '0');
            at++;
        }
        return at - start < least ? -1 : value;
    }

    private boolean take(String expected) {
        boolean found = text.startsWith(expected, at);
        at += found ? expected.length() : 0;
        return found;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
