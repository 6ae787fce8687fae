package dev.grebe.testing;

import static dev.grebe.plan.Expressions.literal;
import static dev.grebe.plan.Function.DATETIME_ADD;
import static dev.grebe.plan.Function.DATETIME_PART;
import static dev.grebe.plan.Function.DAY_OF_WEEK;
import static dev.grebe.plan.Function.END_OF_DAY;
import static dev.grebe.plan.Function.END_OF_MONTH;
import static dev.grebe.plan.Function.END_OF_WEEK;
import static dev.grebe.plan.Function.END_OF_YEAR;
import static dev.grebe.plan.Function.FORMAT_DATETIME;
import static dev.grebe.plan.Function.FORMAT_TIMESPAN;
import static dev.grebe.plan.Function.FROM_UNIX_MICROSECONDS;
import static dev.grebe.plan.Function.FROM_UNIX_MILLISECONDS;
import static dev.grebe.plan.Function.FROM_UNIX_NANOSECONDS;
import static dev.grebe.plan.Function.FROM_UNIX_SECONDS;
import static dev.grebe.plan.Function.MAKE_DATETIME;
import static dev.grebe.plan.Function.START_OF_DAY;
import static dev.grebe.plan.Function.START_OF_MONTH;
import static dev.grebe.plan.Function.START_OF_WEEK;
import static dev.grebe.plan.Function.START_OF_YEAR;
import static java.time.Duration.ofDays;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Type;
import java.time.Duration;

/** The calendar, and times as text. */
final class TimeExamples extends ExampleTable {
    private static final Expr NOW = at("2017-01-29T21:05:09.7654321");
    private static final Expr LAST = at("9999-12-31T23:59:59.9999999");
    private static final Expr FIRST = at("0001-01-01");
    private static final Expr LATE = literal(Long.MAX_VALUE, Type.TIMESTAMP);
    private static final Expr EARLY = literal(Long.MIN_VALUE, Type.TIMESTAMP);

    TimeExamples() {
        moving();
        parts();
        starts();
        ends();
        making();
        unixTimes();
        timesAsText();
        spansAsText();
    }

    private void moving() {
        gives(ticks("2018-01-01"), DATETIME_ADD, "year", 1, at("2017-01-01"));
        gives(ticks("2021-02-28"), DATETIME_ADD, "YEAR", 1, at("2020-02-29"));
        gives(ticks("2020-02-29T12:00"), DATETIME_ADD, "month", -1, at("2020-03-31T12:00"));
        gives(ticks("2019-11-29"), DATETIME_ADD, "Quarter", -1, at("2020-02-29"));
        gives(ticks("2020-01-15"), DATETIME_ADD, "week", 2, at("2020-01-01"));
        gives(ticks("2020-03-01"), DATETIME_ADD, "day", 1, at("2020-02-29"));
        gives(ticks("1969-12-31T23:00"), DATETIME_ADD, "hour", -1, at("1970-01-01"));
        gives(ticks("2020-01-01T00:01"), DATETIME_ADD, "minute", 1, at("2020-01-01"));
        gives(ticks("2020-01-01T00:00:01"), DATETIME_ADD, "second", 1, at("2020-01-01"));
        gives(ticks("2020-01-01T00:00:00.001"), DATETIME_ADD, "millisecond", 1, at("2020-01-01"));
        gives(ticks("2020-01-01T00:00:00.000001"), DATETIME_ADD, "microsecond", 1, at("2020-01-01"));
        gives(ticks("2020-01-01T00:00:00.0000001"), DATETIME_ADD, "nanosecond", 199, at("2020-01-01"));
        gives(ticks("2019-12-31T23:59:59.9999999"), DATETIME_ADD, "nanosecond", -1, at("2020-01-01"));
        gives(null, DATETIME_ADD, "day", NO_LONG, at("2020-01-01"));
        gives(null, DATETIME_ADD, "day", 1, NO_TIME);
        gives(null, DATETIME_ADD, "day", 1, LAST);
        gives(null, DATETIME_ADD, "month", -1, FIRST);
        gives(ticks("0001-01-01"), DATETIME_ADD, "year", -9998, at("9999-01-01"));
        gives(null, DATETIME_ADD, "year", Long.MAX_VALUE, NOW);
        gives(null, DATETIME_ADD, "month", Long.MIN_VALUE, NOW);
        gives(null, DATETIME_ADD, "second", Long.MAX_VALUE, EARLY);
        gives(
                ticks("1970-01-01"),
                DATETIME_ADD,
                "microsecond",
                922337203685477580L,
                literal(-9223372036854775800L, Type.TIMESTAMP));
    }

