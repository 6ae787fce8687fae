package dev.grebe.testing;

import static dev.grebe.plan.Function.PARSE_JSON;
import static dev.grebe.plan.Function.TO_BOOL;
import static dev.grebe.plan.Function.TO_DATETIME;
import static dev.grebe.plan.Function.TO_DOUBLE;
import static dev.grebe.plan.Function.TO_INT;
import static dev.grebe.plan.Function.TO_LONG;
import static dev.grebe.plan.Function.TO_TIMESPAN;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Values of other types. */
final class ConversionExamples extends ExampleTable {
    ConversionExamples() {
        wholeNumbers();
        smallNumbers();
        reals();
        truths();
        times();
        spans();
        jsonTexts();
    }

    private void wholeNumbers() {
        gives(2, TO_LONG, 2.9);
        gives(-2, TO_LONG, -2.9);
        gives(0, TO_LONG, -0.0);
        gives(null, TO_LONG, 1e19);
        gives(null, TO_LONG, 0x1p63);
        gives(Long.MIN_VALUE, TO_LONG, -0x1p63);
        gives(null, TO_LONG, NAN);
        gives(null, TO_LONG, INFINITY);
        gives(null, TO_LONG, NO_DOUBLE);
        gives(123, TO_LONG, "123");
        gives(5, TO_LONG, "+5");
        gives(-7, TO_LONG, "-007");
        gives(Long.MIN_VALUE, TO_LONG, "-9223372036854775808");
        gives(null, TO_LONG, "9223372036854775808");
        gives(1, TO_LONG, "00000000000000000000001");
        gives(704, TO_LONG, "0x2c0");
        gives(255, TO_LONG, "0x00000000000000000fF");
        gives(Long.MAX_VALUE, TO_LONG, "0x7fffffffffffffff");
        for (String no : new String[] {
            "",
            " 5",
            "5 ",
            "2.3",
            "1e3",
            "+",
            "-",
            "--5",
            "0x",
            "0x8000000000000000",
            "-0x1",
            "0xg",
            "\u0665",
            "5" + FACE
        }) {
            gives(null, TO_LONG, no);
        }
        gives(5, TO_LONG, json("5"));
        gives(5, TO_LONG, json("\"5\""));
        gives(16, TO_LONG, json("\"0x10\""));
        gives(1, TO_LONG, json("true"));
        gives(2, TO_LONG, json("2.9"));
        gives(200, TO_LONG, json("2e2"));
        gives(0, TO_LONG, json("-0"));
        gives(null, TO_LONG, json("12345678901234567890"));
        gives(null, TO_LONG, json("-9223372036854775809"));
        gives(null, TO_LONG, json("1e400"));
        gives(null, TO_LONG, json("[5]"));
        gives(null, TO_LONG, NO_DYNAMIC);
    }

    private void smallNumbers() {
        gives(2, TO_INT, 2.3);
        gives(1, TO_INT, true);
        gives(2147483647, TO_INT, 2147483647);
        gives(null, TO_INT, 2147483648L);
        gives(-2147483648, TO_INT, -2147483648);
        gives(null, TO_INT, -2147483649L);
        gives(null, TO_INT, 2147483648.0);
        gives(2147483647, TO_INT, 2147483647.9);
        gives(1082195984, TO_INT, "0x40810010");
        gives(null, TO_INT, "0xf090013d");
        gives(null, TO_INT, "2.3");
        gives(101, TO_INT, json("101"));
        gives(null, TO_INT, json("2147483648"));
        gives(null, TO_INT, NO_LONG);
    }

