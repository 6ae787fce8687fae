package dev.grebe.testing;

import static dev.grebe.plan.Expressions.call;
import static dev.grebe.plan.Expressions.literal;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of {@link FunctionExamples}, and the words in which they are told. */
abstract class ExampleTable {
    static final Expr NO_BOOL = literal(null, Type.BOOL);
    static final Expr NO_LONG = literal(null, Type.LONG);
    static final Expr NO_DOUBLE = literal(null, Type.DOUBLE);
    static final Expr NO_TIME = literal(null, Type.TIMESTAMP);
    static final Expr NO_SPAN = literal(null, Type.DURATION);
    static final Expr NO_DYNAMIC = literal(null, Type.DYNAMIC);
    static final Expr NAN = literal(Double.NaN);
    static final Expr INFINITY = literal(Double.POSITIVE_INFINITY);
    static final Duration TICK = Duration.ofNanos(100);
    static final Expr LEAST_SPAN = literal(Long.MIN_VALUE, Type.DURATION);
    static final Expr GREATEST_SPAN = literal(Long.MAX_VALUE, Type.DURATION);
    /** A code point outside of the basic plane: two chars of Java, four bytes of UTF-8. */
    static final String FACE = "\uD83D\uDE00";

    private final List<FunctionExamples.Example> examples = new ArrayList<>();

    List<FunctionExamples.Example> examples() {
        return examples;
    }

    final void add(String kql, Expr expr, @Nullable Object value) {
        examples.add(new FunctionExamples.Example(kql, expr, value));
    }

    /**
     * An example of a function, called what the expression prints.
     *
     * @param value Integers and Durations stand for their Long
     * @param args Exprs, or values of literals
     */
    final void gives(@Nullable Object value, Function function, Object... args) {
        Expr call = call(
                function,
                Arrays.stream(args)
                        .map(arg -> arg instanceof Expr expr ? expr : literal(arg))
                        .toArray(Expr[]::new));
        add(call.toString(), call, stored(value));
    }

    private static @Nullable Object stored(@Nullable Object value) {
        if (value instanceof Integer number) {
            return number.longValue();
        }
        return value instanceof Duration span ? (Object) Ticks.of(span) : value;
    }

    static Expr json(@Nullable String text) {
        return literal(text, Type.DYNAMIC);
    }

    /** A date, or a date and a time of day with a blank or T between them. */
    static Expr at(String time) {
        return literal(ticks(time), Type.TIMESTAMP);
    }

    static long ticks(String time) {
        String iso = time.length() == 10 ? time + "T00:00" : time.replace(' ', 'T');
        Instant instant = LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        return Ticks.of(instant);
    }
}
