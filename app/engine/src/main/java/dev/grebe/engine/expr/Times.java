package dev.grebe.engine.expr;

import dev.grebe.plan.DatePart;
import dev.grebe.plan.Function;
import dev.grebe.plan.Period;
import dev.grebe.plan.Ticks;

/** Functions that give times and parts of them. A time outside of the years 1 to 9999 is null. */
final class Times {
    private static final long FIRST_DAY = Ticks.YEAR_ONE / Ticks.PER_DAY;
    /** Behind the last one. */
    private static final long DAYS_END = Ticks.YEAR_TEN_THOUSAND / Ticks.PER_DAY;

    /** More days, weeks, months or years than lie between any two times: sums of these stay far from 64 bits. */
    private static final long MOST_PERIODS = 100_000_000;

    private static final long SUNDAYS = 4;
    private static final long DAYS_A_WEEK = 7;
    private static final long NANOS_PER_TICK = 100;
    private static final double NANOS_PER_TICK_REAL = 100;

    private Times() {}

    /** The time, or null. */
    static void set(long ticks, int row, LongResults results) {
        Arithmetic.set(ticks >= Ticks.YEAR_ONE && ticks < Ticks.YEAR_TEN_THOUSAND, ticks, row, results);
    }

    /** The beginning of the period of a time, so many periods later. */
    static Evaluator start(Period period, Operand time, Operand offset) {
        return Strict.longs(time, offset, (t, n, row, results) -> {
            long day = firstDay(period, t, n);
            boolean fits = day >= FIRST_DAY && day < DAYS_END;
            Arithmetic.set(fits, fits ? day * Ticks.PER_DAY : 0, row, results);
        });
    }

    /** The last tick of the period of a time, so many periods later. */
    static Evaluator end(Period period, Operand time, Operand offset) {
        return Strict.longs(time, offset, (t, n, row, results) -> {
            long next = n == Long.MAX_VALUE ? DAYS_END + 1 : firstDay(period, t, n + 1);
            boolean fits = next > FIRST_DAY && next <= DAYS_END;
            Arithmetic.set(fits, fits ? next * Ticks.PER_DAY - 1 : 0, row, results);
        });
    }

    /** From 1970; outside of the years 1 to 9999 any other day outside of them. */
    private static long firstDay(Period period, long ticks, long offset) {
        if (offset > MOST_PERIODS || offset < -MOST_PERIODS) {
            return Long.MAX_VALUE;
        }
        return switch (period) {
            case DAY -> Calendar.days(ticks) + offset;
            case WEEK -> (Calendar.weeks(ticks) + offset) * DAYS_A_WEEK - SUNDAYS;
            case MONTH -> Calendar.firstDay(Calendar.months(ticks) + offset);
            case YEAR -> Calendar.firstDay((Calendar.months(ticks) / 12 + offset) * 12);
            case QUARTER, HOUR, MINUTE, SECOND, MILLISECOND, MICROSECOND, NANOSECOND ->
                throw new IllegalArgumentException("no function begins with a " + period);
        };
    }

    /** {@link Function#DATETIME_ADD}. */
    static Evaluator moved(Period period, Operand count, Operand time) {
        return switch (period) {
            case YEAR -> movedByMonths(12, count, time);
            case QUARTER -> movedByMonths(3, count, time);
            case MONTH -> movedByMonths(1, count, time);
            case NANOSECOND ->
                Strict.longs(
                        count, time, (n, t, row, results) -> setSum(t, Math.floorDiv(n, NANOS_PER_TICK), row, results));
            case WEEK, DAY, HOUR, MINUTE, SECOND, MILLISECOND, MICROSECOND ->
                Strict.longs(count, time, (n, t, row, results) -> {
                    long span = n * period.ticks();
                    if (Math.multiplyHigh(n, period.ticks()) == span >> 63) {
                        setSum(t, span, row, results);
                    } else {
                        results.setNull(row);
                    }
                });
        };
    }

    private static void setSum(long time, long span, int row, LongResults results) {
        long sum = time + span;
        if (((time ^ sum) & (span ^ sum)) < 0) {
            results.setNull(row);
        } else {
            set(sum, row, results);
        }
    }

