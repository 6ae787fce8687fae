package dev.grebe.testing;

import static dev.grebe.plan.Expressions.literal;
import static dev.grebe.plan.Type.DURATION;
import static dev.grebe.plan.Type.LONG;
import static dev.grebe.plan.Type.TIMESTAMP;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import dev.grebe.plan.Ticks;
import dev.grebe.testing.FunctionExamples.Example;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What functions of times give at their edges. */
final class TimeEdges {
    private static final Expr NO_TIME = literal(null, TIMESTAMP);
    private static final Expr NO_LONG = literal(null, LONG);
    private static final long LEAST = Long.MIN_VALUE;
    private static final long MOST = Long.MAX_VALUE;
    private static final String LAST = "9999-12-31T23:59:59.9999999Z";
    private static final String FIRST = "0001-01-01T00:00:00Z";

    private final List<Example> examples = new ArrayList<>();

    private TimeEdges() {
        starts();
        ends();
        moves();
        parts();
        unixTimes();
        madeTimes();
        formattedTimes();
        formattedSpans();
        readIso();
        readNamed();
        readZones();
        readSpans();
    }

    static List<Example> all() {
        return new TimeEdges().examples;
    }

    private void starts() {
        is(Function.START_OF_DAY, ticks("1969-12-31T00:00:00Z"), at("1969-12-31T23:59:59.9999999Z"), 0);
        is(Function.START_OF_DAY, null, at(FIRST), -1);
        is(Function.START_OF_DAY, null, at(LAST), 1);
        is(Function.START_OF_DAY, null, at(FIRST), LEAST);
        is(Function.START_OF_DAY, null, at(FIRST), NO_LONG);
        is(Function.START_OF_WEEK, ticks("2020-02-23T00:00:00Z"), at("2020-02-29T23:00:00Z"), 0);
        is(Function.START_OF_WEEK, null, at(FIRST), 0);
        is(Function.START_OF_WEEK, null, at("2020-01-01T00:00:00Z"), MOST);
        is(Function.START_OF_MONTH, ticks("2020-02-01T00:00:00Z"), at("2020-02-29T23:00:00Z"), 0);
        is(Function.START_OF_MONTH, ticks("2019-12-01T00:00:00Z"), at("2020-02-29T23:00:00Z"), -2);
        is(Function.START_OF_MONTH, ticks(FIRST), at(LAST), -119_987);
        is(Function.START_OF_MONTH, null, at(LAST), -119_988);
        is(Function.START_OF_YEAR, ticks("2000-01-01T00:00:00Z"), at("2000-12-31T23:00:00Z"), 0);
        is(Function.START_OF_YEAR, null, at("2000-12-31T23:00:00Z"), 8_000);
        is(Function.START_OF_YEAR, null, NO_TIME, 0);
    }

    private void ends() {
        is(Function.END_OF_DAY, ticks(LAST), at(LAST), 0);
        is(Function.END_OF_DAY, null, at(LAST), 1);
        is(Function.END_OF_DAY, null, at(LAST), MOST);
        is(Function.END_OF_WEEK, ticks("0001-01-06T23:59:59.9999999Z"), at(FIRST), 0);
        is(Function.END_OF_WEEK, null, at(FIRST), -1);
        is(Function.END_OF_WEEK, null, at(LAST), 0);
        is(Function.END_OF_MONTH, ticks("2020-02-29T23:59:59.9999999Z"), at("2020-01-31T00:00:00Z"), 1);
        is(Function.END_OF_MONTH, ticks("2100-02-28T23:59:59.9999999Z"), at("2100-02-01T00:00:00Z"), 0);
        is(Function.END_OF_MONTH, null, at("2020-01-31T00:00:00Z"), MOST);
        is(Function.END_OF_YEAR, ticks(LAST), at("2000-06-01T00:00:00Z"), 7_999);
        is(Function.END_OF_YEAR, null, at("2000-06-01T00:00:00Z"), 8_000);
        is(Function.END_OF_YEAR, null, NO_TIME, 0);
    }

