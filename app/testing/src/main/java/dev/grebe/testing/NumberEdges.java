package dev.grebe.testing;

import static dev.grebe.plan.Expressions.literal;
import static dev.grebe.plan.Type.BOOL;
import static dev.grebe.plan.Type.DOUBLE;
import static dev.grebe.plan.Type.DURATION;
import static dev.grebe.plan.Type.DYNAMIC;
import static dev.grebe.plan.Type.LONG;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import dev.grebe.plan.Ticks;
import dev.grebe.testing.FunctionExamples.Example;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What functions of numbers, choices and conversions to numbers give at their edges. */
final class NumberEdges {
    private static final Expr NO_LONG = literal(null, LONG);
    private static final Expr NO_DOUBLE = literal(null, DOUBLE);
    private static final Expr NO_BOOL = literal(null, BOOL);
    private static final Expr NO_SPAN = literal(null, DURATION);
    private static final Expr NO_JSON = literal(null, DYNAMIC);
    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final long LEAST = Long.MIN_VALUE;
    private static final long MOST = Long.MAX_VALUE;

    private final List<Example> examples = new ArrayList<>();

    private NumberEdges() {
        products();
        quotients();
        remainders();
        signs();
        extremes();
        rounding();
        bits();
        bins();
        choices();
        toLong();
        toInt();
        toDouble();
        toBool();
    }

    static List<Example> all() {
        return new NumberEdges().examples;
    }

    private void products() {
        is(Function.MULTIPLY, 15L, 3, 5);
        is(Function.MULTIPLY, null, LEAST, -1);
        is(Function.MULTIPLY, null, 1L << 62, 2);
        is(Function.MULTIPLY, LEAST, 1L << 62, -2);
        is(Function.MULTIPLY, null, NO_LONG, 2);
        is(Function.MULTIPLY, INFINITY, 1e308, 10.0);
        is(Function.MULTIPLY, NAN, 0.0, INFINITY);
        is(Function.MULTIPLY, Ticks.of(ofDays(-3)), -3, ofDays(1));
        is(Function.MULTIPLY, null, MOST, ofDays(1));
        is(Function.MULTIPLY, 2L, 2.5, Duration.ofNanos(100));
        is(Function.MULTIPLY, 4L, 3.5, Duration.ofNanos(100));
        is(Function.MULTIPLY, null, NAN, ofDays(1));
        is(Function.MULTIPLY, null, 1e19, Duration.ofNanos(100));
        is(Function.MULTIPLY, LEAST, -0x1p63, Duration.ofNanos(100));
    }

    private void quotients() {
        is(Function.DIVIDE, -3L, 7, -2);
        is(Function.DIVIDE, null, 7, 0);
        is(Function.DIVIDE, null, LEAST, -1);
        is(Function.DIVIDE, LEAST, LEAST, 1);
        is(Function.DIVIDE, -INFINITY, -1.0, 0.0);
        is(Function.DIVIDE, NAN, 0.0, 0.0);
        is(Function.DIVIDE, 0.5, ofHours(1), ofHours(2));
        is(Function.DIVIDE, NAN, Duration.ZERO, Duration.ZERO);
        is(Function.DIVIDE, INFINITY, ofHours(1), Duration.ZERO);
        is(Function.DIVIDE, Ticks.of(ofHours(8)), ofDays(1), 3);
        is(Function.DIVIDE, null, ofDays(1), 0);
        is(Function.DIVIDE, 2L, Duration.ofNanos(500), 2.0);
        is(Function.DIVIDE, null, ofDays(1), 0.0);
        is(Function.DIVIDE, null, NO_SPAN, 2.0);
    }

    private void remainders() {
        is(Function.MODULO, 0L, LEAST, -1);
        is(Function.MODULO, MOST - 4, -5, LEAST);
        is(Function.MODULO, null, 5, 0);
        is(Function.MODULO, 2L, -7, 3);
        is(Function.MODULO, NAN, 5.0, 0.0);
        is(Function.MODULO, 0.0, -6.0, 3.0);
        is(Function.MODULO, 5.0, 5.0, INFINITY);
        is(Function.MODULO, NAN, INFINITY, 5.0);
        is(Function.MODULO, 0.5, -2.5, -3.0);
        is(Function.MODULO, Ticks.of(ofHours(23)), ofHours(-1), ofDays(1));
        is(Function.MODULO, null, ofHours(-1), Duration.ZERO);
    }

    private void signs() {
        is(Function.NEGATE, null, LEAST);
        is(Function.NEGATE, -MOST, MOST);
        is(Function.NEGATE, -0.0, 0.0);
        is(Function.NEGATE, Ticks.of(ofHours(1)), ofHours(-1));
        is(Function.ABS, null, LEAST);
        is(Function.ABS, MOST, -MOST);
        is(Function.ABS, 0.0, -0.0);
        is(Function.ABS, Ticks.of(ofHours(1)), ofHours(-1));
        is(Function.ABS, null, NO_DOUBLE);
    }