    private static Evaluator movedByMonths(long months, Operand count, Operand time) {
        return Strict.longs(count, time, (n, t, row, results) -> {
            if (n > MOST_PERIODS || n < -MOST_PERIODS) {
                results.setNull(row);
                return;
            }
            long month = Calendar.months(t) + n * months;
            long first = Calendar.firstDay(month);
            long last = Calendar.firstDay(month + 1) - 1;
            long day = Math.min(first + Calendar.day(t) - 1, last);
            boolean fits = day >= FIRST_DAY && day < DAYS_END;
            Arithmetic.set(fits, fits ? day * Ticks.PER_DAY + Math.floorMod(t, Ticks.PER_DAY) : 0, row, results);
        });
    }

    /** {@link Function#DATETIME_PART}. */
    static Evaluator part(DatePart part, Operand time) {
        return Strict.longs(time, (t, row, results) -> results.set(row, part(part, t)));
    }

    private static long part(DatePart part, long ticks) {
        long fraction = Math.floorMod(ticks, Ticks.PER_SECOND);
        long second = Math.floorMod(Math.floorDiv(ticks, Ticks.PER_SECOND), 86_400L);
        return switch (part) {
            case YEAR -> Calendar.year(ticks);
            case QUARTER -> (Calendar.month(ticks) + 2) / 3;
            case MONTH -> Calendar.month(ticks);
            case WEEK_OF_YEAR -> weekOfYear(Calendar.days(ticks));
            case DAY -> Calendar.day(ticks);
            case DAYOFYEAR -> dayOfYear(Calendar.days(ticks));
            case HOUR -> second / 3_600;
            case MINUTE -> second / 60 % 60;
            case SECOND -> second % 60;
            case MILLISECOND -> fraction / Ticks.PER_MILLISECOND;
            case MICROSECOND -> fraction / 10;
            case NANOSECOND -> fraction * NANOS_PER_TICK;
        };
    }

    private static long dayOfYear(long day) {
        return day - Calendar.firstDay(Calendar.monthsOfDay(day) / 12 * 12) + 1;
    }

    /** That of the Thursday of a week from Monday to Sunday: 1970-01-01 was a Thursday. */
    private static long weekOfYear(long day) {
        long thursday = day - Math.floorMod(day + 3, DAYS_A_WEEK) + 3;
        return (dayOfYear(thursday) - 1) / DAYS_A_WEEK + 1;
    }

    /** {@link Function#DAY_OF_WEEK}. */
    static Evaluator dayOfWeek(Operand time) {
        return Strict.longs(
                time,
                (t, row, results) ->
                        results.set(row, Math.floorMod(Calendar.days(t) + SUNDAYS, DAYS_A_WEEK) * Ticks.PER_DAY));
    }

    /** Whole numbers of so many ticks since 1970. */
    static Evaluator fromUnix(long unit, Operand count) {
        return Strict.longs(count, (n, row, results) -> {
            if (Math.multiplyHigh(n, unit) == n * unit >> 63) {
                set(n * unit, row, results);
            } else {
                results.setNull(row);
            }
        });
    }

    /** Doubles of so many ticks since 1970. */
    static Evaluator fromUnixReal(double unit, Operand count) {
        return Strict.longsOfDouble(count, (n, row, results) -> setReal(Math.rint(n * unit), row, results));
    }

    static Evaluator fromUnixNanos(Operand count) {
        return Strict.longs(count, (n, row, results) -> set(Math.floorDiv(n, NANOS_PER_TICK), row, results));
    }

    static Evaluator fromUnixNanosReal(Operand count) {
        return Strict.longsOfDouble(
                count, (n, row, results) -> setReal(Math.floor(n / NANOS_PER_TICK_REAL), row, results));
    }

    /** NaN is no time; doubles hold both ends exactly. */
    private static void setReal(double ticks, int row, LongResults results) {
        boolean fits = ticks >= Ticks.YEAR_ONE && ticks < Ticks.YEAR_TEN_THOUSAND;
        Arithmetic.set(fits, (long) ticks, row, results);
    }

    /** Whether there is such a day in the years 0 to 9999. */
    static boolean isDate(long year, long month, long day) {
        boolean isMonth = year >= 0 && year <= 9_999 && month >= 1 && month <= 12;
        if (!isMonth || day < 1) {
            return false;
        }
        long first = Calendar.firstDay(Calendar.monthOf(year, month));
        return day <= Calendar.firstDay(Calendar.monthOf(year, month) + 1) - first;
    }

    /** From 1970. */
    static long day(long year, long month, long day) {
        return Calendar.firstDay(Calendar.monthOf(year, month)) + day - 1;
    }
}