    private void reals() {
        gives(0.0, TO_DOUBLE, false);
        gives(null, TO_DOUBLE, NO_BOOL);
        gives(123.4, TO_DOUBLE, "123.4");
        gives(100000.0, TO_DOUBLE, "1e5");
        gives(-0.5, TO_DOUBLE, "-.5E+0");
        gives(1.0, TO_DOUBLE, "+1.");
        gives(-0.0, TO_DOUBLE, "-0");
        gives(Double.POSITIVE_INFINITY, TO_DOUBLE, "1e400");
        gives(0.0, TO_DOUBLE, "1e-400");
        gives(0.0, TO_DOUBLE, "0e99999999999");
        gives(9007199254740992.0, TO_DOUBLE, "9007199254740993");
        gives(0.1, TO_DOUBLE, "0.1000000000000000055511151231257827021181583404541015625");
        gives(Double.NaN, TO_DOUBLE, "nAn");
        gives(Double.POSITIVE_INFINITY, TO_DOUBLE, "inf");
        gives(Double.POSITIVE_INFINITY, TO_DOUBLE, "+INF");
        gives(Double.NEGATIVE_INFINITY, TO_DOUBLE, "-inf");
        for (String no : new String[] {
            "",
            ".",
            "e5",
            "1e",
            "1e+",
            " 1",
            "1 ",
            "1f",
            "1d",
            "0x10",
            "0x1p3",
            "Infinity",
            "+nan",
            "1,5",
            "1.2.3",
            "\u0661"
        }) {
            gives(null, TO_DOUBLE, no);
        }
        gives(118.0, TO_DOUBLE, json("118.0"));
        gives(-0.0, TO_DOUBLE, json("-0"));
        gives(1.5, TO_DOUBLE, json("\"1.5\""));
        gives(1.0, TO_DOUBLE, json("true"));
        gives(1.2345678901234567e19, TO_DOUBLE, json("12345678901234567890"));
        gives(Double.NaN, TO_DOUBLE, json("\"NaN\""));
        gives(null, TO_DOUBLE, json("{}"));
        gives(null, TO_DOUBLE, NO_DYNAMIC);
    }

    private void truths() {
        gives(true, TO_BOOL, 123);
        gives(false, TO_BOOL, 0);
        gives(null, TO_BOOL, NO_LONG);
        gives(true, TO_BOOL, 0.5);
        gives(false, TO_BOOL, -0.0);
        gives(true, TO_BOOL, NAN);
        gives(true, TO_BOOL, "TrUe");
        gives(false, TO_BOOL, "FALSE");
        gives(true, TO_BOOL, "1");
        gives(false, TO_BOOL, "0");
        for (String no : new String[] {"", " true", "2", "01", "yes", "t"}) {
            gives(null, TO_BOOL, no);
        }
        gives(true, TO_BOOL, json("true"));
        gives(true, TO_BOOL, json("\"TRUE\""));
        gives(false, TO_BOOL, json("0.0"));
        gives(true, TO_BOOL, json("2"));
        gives(null, TO_BOOL, json("\"2\""));
        gives(null, TO_BOOL, json("[]"));
    }

    private void times() {
        time("2014-05-25T08:20:03.123456", "2014-05-25T08:20:03.123456Z");
        time("2014-05-25T08:20", "2014-5-25 8:20");
        time("2014-11-08", "2014-11-08");
        time("2014-11-08T15:05:02", "Sat, 8 Nov 14 15:05:02 GMT");
        time("2014-11-08T15:05:02", "fRI, 8 nOV 2014 15:05:02");
        time("2014-11-08T15:05", "Saturday, 08-Nov-14 15:05");
        time("2069-11-08T15:05", "8 Nov 69 15:05");
        time("1970-11-08T15:05", "8 Nov 70 15:05Z");
        time("2016-02-17T08:40", "02/17/2016 08:40:00");
        time("2022-12-02", "12-02-2022");
        time("2016-02-07T08:40", "2/7/2016 8:40 GMT");
        time("2020-09-20T16:16:56", "2020-09-20T12:16:56-04:00");
        time("2020-09-19T23:30", "2020-09-20T13:30+14:00");
        time("2020-09-20T16:16:56.1234567", "2020-09-20T16:16:56.12345678999999999999Z");
        time("2020-02-29", "2020-02-29");
        time("9999-12-31T23:59:59.9999999", "9999-12-31 23:59:59.9999999");
        for (String no : new String[] {
            "",
            "abc",
            "2020-02-30",
            "2021-02-29",
            "2020-13-01",
            "2020-00-01",
            "0000-01-01",
            "2020-01-01T24:00",
            "2020-01-01T23:60",
            "2020-01-01T23:59:60",
            "2020-01-01T",
            "2020-01-01 1",
            "2020-01-01T10:5",
            "2020-01-01T10:05:5",
            "2020-01-01T10:05:05.",
            "2020-01-01Z",
            "2020-01-01T00:00+14:01",
            "2020-01-01T00:00+0100",
            "2020-01-01T00:00 Z",
            "0001-01-01T00:00+00:01",
            "9999-12-31T23:59-00:01",
            " 2020-09-20",
            "2020-09-20 ",
            "20-09-20",
            "8 Nov 14",
            "Nov, 8 Nov 14 15:05",
            "8 Nov 140 15:05",
            "10/25/2023, 9:43:21.990 AM",
            "13/25/2023",
            "1600618616",
            "\u0662\u0660\u0662\u0660-01-01"
        }) {
            gives(null, TO_DATETIME, no);
        }
    }