    private void extremes() {
        is(Function.MAX_OF, 3L, 1, NO_LONG, 3, 2);
        is(Function.MIN_OF, 1L, NO_LONG, 1, 3);
        is(Function.MAX_OF, null, NO_LONG, NO_LONG);
        is(Function.MAX_OF, 1.0, NAN, 1.0);
        is(Function.MIN_OF, 1.0, NAN, 1.0);
        is(Function.MIN_OF, NAN, NAN, NO_DOUBLE);
        is(Function.MAX_OF, 0.0, -0.0, 0.0);
        is(Function.MIN_OF, -0.0, 0.0, -0.0);
        is(Function.MAX_OF, "é", "a", "é", "z");
        is(Function.MIN_OF, "", "a", "");
        is(Function.MAX_OF, "\uD83D\uDE00", "\uFFFD", "\uD83D\uDE00");
        is(Function.MAX_OF, true, false, NO_BOOL, true);
        is(Function.MIN_OF, false, true, false);
        is(Function.MIN_OF, Ticks.of(ofHours(-1)), ofHours(1), ofHours(-1));
    }

    private void rounding() {
        is(Function.ROUND, 2.2, 2.15, 1);
        is(Function.ROUND, -2.2, -2.15, 1);
        is(Function.ROUND, 1.0, 0.5, 0);
        is(Function.ROUND, 0.0, -0.4, 0);
        is(Function.ROUND, 0.0, -0.0, 3);
        is(Function.ROUND, 0.3, 0.3, 17);
        is(Function.ROUND, 1300.0, 1250.0, -2);
        is(Function.ROUND, 0.0, 1250.0, -5);
        is(Function.ROUND, 1e300, 1.4e300, -300);
        is(Function.ROUND, 1.23e-10, 1.2345e-10, 12);
        is(Function.ROUND, 0.0, Double.MIN_VALUE, 300);
        is(Function.ROUND, Double.MIN_VALUE, Double.MIN_VALUE, 324);
        is(Function.ROUND, 0.1, 0.1, MOST);
        is(Function.ROUND, 0.0, 1e308, LEAST);
        is(Function.ROUND, INFINITY, INFINITY, 1);
        is(Function.ROUND, NAN, NAN, 1);
        is(Function.ROUND, null, 1.5, NO_LONG);
    }

    private void bits() {
        is(Function.BINARY_AND, 8L, 12, 10);
        is(Function.BINARY_AND, 5L, -1, 5);
        is(Function.BINARY_AND, null, NO_LONG, 5);
        is(Function.BINARY_OR, 14L, 12, 10);
        is(Function.BINARY_OR, -1L, -1, 5);
        is(Function.BINARY_OR, null, 1, NO_LONG);
        is(Function.BINARY_XOR, 6L, 12, 10);
        is(Function.BINARY_XOR, 0L, LEAST, LEAST);
        is(Function.BINARY_XOR, null, 1, NO_LONG);
        is(Function.BINARY_NOT, -1L, 0);
        is(Function.BINARY_NOT, MOST, LEAST);
        is(Function.BINARY_NOT, null, NO_LONG);
        is(Function.BINARY_SHIFT_LEFT, LEAST, 1, 63);
        is(Function.BINARY_SHIFT_LEFT, 2L, 1, 65);
        is(Function.BINARY_SHIFT_LEFT, null, 1, -1);
        is(Function.BINARY_SHIFT_RIGHT, -1L, -1, 5);
        is(Function.BINARY_SHIFT_RIGHT, -2L, -4, 65);
        is(Function.BINARY_SHIFT_RIGHT, null, 8, LEAST);
    }

    private void bins() {
        is(Function.BIN_AT, -12L, -7, 10, 8);
        is(Function.BIN_AT, null, 7, 0, 1);
        is(Function.BIN_AT, null, 7, 2, NO_LONG);
        is(Function.BIN_AT, MOST - 4, MOST, 10, LEAST + 1);
        is(Function.BIN_AT, null, LEAST, 10, 1);
        is(Function.BIN_AT, null, 1.5, NAN, 0.0);
        is(Function.BIN_AT, null, 1.5, -1.0, 0.0);
        is(Function.BIN_AT, NAN, NAN, 1.0, 0.0);
        is(Function.BIN_AT, Ticks.of(ofHours(-12)), ofHours(1), ofDays(1), ofHours(12));
    }