    private void moves() {
        is(Function.DATETIME_ADD, ticks("2019-02-28T01:00:00Z"), "year", -1, at("2020-02-29T01:00:00Z"));
        is(Function.DATETIME_ADD, ticks("2020-02-29T00:00:00Z"), "Quarter", -1, at("2020-05-31T00:00:00Z"));
        is(Function.DATETIME_ADD, ticks("1900-02-28T00:00:00Z"), "month", -1, at("1900-03-31T00:00:00Z"));
        is(Function.DATETIME_ADD, ticks("2020-01-01T00:00:00Z"), "week", 1, at("2019-12-25T00:00:00Z"));
        is(Function.DATETIME_ADD, ticks("1970-01-01T00:00:00.0000001Z"), "nanosecond", 199, at("1970-01-01T00:00:00Z"));
        is(Function.DATETIME_ADD, ticks("1969-12-31T23:59:59.9999999Z"), "nanosecond", -1, at("1970-01-01T00:00:00Z"));
        is(Function.DATETIME_ADD, ticks(LAST), "microsecond", 0, at(LAST));
        is(Function.DATETIME_ADD, null, "microsecond", 1, at(LAST));
        is(Function.DATETIME_ADD, null, "hour", MOST, at(FIRST));
        is(Function.DATETIME_ADD, null, "millisecond", LEAST, at(FIRST));
        is(Function.DATETIME_ADD, null, "month", MOST, at(FIRST));
        is(Function.DATETIME_ADD, null, "year", LEAST, at(FIRST));
        is(Function.DATETIME_ADD, null, "day", NO_LONG, at(FIRST));
        is(Function.DATETIME_ADD, null, "day", 1, NO_TIME);
    }

    private void parts() {
        Expr before = at("1969-12-31T23:59:59.9999999Z");
        is(Function.DATETIME_PART, 1969L, "YEAR", before);
        is(Function.DATETIME_PART, 4L, "quarter", before);
        is(Function.DATETIME_PART, 365L, "dayofyear", before);
        is(Function.DATETIME_PART, 23L, "hour", before);
        is(Function.DATETIME_PART, 999L, "millisecond", before);
        is(Function.DATETIME_PART, 999_999_900L, "nanosecond", before);
        is(Function.DATETIME_PART, 366L, "dayOfYear", at("2000-12-31T00:00:00Z"));
        is(Function.DATETIME_PART, 53L, "week_of_year", at("2021-01-03T00:00:00Z"));
        is(Function.DATETIME_PART, 1L, "week_of_year", at("2018-12-31T00:00:00Z"));
        is(Function.DATETIME_PART, 1L, "week_of_year", at(FIRST));
        is(Function.DATETIME_PART, 52L, "week_of_year", at(LAST));
        is(Function.DAY_OF_WEEK, Ticks.of(Duration.ofDays(1)), at(FIRST));
        is(Function.DAY_OF_WEEK, Ticks.of(Duration.ofDays(3)), before);
        is(Function.DAY_OF_WEEK, null, NO_TIME);
    }

    private void unixTimes() {
        is(Function.FROM_UNIX_SECONDS, ticks("9999-12-31T23:59:59Z"), 253_402_300_799L);
        is(Function.FROM_UNIX_SECONDS, null, 253_402_300_800L);
        is(Function.FROM_UNIX_SECONDS, null, MOST);
        is(Function.FROM_UNIX_SECONDS, ticks(FIRST), -62_135_596_800L);
        is(Function.FROM_UNIX_SECONDS, null, -62_135_596_801L);
        is(Function.FROM_UNIX_SECONDS, 2L, 2.5e-7);
        is(Function.FROM_UNIX_SECONDS, null, Double.NaN);
        is(Function.FROM_UNIX_SECONDS, null, 253_402_300_800.0);
        is(Function.FROM_UNIX_MILLISECONDS, ticks("1969-12-31T23:59:59.9990000Z"), -1);
        is(Function.FROM_UNIX_MILLISECONDS, 15_000L, 1.5);
        is(Function.FROM_UNIX_MILLISECONDS, null, LEAST);
        is(Function.FROM_UNIX_MICROSECONDS, ticks("2262-04-11T23:47:16.8547750Z"), 9_223_372_036_854_775L);
        is(Function.FROM_UNIX_MICROSECONDS, -15L, -1.5);
        is(Function.FROM_UNIX_MICROSECONDS, null, MOST);
        is(Function.FROM_UNIX_NANOSECONDS, -1L, -1);
        is(Function.FROM_UNIX_NANOSECONDS, ticks("1677-09-21T00:12:43.1452241Z"), LEAST);
        is(Function.FROM_UNIX_NANOSECONDS, -1L, -0.5);
        is(Function.FROM_UNIX_NANOSECONDS, null, Double.POSITIVE_INFINITY);
    }

