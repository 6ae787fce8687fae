package dev.grebe.testing;

import static dev.grebe.plan.Function.ABS;
import static dev.grebe.plan.Function.BINARY_AND;
import static dev.grebe.plan.Function.BINARY_NOT;
import static dev.grebe.plan.Function.BINARY_OR;
import static dev.grebe.plan.Function.BINARY_SHIFT_LEFT;
import static dev.grebe.plan.Function.BINARY_SHIFT_RIGHT;
import static dev.grebe.plan.Function.BINARY_XOR;
import static dev.grebe.plan.Function.BIN_AT;
import static dev.grebe.plan.Function.DIVIDE;
import static dev.grebe.plan.Function.MODULO;
import static dev.grebe.plan.Function.MULTIPLY;
import static dev.grebe.plan.Function.NEGATE;
import static dev.grebe.plan.Function.ROUND;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.grebe.plan.Ticks;

/** Arithmetic beyond plus and minus. */
final class NumberExamples extends ExampleTable {
    NumberExamples() {
        products();
        quotients();
        remainders();
        signs();
        rounding();
        bits();
        binsFromAnywhere();
    }

    private void products() {
        gives(6, MULTIPLY, 2, 3);
        gives(-6, MULTIPLY, -2, 3);
        gives(null, MULTIPLY, Long.MAX_VALUE, 2);
        gives(null, MULTIPLY, Long.MIN_VALUE, -1);
        gives(Long.MIN_VALUE, MULTIPLY, Long.MIN_VALUE, 1);
        gives(null, MULTIPLY, NO_LONG, 2);
        gives(2.5, MULTIPLY, 5.0, 0.5);
        gives(Double.POSITIVE_INFINITY, MULTIPLY, 1e300, 1e300);
        gives(Double.NaN, MULTIPLY, INFINITY, 0.0);
        gives(-0.0, MULTIPLY, -1.0, 0.0);
        gives(ofHours(10), MULTIPLY, 10, ofHours(1));
        gives(null, MULTIPLY, 2, GREATEST_SPAN);
        gives(Long.MIN_VALUE, MULTIPLY, 1, LEAST_SPAN);
        gives(null, MULTIPLY, -1, LEAST_SPAN);
        gives(ofMinutes(90), MULTIPLY, 1.5, ofHours(1));
        gives(2, MULTIPLY, 1.5, TICK);
        gives(2, MULTIPLY, 0.5, TICK.multipliedBy(3));
        gives(0, MULTIPLY, 0.5, TICK);
        gives(-2, MULTIPLY, -1.5, TICK);
        gives(null, MULTIPLY, NAN, ofHours(1));
        gives(null, MULTIPLY, INFINITY, ofHours(1));
        gives(null, MULTIPLY, 1.0, GREATEST_SPAN);
        gives(Long.MIN_VALUE, MULTIPLY, 1.0, LEAST_SPAN);
        gives(null, MULTIPLY, NO_DOUBLE, ofHours(1));
    }

    private void quotients() {
        gives(3, DIVIDE, 7, 2);
        gives(-3, DIVIDE, -7, 2);
        gives(-3, DIVIDE, 7, -2);
        gives(null, DIVIDE, 7, 0);
        gives(null, DIVIDE, Long.MIN_VALUE, -1);
        gives(null, DIVIDE, 7, NO_LONG);
        gives(3.5, DIVIDE, 7.0, 2.0);
        gives(Double.POSITIVE_INFINITY, DIVIDE, 7.0, 0.0);
        gives(Double.NEGATIVE_INFINITY, DIVIDE, 7.0, -0.0);
        gives(Double.NaN, DIVIDE, 0.0, 0.0);
        gives(24.0, DIVIDE, ofDays(1), ofHours(1));
        gives(-0.5, DIVIDE, ofHours(-1), ofHours(2));
        gives(Double.POSITIVE_INFINITY, DIVIDE, ofDays(1), ofDays(0));
        gives(Double.NaN, DIVIDE, ofDays(0), ofDays(0));
        gives(ofHours(12), DIVIDE, ofDays(1), 2);
        gives(-1, DIVIDE, TICK.multipliedBy(-3), 2);
        gives(null, DIVIDE, ofDays(1), 0);
        gives(null, DIVIDE, LEAST_SPAN, -1);
        gives(ofDays(2), DIVIDE, ofDays(1), 0.5);
        gives(2, DIVIDE, TICK.multipliedBy(3), 2.0);
        gives(null, DIVIDE, ofDays(1), 0.0);
        gives(0, DIVIDE, ofDays(1), INFINITY);
        gives(null, DIVIDE, ofDays(1), NAN);
        gives(null, DIVIDE, NO_SPAN, 2);
    }