    private void choices() {
        is(Function.CASE, 2L, NO_BOOL, 1, 2);
        is(Function.CASE, null, true, NO_LONG, 2);
        is(Function.CASE, "b", false, "a", true, "b", "c");
        is(Function.CASE, "", false, "a", "");
        is(Function.CASE, "{\"a\":1}", true, json("{\"a\":1}"), NO_JSON);
        is(Function.COALESCE, 0L, NO_LONG, 0, 1);
        is(Function.COALESCE, "a", "", "a", "b");
        is(Function.COALESCE, NAN, NO_DOUBLE, NAN, 1.0);
        is(Function.COALESCE, "[]", json("\"\""), NO_JSON, json("[]"), json("1"));
        is(Function.COALESCE, null, NO_JSON, NO_JSON);
    }

    private void toLong() {
        is(Function.TO_LONG, -2L, -2.9);
        is(Function.TO_LONG, null, 0x1p63);
        is(Function.TO_LONG, LEAST, -0x1p63);
        is(Function.TO_LONG, null, -INFINITY);
        is(Function.TO_LONG, LEAST, "-9223372036854775808");
        is(Function.TO_LONG, null, "-9223372036854775809");
        is(Function.TO_LONG, 7L, "+0007");
        is(Function.TO_LONG, null, "-");
        is(Function.TO_LONG, MOST, "0x7FFFffffffffffff");
        is(Function.TO_LONG, null, "0x8000000000000000");
        is(Function.TO_LONG, null, "0x");
        is(Function.TO_LONG, null, "-0x1");
        is(Function.TO_LONG, null, "\u0665");
        is(Function.TO_LONG, 1L, json("true"));
        is(Function.TO_LONG, 16L, json("\"0x10\""));
        is(Function.TO_LONG, 1L, json("\"\\u0031\""));
        is(Function.TO_LONG, -1L, json("-1.9"));
        is(Function.TO_LONG, 1000L, json("1e3"));
        is(Function.TO_LONG, null, json("9223372036854775808"));
        is(Function.TO_LONG, null, json("1e19"));
        is(Function.TO_LONG, null, json("[1]"));
        is(Function.TO_LONG, null, NO_JSON);
    }

    private void toInt() {
        is(Function.TO_INT, (long) Integer.MAX_VALUE, 2147483647.9);
        is(Function.TO_INT, null, 2147483648L);
        is(Function.TO_INT, (long) Integer.MIN_VALUE, -2147483648L);
        is(Function.TO_INT, null, "0xffffffff");
        is(Function.TO_INT, 0L, false);
        is(Function.TO_INT, null, json("-2147483649"));
    }

    private void toDouble() {
        is(Function.TO_DOUBLE, 0.0, false);
        is(Function.TO_DOUBLE, -0.5, "-.5");
        is(Function.TO_DOUBLE, 5.0, "5.");
        is(Function.TO_DOUBLE, null, ".");
        is(Function.TO_DOUBLE, null, "e5");
        is(Function.TO_DOUBLE, null, "1e");
        is(Function.TO_DOUBLE, Double.parseDouble("1e23"), "100000000000000000000000");
        is(Function.TO_DOUBLE, 9007199254740992.0, "9007199254740993");
        is(Function.TO_DOUBLE, 1.0000000000000002, "1.00000000000000017");
        is(Function.TO_DOUBLE, INFINITY, "1e999999999999");
        is(Function.TO_DOUBLE, -0.0, "-0e-999999999999");
        is(Function.TO_DOUBLE, NAN, "nAn");
        is(Function.TO_DOUBLE, INFINITY, "INF");
        is(Function.TO_DOUBLE, -INFINITY, "-inf");
        is(Function.TO_DOUBLE, null, "Infinity");
        is(Function.TO_DOUBLE, null, "1f");
        is(Function.TO_DOUBLE, null, "0x1p3");
        is(Function.TO_DOUBLE, null, " 1");
        is(Function.TO_DOUBLE, 1.0, json("true"));
        is(Function.TO_DOUBLE, 1e19, json("10000000000000000000"));
        is(Function.TO_DOUBLE, INFINITY, json("\"+inf\""));
        is(Function.TO_DOUBLE, null, json("{}"));
    }

    private void toBool() {
        is(Function.TO_BOOL, true, -1);
        is(Function.TO_BOOL, true, NAN);
        is(Function.TO_BOOL, false, -0.0);
        is(Function.TO_BOOL, null, "2");
        is(Function.TO_BOOL, null, "yes");
        is(Function.TO_BOOL, false, "FaLsE");
        is(Function.TO_BOOL, true, json("2"));
        is(Function.TO_BOOL, false, json("0.0"));
        is(Function.TO_BOOL, false, json("\"0\""));
        is(Function.TO_BOOL, null, json("[]"));
    }

    private static Expr json(String text) {
        return literal(text, DYNAMIC);
    }

    private void is(Function function, @Nullable Object value, Object... args) {
        examples.add(Example.of(value, function, args));
    }
}