    private void parts() {
        gives(2017, DATETIME_PART, "year", NOW);
        gives(1, DATETIME_PART, "quarter", NOW);
        gives(4, DATETIME_PART, "Quarter", at("2017-10-01"));
        gives(1, DATETIME_PART, "MONTH", NOW);
        gives(4, DATETIME_PART, "week_of_year", NOW);
        gives(53, DATETIME_PART, "week_of_year", at("2021-01-03"));
        gives(1, DATETIME_PART, "week_of_year", at("2019-12-30"));
        gives(29, DATETIME_PART, "day", NOW);
        gives(366, DATETIME_PART, "dayOfYear", at("2020-12-31"));
        gives(21, DATETIME_PART, "hour", NOW);
        gives(5, DATETIME_PART, "minute", NOW);
        gives(9, DATETIME_PART, "second", NOW);
        gives(765, DATETIME_PART, "millisecond", NOW);
        gives(765432, DATETIME_PART, "microsecond", NOW);
        gives(765432100, DATETIME_PART, "nanosecond", NOW);
        gives(23, DATETIME_PART, "hour", at("1969-12-31T23:59:59.9999999"));
        gives(999999900, DATETIME_PART, "nanosecond", at("1969-12-31T23:59:59.9999999"));
        gives(31197, DATETIME_PART, "year", LATE);
        gives(-27258, DATETIME_PART, "year", EARLY);
        gives(null, DATETIME_PART, "day", NO_TIME);
    }

    private void starts() {
        gives(ticks("2017-01-29"), START_OF_DAY, NOW, 0);
        gives(ticks("2017-01-28"), START_OF_DAY, NOW, -1);
        gives(ticks("1969-12-31"), START_OF_DAY, at("1969-12-31T23:59:59.9999999"), 0);
        gives(null, START_OF_DAY, LAST, 1);
        gives(null, START_OF_DAY, NOW, Long.MAX_VALUE);
        gives(null, START_OF_DAY, LATE, 0);
        gives(ticks("1970-01-01"), START_OF_DAY, LATE, -10675199);
        gives(null, START_OF_DAY, NOW, NO_LONG);
        gives(ticks("2017-01-29"), START_OF_WEEK, NOW, 0);
        gives(ticks("2017-01-22"), START_OF_WEEK, at("2017-01-28T23:59:59"), 0);
        gives(ticks("2017-02-05"), START_OF_WEEK, NOW, 1);
        gives(null, START_OF_WEEK, FIRST, 0);
        gives(ticks("0001-01-07"), START_OF_WEEK, FIRST, 1);
        gives(ticks("2017-01-01"), START_OF_MONTH, NOW, 0);
        gives(ticks("2016-12-01"), START_OF_MONTH, NOW, -1);
        gives(ticks("2020-02-01"), START_OF_MONTH, at("2020-01-31"), 1);
        gives(null, START_OF_MONTH, NOW, Long.MIN_VALUE);
        gives(ticks("2017-01-01"), START_OF_YEAR, NOW, 0);
        gives(ticks("2018-01-01"), START_OF_YEAR, NOW, 1);
        gives(null, START_OF_YEAR, LAST, 1);
        gives(null, START_OF_YEAR, NO_TIME, 0);
        gives(Duration.ZERO, DAY_OF_WEEK, NOW);
        gives(ofDays(6), DAY_OF_WEEK, at("2017-01-28T23:59:59.9999999"));
        gives(ofDays(4), DAY_OF_WEEK, at("1970-01-01"));
        gives(ofDays(1), DAY_OF_WEEK, FIRST);
        gives(null, DAY_OF_WEEK, NO_TIME);
    }