    private void time(String iso, String text) {
        gives(ticks(iso), TO_DATETIME, text);
    }

    private void spans() {
        gives(ofMinutes(3), TO_TIMESPAN, "0.00:03:00");
        gives(Duration.parse("P1DT12H30M55.123S"), TO_TIMESPAN, "1.12:30:55.123");
        gives(ofSeconds(-1), TO_TIMESPAN, "-00:00:01");
        gives(ofHours(3), TO_TIMESPAN, "3:00:00");
        gives(1, TO_TIMESPAN, "00:00:00.00000019");
        gives(0, TO_TIMESPAN, "-0:00:00");
        gives(Long.MIN_VALUE, TO_TIMESPAN, "-10675199.02:48:05.4775808");
        gives(null, TO_TIMESPAN, "10675199.02:48:05.4775808");
        gives(Long.MAX_VALUE, TO_TIMESPAN, "10675199.02:48:05.4775807");
        for (String no : new String[] {
            "",
            "abc",
            "5",
            "1d",
            "24:00:00",
            "00:60:00",
            "00:00:60",
            "00:00",
            "1:1:1",
            "001:00:00",
            "+00:00:01",
            "1.00:00:00.",
            ".00:00:00",
            "99999999999999999999.00:00:00"
        }) {
            gives(null, TO_TIMESPAN, no);
        }
    }

    private void jsonTexts() {
        parses("[43,21,65]", "[43, 21, 65]");
        parses("21", " 21\n");
        parses("\"21\"", "\"21\"");
        parses(null, "");
        parses(null, "null");
        parses(null, " null ");
        parses("\" \"", " ");
        parses("\"abc\"", "abc");
        parses("\"{\\\"a\\\":1\"", "{\"a\":1");
        parses("{\"a\":2,\"b\":3}", "{\"a\":1,\"b\":3,\"a\":2}");
        parses("{\"\":[],\"é\":{}}", "{ \"\" : [ ] , \"\\u00e9\" : { } }");
        parses("[1.50,-0,1E5,1e-400,12345678901234567890]", "[1.50,-0,1E5,1e-400,12345678901234567890]");
        parses("[true,false,null]", "[true,false,null]");
        parses("\"/\\\"\\\\\\b\\f\\n\\r\\t\\u0001\u007f\"", "\"\\/\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u007F\"");
        parses("\"" + FACE + "\uFFFDA\uFFFD\"", "\"\\ud83d\\uDE00\\ud83d\\u0041\\ude00\"");
        for (String no : new String[] {
            "01",
            "+1",
            "1.",
            ".5",
            "1e",
            "-",
            "[1,]",
            "[,1]",
            "{\"a\":}",
            "{a:1}",
            "{\"a\" 1}",
            "TRUE",
            "nul",
            "1 2",
            "'a'"
        }) {
            parses("\"" + no.replace("\"", "\\\"") + "\"", no);
        }
        parses("\"\\\"a\\\\x\\\"\"", "\"a\\x\"");
        parses("\"\\\"a\\tb\\\"\"", "\"a\tb\"");
        parses("[".repeat(200) + "]".repeat(200), "[".repeat(200) + "]".repeat(200));
        parses("\"" + "[".repeat(201) + "]".repeat(201) + "\"", "[".repeat(201) + "]".repeat(201));
        parses("\"" + "[".repeat(5000) + "\"", "[".repeat(5000));
    }

    private void parses(@Nullable String json, String text) {
        gives(json, PARSE_JSON, text);
    }
}
