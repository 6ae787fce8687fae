package dev.grebe.testing;

import static dev.grebe.plan.Expressions.literal;
import static dev.grebe.plan.Function.CASE;
import static dev.grebe.plan.Function.COALESCE;
import static dev.grebe.plan.Function.MAX_OF;
import static dev.grebe.plan.Function.MIN_OF;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;

/** Functions that choose one of their arguments. */
final class LogicExamples extends ExampleTable {
    LogicExamples() {
        choices();
        firstValues();
        extremes();
    }

    private void choices() {
        gives("yes", CASE, true, "yes", "no");
        gives("no", CASE, false, "yes", "no");
        gives("no", CASE, NO_BOOL, "yes", "no");
        gives("second", CASE, false, "first", true, "second", true, "third", "none");
        gives("none", CASE, false, "first", NO_BOOL, "second", "none");
        gives(null, CASE, true, NO_LONG, 1);
        gives(1, CASE, NO_BOOL, NO_LONG, 1);
        gives("", CASE, true, "", FACE);
        gives(Double.NaN, CASE, true, NAN, 0.0);
        gives(-0.0, CASE, false, 0.0, -0.0);
        gives(null, CASE, false, true, NO_BOOL);
        gives(ticks("2020-01-01"), CASE, true, at("2020-01-01"), NO_TIME);
        gives(null, CASE, false, ofDays(1), NO_SPAN);
        gives("[1,2]", CASE, true, json("[1,2]"), NO_DYNAMIC);
        gives(null, CASE, false, json("{}"), NO_DYNAMIC);
    }

    private void firstValues() {
        gives(2, COALESCE, NO_LONG, 2, 3);
        gives(null, COALESCE, NO_LONG, NO_LONG);
        gives("b", COALESCE, "", "b", "c");
        gives("", COALESCE, "", "");
        gives(" ", COALESCE, "", " ");
        gives(false, COALESCE, NO_BOOL, false, true);
        gives(Double.NaN, COALESCE, NO_DOUBLE, NAN, 1.0);
        gives(0.0, COALESCE, 0.0, 1.0);
        gives(ticks("2020-01-01"), COALESCE, NO_TIME, at("2020-01-01"));
        gives(ofHours(-1), COALESCE, NO_SPAN, ofHours(-1));
        gives("[]", COALESCE, NO_DYNAMIC, json("\"\""), json("[]"));
        gives(null, COALESCE, NO_DYNAMIC, json("\"\""));
        gives("\" \"", COALESCE, NO_DYNAMIC, json("\" \""), json("1"));
    }

    private void extremes() {
        gives(3, MAX_OF, 1, 3, 2);
        gives(3, MAX_OF, NO_LONG, 3);
        gives(null, MAX_OF, NO_LONG, NO_LONG);
        gives(Long.MAX_VALUE, MAX_OF, Long.MIN_VALUE, Long.MAX_VALUE);
        gives(1.0, MAX_OF, NAN, 1.0);
        gives(1.0, MAX_OF, 1.0, NAN);
        gives(Double.NaN, MAX_OF, NAN, NO_DOUBLE);
        gives(0.0, MAX_OF, -0.0, 0.0);
        gives(Double.NEGATIVE_INFINITY, MAX_OF, Double.NEGATIVE_INFINITY, NAN);
        gives(true, MAX_OF, true, false);
        gives("b", MAX_OF, "b", "B");
        gives("a", MAX_OF, "", "a");
        // By UTF-8, not by Java's chars: those of the pair are less than U+FFFD.
        gives(FACE, MAX_OF, "\uFFFD", FACE);
        gives(ticks("2020-01-02"), MAX_OF, at("2020-01-01"), NO_TIME, at("2020-01-02"));
        gives(ofHours(1), MAX_OF, ofHours(1), ofDays(-1));
        gives(1, MIN_OF, 1, 3, 2);
        gives(3, MIN_OF, NO_LONG, 3);
        gives(null, MIN_OF, NO_DOUBLE, NO_DOUBLE);
        gives(1.0, MIN_OF, NAN, 1.0);
        gives(Double.NaN, MIN_OF, NAN, NAN);
        gives(-0.0, MIN_OF, 0.0, -0.0);
        gives("", MIN_OF, "a", "");
        gives("\uFFFD", MIN_OF, FACE, "\uFFFD");
        gives(false, MIN_OF, true, literal(false));
    }
}