    private void madeTimes() {
        is(Function.MAKE_DATETIME, ticks("2020-02-29T23:59:59.5000000Z"), 2020, 2, 29, 23, 59, 59.5);
        is(Function.MAKE_DATETIME, ticks("2020-03-01T00:00:00Z"), 2020, 2, 29, 23, 59, 59.99999999);
        is(Function.MAKE_DATETIME, null, 9999, 12, 31, 23, 59, 59.99999999);
        is(Function.MAKE_DATETIME, null, 0, 1, 1, 0, 0, 0.0);
        is(Function.MAKE_DATETIME, null, 1900, 2, 29, 0, 0, 0.0);
        is(Function.MAKE_DATETIME, null, 2020, 1, 1, 24, 0, 0.0);
        is(Function.MAKE_DATETIME, null, 2020, 1, 1, 0, 60, 0.0);
        is(Function.MAKE_DATETIME, null, 2020, 1, 1, 0, 0, 60.0);
        is(Function.MAKE_DATETIME, null, 2020, 1, 1, 0, 0, -0.1);
        is(Function.MAKE_DATETIME, null, 2020, 1, 1, 0, 0, Double.NaN);
        is(Function.MAKE_DATETIME, null, LEAST, MOST, 1, 0, 0, 0.0);
        is(Function.MAKE_DATETIME, null, 2020, NO_LONG, 1, 0, 0, 0.0);
    }

    private void formattedTimes() {
        Expr midnight = at("2005-03-07T00:04:09.0000001Z");
        is(Function.FORMAT_DATETIME, "5-05-2005", midnight, "y-yy-yyyy");
        is(Function.FORMAT_DATETIME, "7/07 3/03", midnight, "d/dd M/MM");
        is(Function.FORMAT_DATETIME, "12 12 0 00 AM", midnight, "h hh H HH tt");
        is(Function.FORMAT_DATETIME, "4 04 9 09", midnight, "m mm s ss");
        is(Function.FORMAT_DATETIME, "0000001 0000001 []", midnight, "fffffff FFFFFFF [FFF]");
        is(Function.FORMAT_DATETIME, "12:00 PM.05", at("2005-03-07T12:00:00.0500000Z"), "hh:mm tt.FFFF");
        is(Function.FORMAT_DATETIME, "0001", at(FIRST), "yyyy");
        is(Function.FORMAT_DATETIME, "", at(FIRST), "");
        is(Function.FORMAT_DATETIME, "", NO_TIME, "yyyy");
    }

    private void formattedSpans() {
        Expr span = literal(Duration.ofDays(-1).minusHours(2).minusNanos(100));
        is(Function.FORMAT_TIMESPAN, "-1.02:00:00.0000001", span, "d.hh:mm:ss.fffffff");
        is(Function.FORMAT_TIMESPAN, "-00000001 2", span, "dddddddd H");
        is(Function.FORMAT_TIMESPAN, "-0", literal(Duration.ofNanos(-100)), "s");
        is(Function.FORMAT_TIMESPAN, "-10675199.02:48:05.4775808", literal(LEAST, DURATION), "d.hh:mm:ss.fffffff");
        is(Function.FORMAT_TIMESPAN, "", literal(null, DURATION), "d");
    }