    private void ends() {
        gives(ticks("2017-01-29T23:59:59.9999999"), END_OF_DAY, NOW, 0);
        gives(ticks("9999-12-31T23:59:59.9999999"), END_OF_DAY, LAST, 0);
        gives(null, END_OF_DAY, LAST, 1);
        gives(null, END_OF_DAY, FIRST, -1);
        gives(null, END_OF_DAY, NO_TIME, 0);
        gives(ticks("2017-02-04T23:59:59.9999999"), END_OF_WEEK, NOW, 0);
        gives(ticks("2017-01-28T23:59:59.9999999"), END_OF_WEEK, NOW, -1);
        gives(null, END_OF_WEEK, LAST, 0);
        gives(ticks("0001-01-06T23:59:59.9999999"), END_OF_WEEK, FIRST, 0);
        gives(ticks("2017-01-31T23:59:59.9999999"), END_OF_MONTH, NOW, 0);
        gives(ticks("2020-02-29T23:59:59.9999999"), END_OF_MONTH, at("2020-01-31"), 1);
        gives(null, END_OF_MONTH, NOW, NO_LONG);
        gives(ticks("2017-12-31T23:59:59.9999999"), END_OF_YEAR, NOW, 0);
        gives(ticks("9999-12-31T23:59:59.9999999"), END_OF_YEAR, LAST, 0);
        gives(null, END_OF_YEAR, FIRST, -1);
        gives(null, END_OF_YEAR, NOW, Long.MAX_VALUE);
    }

    private void making() {
        gives(ticks("2017-10-01"), MAKE_DATETIME, 2017, 10, 1, 0, 0, 0.0);
        gives(ticks("2017-10-01T12:11:00.1234567"), MAKE_DATETIME, 2017, 10, 1, 12, 11, 0.1234567);
        gives(null, MAKE_DATETIME, 2020, 13, 1, 0, 0, 0.0);
        gives(null, MAKE_DATETIME, 2021, 2, 29, 0, 0, 0.0);
        gives(ticks("2020-02-29T23:59:59.5"), MAKE_DATETIME, 2020, 2, 29, 23, 59, 59.5);
        gives(null, MAKE_DATETIME, 0, 1, 1, 0, 0, 0.0);
        gives(null, MAKE_DATETIME, 10000, 1, 1, 0, 0, 0.0);
        gives(null, MAKE_DATETIME, 4294967298L, 1, 1, 0, 0, 0.0);
        gives(null, MAKE_DATETIME, 2020, 1, 1, 24, 0, 0.0);
        gives(null, MAKE_DATETIME, 2020, 1, 1, 0, 60, 0.0);
        gives(null, MAKE_DATETIME, 2020, 1, 1, -1, 0, 0.0);
        gives(null, MAKE_DATETIME, 2020, 1, 1, 0, 0, 60.0);
        gives(null, MAKE_DATETIME, 2020, 1, 1, 0, 0, -0.1);
        gives(null, MAKE_DATETIME, 2020, 1, 1, 0, 0, NAN);
        gives(ticks("2020-01-01"), MAKE_DATETIME, 2020, 1, 1, 0, 0, -0.0);
        // Rounded up to the next minute.
        gives(ticks("2020-01-01T00:01"), MAKE_DATETIME, 2020, 1, 1, 0, 0, 59.99999999);
        gives(null, MAKE_DATETIME, 9999, 12, 31, 23, 59, 59.99999999);
        gives(null, MAKE_DATETIME, 2020, NO_LONG, 1, 0, 0, 0.0);
    }

