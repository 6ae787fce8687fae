package dev.grebe.kql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KqlLiteralsTest {
    @Test
    void numbers() {
        is("17", 17L, Type.LONG);
        is("007", 7L, Type.LONG);
        is("-0x1F", -31L, Type.LONG);
        is("-9223372036854775808", Long.MIN_VALUE, Type.LONG);
        is("long(-9223372036854775808)", Long.MIN_VALUE, Type.LONG);
        is("int( 2147483647 )", 2147483647L, Type.LONG);
        is("1.5", 1.5, Type.DOUBLE);
        is("1e-3", 0.001, Type.DOUBLE);
        is("real(-inf)", Double.NEGATIVE_INFINITY, Type.DOUBLE);
        is("double(nan)", Double.NaN, Type.DOUBLE);
        is("real(5)", 5.0, Type.DOUBLE);
        is("+1", 1L, Type.LONG);
    }

    @Test
    void nullsHaveTypesButStringsHaveNone() {
        is("long(null)", null, Type.LONG);
        is("date(null)", null, Type.TIMESTAMP);
        is("time(null)", null, Type.DURATION);
        is("boolean(null)", null, Type.BOOL);
        is("dynamic(null)", null, Type.DYNAMIC);
        is("string(null)", "", Type.STRING);
    }

    @Test
    void strings() {
        is("\"a\\t\\\"b\\\\ \\u00e9\\x41\\U0001F600\"", "a\t\"b\\ \u00e9A\uD83D\uDE00", Type.STRING);
        is("'it is \"quoted\"'", "it is \"quoted\"", Type.STRING);
        is("@\"c:\\x \"\"y\"\"\"", "c:\\x \"y\"", Type.STRING);
        is("@'it''s'", "it's", Type.STRING);
        is("'a' \"b\"@'\\c'", "ab\\c", Type.STRING);
        is("'\\ud83d\\ude00'", "\uD83D\uDE00", Type.STRING);
    }

    @ParameterizedTest
    @CsvSource({
        "2d, PT48H",
        "1.5h, PT1H30M",
        "90min, PT1H30M",
        "10hrs, PT10H",
        "1sec, PT1S",
        "-100ms, PT-0.1S",
        "10microseconds, PT0.00001S",
        "1tick, PT0.0000001S",
        "100nanoseconds, PT0.0000001S",
        "timespan(2), PT48H",
        "timespan(-1.5h), PT-1H-30M",
        "time(15 seconds), PT15S",
        "time(1.12:30:55.123), PT36H30M55.123S",
        "time('-00:00:01'), PT-1S",
    })
    void spans(String text, String iso) {
        is(text, Ticks.of(Duration.parse(iso)), Type.DURATION);
    }

    @ParameterizedTest
    @CsvSource({
        "datetime(2020-01-31), 2020-01-31T00:00:00Z",
        "datetime(2020-1-5 7:08), 2020-01-05T07:08:00Z",
        "datetime('2020-01-31T23:59:59.123456789Z'), 2020-01-31T23:59:59.123456700Z",
        "datetime(2020-01-31T00:00:00+02:00), 2020-01-30T22:00:00Z",
        "datetime(2020-01-31 01:00:00 GMT), 2020-01-31T01:00:00Z",
        "datetime(12-02-2022), 2022-12-02T00:00:00Z",
        "datetime(2/17/2016 08:40:01), 2016-02-17T08:40:01Z",
        "'datetime(Sat, 8 Nov 14 15:05:02 GMT)', 2014-11-08T15:05:02Z",
        "'datetime(Saturday, 08-Nov-14 15:05)', 2014-11-08T15:05:00Z",
        "date(8 nov 1969 00:00), 1969-11-08T00:00:00Z",
    })
    void times(String text, String iso) {
        is(text, Ticks.of(Instant.parse(iso)), Type.TIMESTAMP);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "dynamic([1, 'a', null, true, -2.50, 1e5]) | [1,\"a\",null,true,-2.50,1e5]",
                "dynamic({'k': {\"x\": []}, \"k\": 2}) | {\"k\":2}",
                "dynamic(\"a\\tb\") | \"a\\tb\"",
                "dynamic(12345678901234567890) | 12345678901234567890",
                "dynamic([datetime(2020-01-01), timespan(1h), time(null)]) | [\"2020-01-01T00:00:00.0000000Z\",\"01:00:00\",null]",
            })
    void dynamics(String text, String json) {
        is(text, json, Type.DYNAMIC);
    }

    private static void is(String text, @Nullable Object value, Type type) {
        assertThat(Kql.expression(text, Columns.NONE)).isEqualTo(new Expr.Literal(value, type));
    }
}