    private void readIso() {
        time("2020-02-29T00:00:00Z", "2020-2-29");
        time("2020-02-09T03:04:00Z", "2020-2-9T3:04");
        time("2020-01-01T23:59:59.9999999Z", "2020-01-01 23:59:59.99999999999Z");
        noTime("2021-02-29");
        noTime("2020-00-01");
        noTime("2020-01-00");
        noTime("20-01-01");
        noTime("2020-001-01");
        noTime("2020-01-01T");
        noTime("2020-01-01T24:00");
        noTime("2020-01-01T1:2");
        noTime("2020-01-01T10:60");
        noTime("2020-01-01T10:00:60");
        noTime("2020-01-01T10:00:00.");
        noTime("2020-01-01T10:00:5");
        noTime("2020-01-01  10:00");
        noTime("2020-01-01t10:00");
        noTime("0000-01-01");
        noTime("2020-01-01T10:00 ");
        is(Function.TO_DATETIME, null, "\u0662\u0660\u0662\u0660-01-01");
    }

    private void readNamed() {
        time("1970-11-08T15:05:00Z", "8 nov 70 15:05");
        time("2069-11-08T15:05:00Z", "8 NOV 69 15:05");
        time("1969-11-08T15:05:00Z", "Mon, 8 Nov 1969 15:05");
        time("2014-05-08T15:05:00Z", "FRIDAY, 08-May-14 15:05 GMT");
        time("2014-11-08T00:00:00Z", "11-8-2014");
        time("2014-11-08T01:02:03.4000000Z", "11/08/2014 1:02:03.4");
        noTime("8 Nov 14");
        noTime("8 November 14 15:05");
        noTime("8 Nox 14 15:05");
        noTime("8 Nov 145 15:05");
        noTime("Sat 8 Nov 14 15:05");
        noTime("Sams, 8 Nov 14 15:05");
        noTime("8 Nov-14 15:05");
        noTime("31 Apr 14 15:05");
        noTime("25/12/2014");
        noTime("11/8-2014");
        noTime("11/8/14");
        noTime("11/8/2014T10:00");
    }

    private void readZones() {
        time("2020-01-01T08:30:00Z", "2020-01-01T10:00+01:30");
        time("2020-01-02T00:00:00Z", "2020-01-01T10:00:00.0-14:00");
        time(FIRST, "0001-01-01T01:00+01:00");
        noTime("0001-01-01T00:00+00:01");
        noTime("9999-12-31T23:59:59-00:01");
        noTime("2020-01-01T10:00+14:01");
        noTime("2020-01-01T10:00+0100");
        noTime("2020-01-01T10:00+1:00");
        noTime("2020-01-01T10:00z");
        noTime("2020-01-01T10:00GMT");
        noTime("2020-01-01T10:00 UTC");
        noTime("2020-01-01Z");
    }

    private void readSpans() {
        span(Ticks.of(Duration.ofHours(-3)), "-03:00:00");
        span(Ticks.of(Duration.parse("P1DT2H3M4.5S")), "1.2:03:04.5");
        span(1L, "00:00:00.00000019");
        span(MOST, "10675199.02:48:05.4775807");
        span(LEAST, "-10675199.02:48:05.4775808");
        span(null, "10675199.02:48:05.4775808");
        span(null, "99999999999999999999.00:00:00");
        span(null, "24:00:00");
        span(null, "00:60:00");
        span(null, "00:00:60");
        span(null, "00:00");
        span(null, "0:0:0");
        span(null, "00:00:00.");
        span(null, ".00:00:00");
        span(null, "+00:00:00");
        span(null, "1.1.00:00:00");
        span(null, "1:00:00:00");
    }

    private void time(String iso, String text) {
        is(Function.TO_DATETIME, ticks(iso), text);
    }

    private void noTime(String text) {
        is(Function.TO_DATETIME, null, text);
    }

    private void span(@Nullable Long ticks, String text) {
        is(Function.TO_TIMESPAN, ticks, text);
    }

    private static Expr at(String iso) {
        return literal(Instant.parse(iso));
    }

    private static long ticks(String iso) {
        return Ticks.of(Instant.parse(iso));
    }

    private void is(Function function, @Nullable Object value, Object... args) {
        examples.add(Example.of(value, function, args));
    }
}