    private void unixTimes() {
        gives(ticks("2019-01-01"), FROM_UNIX_SECONDS, 1546300800);
        gives(ticks("1969-12-31T23:59:59"), FROM_UNIX_SECONDS, -1);
        gives(ticks("1970-01-01T00:00:01.5"), FROM_UNIX_SECONDS, 1.5);
        gives(null, FROM_UNIX_SECONDS, Long.MAX_VALUE);
        gives(null, FROM_UNIX_SECONDS, 253402300800L);
        gives(ticks("9999-12-31T23:59:59"), FROM_UNIX_SECONDS, 253402300799L);
        gives(null, FROM_UNIX_SECONDS, NAN);
        gives(null, FROM_UNIX_SECONDS, 1e18);
        gives(null, FROM_UNIX_SECONDS, NO_LONG);
        gives(ticks("2019-01-01"), FROM_UNIX_MILLISECONDS, 1546300800000L);
        gives(ticks("1970-01-01T00:00:00.0015"), FROM_UNIX_MILLISECONDS, 1.5);
        gives(null, FROM_UNIX_MILLISECONDS, Long.MIN_VALUE);
        gives(ticks("2019-01-01T00:00:00.000001"), FROM_UNIX_MICROSECONDS, 1546300800000001L);
        gives(2, FROM_UNIX_MICROSECONDS, 0.25);
        gives(-1, FROM_UNIX_MICROSECONDS, -0.1);
        gives(null, FROM_UNIX_MICROSECONDS, INFINITY);
        gives(ticks("2019-01-01T00:00:00.0000001"), FROM_UNIX_NANOSECONDS, 1546300800000000199L);
        gives(-1, FROM_UNIX_NANOSECONDS, -1);
        gives(-1, FROM_UNIX_NANOSECONDS, -0.5);
        gives(1, FROM_UNIX_NANOSECONDS, 199.9);
        gives(ticks("2262-04-11T23:47:16.8547758"), FROM_UNIX_NANOSECONDS, Long.MAX_VALUE);
        gives(null, FROM_UNIX_NANOSECONDS, NO_DOUBLE);
    }

    private void timesAsText() {
        gives("17-01-29 [21:05:09]", FORMAT_DATETIME, NOW, "yy-MM-dd [HH:mm:ss]");
        gives("2017-1-29 [9:5:9 PM]", FORMAT_DATETIME, NOW, "yyyy-M-d [h:m:s tt]");
        gives("7/09", FORMAT_DATETIME, at("2007-09-05"), "y/MM");
        gives("0", FORMAT_DATETIME, at("2000-09-05"), "y");
        gives("0001", FORMAT_DATETIME, FIRST, "yyyy");
        gives("1197 97", FORMAT_DATETIME, LATE, "yyyy yy");
        gives("2742 42", FORMAT_DATETIME, EARLY, "yyyy yy");
        gives("12,12 AM", FORMAT_DATETIME, at("2017-01-01"), "h,hh tt");
        gives("12.12_PM", FORMAT_DATETIME, at("2017-01-01T12:00"), "h.hh_tt");
        gives("11 23", FORMAT_DATETIME, at("2017-01-01T23:00"), "hh H");
        gives("7 76 7654321", FORMAT_DATETIME, NOW, "f ff fffffff");
        gives("7 7654321", FORMAT_DATETIME, NOW, "F FFFFFFF");
        gives("[.05]", FORMAT_DATETIME, at("2017-01-01T00:00:00.05"), "[.FFF]");
        gives(".", FORMAT_DATETIME, at("2017-01-01T00:00:00.05"), ".F");
        gives("999999", FORMAT_DATETIME, at("1969-12-31T23:59:59.9999999"), "ffffff");
        gives("", FORMAT_DATETIME, NOW, "");
        gives("", FORMAT_DATETIME, NO_TIME, "yyyy");
    }

    private void spansAsText() {
        Duration span = Duration.parse("P29DT9H5.12345S");
        gives("29.09:00:05:12", FORMAT_TIMESPAN, span, "dd.hh:mm:ss:FF");
        gives("029.9:00:05 [1234500]", FORMAT_TIMESPAN, span, "ddd.h:mm:ss [fffffff]");
        gives("00000029/9_09-0", FORMAT_TIMESPAN, span, "dddddddd/H_HH-m");
        gives("5,12345", FORMAT_TIMESPAN, span, "s,FFFFFFF");
        gives("23", FORMAT_TIMESPAN, Duration.ofHours(47), "H");
        gives("-1 01:00", FORMAT_TIMESPAN, Duration.ofHours(-25), "d hh:mm");
        gives("-0", FORMAT_TIMESPAN, Duration.ofHours(-1), "d");
        gives("-", FORMAT_TIMESPAN, TICK.negated(), "");
        gives("-10675199.02:48:05.4775808", FORMAT_TIMESPAN, LEAST_SPAN, "d.hh:mm:ss.fffffff");
        gives("0", FORMAT_TIMESPAN, Duration.ZERO, "d");
        gives("", FORMAT_TIMESPAN, Duration.ZERO, "FFF");
        gives("", FORMAT_TIMESPAN, NO_SPAN, "d");
    }
}