    private void remainders() {
        gives(1, MODULO, 7, 3);
        gives(2, MODULO, -7, 3);
        gives(1, MODULO, 7, -3);
        gives(2, MODULO, -7, -3);
        gives(0, MODULO, -6, 3);
        gives(null, MODULO, 7, 0);
        gives(0, MODULO, Long.MIN_VALUE, -1);
        gives(Long.MAX_VALUE, MODULO, -1, Long.MIN_VALUE);
        gives(null, MODULO, NO_LONG, 3);
        gives(1.5, MODULO, 7.5, 2.0);
        gives(0.5, MODULO, -7.5, 2.0);
        gives(0.0, MODULO, -6.0, 2.0);
        gives(Double.NaN, MODULO, 7.5, 0.0);
        gives(Double.NaN, MODULO, INFINITY, 2.0);
        gives(7.5, MODULO, 7.5, INFINITY);
        gives(Double.POSITIVE_INFINITY, MODULO, -7.5, INFINITY);
        gives(ofMinutes(30), MODULO, ofMinutes(90), ofHours(1));
        gives(ofMinutes(30), MODULO, ofMinutes(-90), ofHours(-1));
        gives(null, MODULO, ofHours(1), ofHours(0));
    }

    private void signs() {
        gives(-5, NEGATE, 5);
        gives(null, NEGATE, NO_DOUBLE);
        gives(null, NEGATE, Long.MIN_VALUE);
        gives(-0.0, NEGATE, 0.0);
        gives(Double.NaN, NEGATE, NAN);
        gives(ofHours(1), NEGATE, ofHours(-1));
        gives(null, NEGATE, LEAST_SPAN);
        gives(5, ABS, -5);
        gives(5, ABS, 5);
        gives(null, ABS, Long.MIN_VALUE);
        gives(null, ABS, NO_DOUBLE);
        gives(0.0, ABS, -0.0);
        gives(Double.POSITIVE_INFINITY, ABS, Double.NEGATIVE_INFINITY);
        gives(ofHours(1), ABS, ofHours(-1));
        gives(null, ABS, LEAST_SPAN);
    }

    private void rounding() {
        gives(2.988, ROUND, 2.98765, 3);
        gives(2.2, ROUND, 2.15, 1);
        gives(2.0, ROUND, 2.15, 0);
        gives(-100.0, ROUND, -50.55, -2);
        gives(20.0, ROUND, 21.5, -1);
        gives(3.0, ROUND, 2.5, 0);
        gives(-3.0, ROUND, -2.5, 0);
        gives(1.01, ROUND, 1.005, 2);
        gives(0.0, ROUND, -0.4, 0);
        gives(0.0, ROUND, -0.0, 3);
        gives(1e-7, ROUND, 1e-7, 7);
        gives(1e300, ROUND, 1e300, 2);
        gives(0.0, ROUND, 1e300, -302);
        gives(Double.POSITIVE_INFINITY, ROUND, Double.MAX_VALUE, -308);
        gives(Double.MIN_VALUE, ROUND, Double.MIN_VALUE, Long.MAX_VALUE);
        gives(0.0, ROUND, Double.MAX_VALUE, Long.MIN_VALUE);
        gives(Double.NaN, ROUND, NAN, 1);
        gives(Double.NEGATIVE_INFINITY, ROUND, Double.NEGATIVE_INFINITY, 1);
        gives(null, ROUND, 1.5, NO_LONG);
    }

    private void bits() {
        gives(8, BINARY_AND, 12, 10);
        gives(Long.MIN_VALUE, BINARY_AND, Long.MIN_VALUE, -1);
        gives(null, BINARY_AND, NO_LONG, 1);
        gives(14, BINARY_OR, 12, 10);
        gives(-1, BINARY_OR, Long.MIN_VALUE, Long.MAX_VALUE);
        gives(null, BINARY_OR, 1, NO_LONG);
        gives(6, BINARY_XOR, 12, 10);
        gives(0, BINARY_XOR, -1, -1);
        gives(null, BINARY_XOR, NO_LONG, NO_LONG);
        gives(-1, BINARY_NOT, 0);
        gives(Long.MIN_VALUE, BINARY_NOT, Long.MAX_VALUE);
        gives(null, BINARY_NOT, NO_LONG);
        gives(4, BINARY_SHIFT_LEFT, 1, 2);
        gives(Long.MIN_VALUE, BINARY_SHIFT_LEFT, 1, 63);
        gives(1, BINARY_SHIFT_LEFT, 1, 64);
        gives(2, BINARY_SHIFT_LEFT, 1, 65);
        gives(0, BINARY_SHIFT_LEFT, 2, 63);
        gives(Long.MIN_VALUE, BINARY_SHIFT_LEFT, 1, Long.MAX_VALUE);
        gives(null, BINARY_SHIFT_LEFT, 1, -1);
        gives(null, BINARY_SHIFT_LEFT, NO_LONG, 1);
        gives(1, BINARY_SHIFT_RIGHT, 4, 2);
        gives(-2, BINARY_SHIFT_RIGHT, -8, 2);
        gives(-1, BINARY_SHIFT_RIGHT, Long.MIN_VALUE, 63);
        gives(-8, BINARY_SHIFT_RIGHT, -8, 64);
        gives(null, BINARY_SHIFT_RIGHT, 4, -1);
        gives(null, BINARY_SHIFT_RIGHT, 4, NO_LONG);
    }

    private void binsFromAnywhere() {
        gives(4.5, BIN_AT, 6.5, 2.5, 7.0);
        gives(null, BIN_AT, 6.5, 0.0, 7.0);
        gives(null, BIN_AT, 6.5, NAN, 7.0);
        gives(Double.NaN, BIN_AT, NAN, 1.0, 7.0);
        gives(11, BIN_AT, 13, 10, 11);
        gives(1, BIN_AT, 10, 10, 11);
        gives(null, BIN_AT, 13, 0, 11);
        gives(null, BIN_AT, 13, -10, 11);
        gives(null, BIN_AT, NO_LONG, 10, 11);
        gives(Long.MAX_VALUE, BIN_AT, Long.MAX_VALUE, 1, Long.MIN_VALUE);
        gives(null, BIN_AT, Long.MIN_VALUE, Long.MAX_VALUE, -2);
        gives(ofHours(-12), BIN_AT, ofHours(1), ofDays(1), ofHours(12));
        gives(null, BIN_AT, ofHours(1), NO_SPAN, ofHours(12));
        gives(ticks("2017-05-14T12:00"), BIN_AT, at("2017-05-15T10:20"), ofDays(1), at("1970-01-01T12:00"));
        gives(ticks("2017-05-14"), BIN_AT, at("2017-05-17T10:20"), ofDays(7), at("2017-06-04"));
        gives(null, BIN_AT, at("0001-01-01"), ofDays(7), at("2017-06-04"));
        gives(Ticks.YEAR_ONE, BIN_AT, at("0001-01-01"), ofSeconds(1), at("9999-12-31"));
        gives(null, BIN_AT, at("2020-01-01"), ofDays(-1), at("2020-01-01"));
    }
}
