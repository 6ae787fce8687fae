package dev.grebe.plan;

import static dev.grebe.plan.Expressions.bin;
import static dev.grebe.plan.Expressions.call;
import static dev.grebe.plan.Expressions.coalesce;
import static dev.grebe.plan.Expressions.datetimeDiff;
import static dev.grebe.plan.Expressions.flag;
import static dev.grebe.plan.Expressions.iff;
import static dev.grebe.plan.Expressions.literal;
import static dev.grebe.plan.Expressions.real;
import static dev.grebe.plan.Expressions.span;
import static dev.grebe.plan.Expressions.strcat;
import static dev.grebe.plan.Expressions.text;
import static dev.grebe.plan.Expressions.time;
import static dev.grebe.plan.Expressions.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExprTest {
    @Test
    void textEqualToALiteralIsAMatch() {
        assertThat(text("a").is("x")).isEqualTo(new Expr.Match(text("a"), Expr.Match.Op.EQUALS, false, List.of("x")));
        assertThat(text("a").isIgnoringCase("x"))
                .isEqualTo(new Expr.Match(text("a"), Expr.Match.Op.EQUALS, true, List.of("x")));
        assertThat(text("a").isNot("x")).isEqualTo(text("a").is("x").not());
        assertThat(text("a").in("x", "y"))
                .isEqualTo(new Expr.Match(text("a"), Expr.Match.Op.EQUALS, false, List.of("x", "y")));
    }

    @Test
    void textEqualToAColumnIsACall() {
        assertThat(text("a").is(text("b"))).isEqualTo(call(Function.EQUAL, text("a"), text("b")));
    }

    @Test
    void wholeMeetsRealAsReal() {
        Expr widened = call(Function.TO_DOUBLE, whole("n"));
        assertThat(whole("n").isLessThan(real("d"))).isEqualTo(call(Function.LESS, widened, real("d")));
        assertThat(real("d").plus(whole("n"))).isEqualTo(call(Function.ADD, real("d"), widened));
        assertThat(real("d").plus(1)).isEqualTo(call(Function.ADD, real("d"), literal(1.0)));
        assertThat(whole("n").is(1.5)).isEqualTo(call(Function.EQUAL, widened, literal(1.5)));
        assertThat(bin(whole("n"), 2.5).type()).isEqualTo(Type.DOUBLE);
    }

    @Test
    void truthMeetsWholeAsOneAndZero() {
        assertThat(flag("b").is(1)).isEqualTo(call(Function.EQUAL, call(Function.TO_LONG, flag("b")), literal(1)));
        assertThat(whole("n").is(flag("b")))
                .isEqualTo(call(Function.EQUAL, whole("n"), call(Function.TO_LONG, flag("b"))));
        assertThat(flag("b").is(true)).isEqualTo(call(Function.EQUAL, flag("b"), literal(true)));
    }

    @Test
    void textMeetsNumberAsText() {
        assertThat(text("a").is(0)).isEqualTo(call(Function.EQUAL, text("a"), call(Function.TO_STRING, literal(0))));
        assertThat(whole("n").is("0"))
                .isEqualTo(call(Function.TO_STRING, whole("n")).is("0"));
    }

    @Test
    void truthIsNoNumberElsewhere() {
        assertRefused(
                () -> flag("b").plus(1),
                "+ takes two numbers, two DURATIONs, or a TIMESTAMP and a DURATION, not (BOOL, LONG)");
        assertRefused(
                () -> flag("b").isLessThan(1),
                "< takes two values of one type, not STRING or DYNAMIC, not (BOOL, LONG)");
    }

    @Test
    void textMeetsNeitherTimeNorTruth() {
        assertRefused(
                () -> time("t").is("2020-01-01"),
                "== takes two values of one type, not DYNAMIC, not (TIMESTAMP, STRING)");
        assertRefused(() -> text("a").isNot(true), "!= takes two values of one type, not DYNAMIC, not (STRING, BOOL)");
    }

    @Test
    void inOfNothingIsFalse() {
        assertThat(whole("n").in()).isEqualTo(literal(false));
        assertThat(text("a").in()).isEqualTo(new Expr.Match(text("a"), Expr.Match.Op.EQUALS, false, List.of()));
    }

    @Test
    void inOfMixedValuesIsAnyEquality() {
        assertThat(whole("n").in(1, 2)).isEqualTo(whole("n").is(1).or(whole("n").is(2)));
    }

    @Test
    void timesAndSpansCombine() {
        assertThat(time("t").plus(Duration.ofSeconds(1)).type()).isEqualTo(Type.TIMESTAMP);
        assertThat(span("s").plus(time("t")).type()).isEqualTo(Type.TIMESTAMP);
        assertThat(time("t").minus(time("u")).type()).isEqualTo(Type.DURATION);
        assertThat(time("t").isAtLeast(Instant.EPOCH))
                .isEqualTo(call(Function.GREATER_OR_EQUAL, time("t"), literal(0L, Type.TIMESTAMP)));
    }

    @Test
    void aLiteralIsOfItsTypesClass() {
        assertRefused(() -> literal(1, Type.LONG), "1 is no LONG literal");
        assertRefused(() -> literal(null, Type.STRING), "null is no STRING literal");
        assertRefused(() -> literal(new Object[0]), "[Ljava.lang.Object; is no literal of a plan");
        assertThat(literal(null, Type.LONG).type()).isEqualTo(Type.LONG);
    }

    @Test
    void textMatchTakesText() {
        assertRefused(() -> whole("n").contains("x"), "text match: n is LONG, not STRING");
    }

    @Test
    void inTakesOneKeyForEachColumn() {
        Relation two = Relation.scan(Table.state("T", Schema.of("a", Type.STRING, "n", Type.LONG)));
        assertRefused(() -> text("a").in(two), "in: 1 keys, the relation has 2 columns");
        assertRefused(() -> whole("n").in(two.project("a")), "in (a): n is LONG, not STRING");
        Relation dynamic = Relation.scan(Table.state("T", Schema.of("d", Type.DYNAMIC)));
        assertRefused(() -> new Expr.Column("d", Type.DYNAMIC).in(dynamic), "in: d is DYNAMIC and cannot be compared");
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void aCallWithWrongArgumentsNamesFunctionTypesFoundAndTypesExpected(Function function) {
        assertThatThrownBy(() -> new Expr.Call(function, List.of(), Type.BOOL))
                .isInstanceOf(PlanException.class)
                .hasMessageStartingWith(function.kql() + " takes ")
                .hasMessageEndingWith(", not ()");
        List<Expr> tooMany = Collections.nCopies(200, text("a"));
        assertThatThrownBy(() -> function.resolve(tooMany)).isInstanceOf(PlanException.class);
    }

    @Test
    void mixedTypesAreRefused() {
        assertRefused(
                () -> text("a").isLessThan("b"),
                "< takes two values of one type, not STRING or DYNAMIC, not (STRING, STRING)");
        assertRefused(() -> time("t").is(1), "== takes two values of one type, not DYNAMIC, not (TIMESTAMP, LONG)");
        assertRefused(
                () -> time("t").plus(time("u")),
                "+ takes two numbers, two DURATIONs, or a TIMESTAMP and a DURATION, not (TIMESTAMP, TIMESTAMP)");
        assertRefused(
                () -> span("s").minus(time("u")),
                "- takes two numbers, DURATIONs or TIMESTAMPs, or a TIMESTAMP and a DURATION, not (DURATION, TIMESTAMP)");
        assertRefused(() -> whole("n").and(flag("b")), "and takes [BOOL, BOOL], not (LONG, BOOL)");
    }

    @Test
    void aPeriodIsALiteralOfTheList() {
        assertThatThrownBy(() -> datetimeDiff("fortnight", time("t"), time("u")))
                .isInstanceOf(PlanException.class)
                .hasMessageStartingWith("datetime_diff takes a literal period of [year, quarter, month, week,");
        assertThatThrownBy(() -> call(Function.DATETIME_DIFF, text("p"), time("t"), time("u")))
                .isInstanceOf(PlanException.class);
        assertThat(datetimeDiff("Second", time("t"), time("u")))
                .isEqualTo(datetimeDiff("SECOND", time("t"), time("u")));
    }

    @Test
    void aCallsTypeIsWhatTheFunctionGives() {
        assertRefused(() -> new Expr.Call(Function.NOT, List.of(flag("b")), Type.LONG), "not gives BOOL, not LONG");
    }

    @Test
    void strcatMakesTextOfEachPart() {
        assertThat(strcat("a", whole("n"), text("t")))
                .isEqualTo(call(Function.STRCAT, literal("a"), call(Function.TO_STRING, whole("n")), text("t")));
    }

    @Test
    void argumentsAreCopied() {
        List<Expr> args = new ArrayList<>(List.of(flag("b")));
        Expr.Call not = new Expr.Call(Function.NOT, args, Type.BOOL);
        args.clear();
        assertThat(not.args()).hasSize(1);
    }

    @Test
    void dynamicMeetsScalarsAsWhatItHolds() {
        Expr dynamic = new Expr.Column("d", Type.DYNAMIC);
        assertThat(dynamic.is(5)).isEqualTo(call(Function.DYNAMIC_EQUAL, dynamic, literal(5)));
        assertThat(text("a").isNot(dynamic))
                .isEqualTo(call(Function.DYNAMIC_EQUAL, dynamic, text("a")).not());
        assertThat(dynamic.isIgnoringCase("x"))
                .isEqualTo(call(Function.TO_STRING, dynamic).isIgnoringCase("x"));
        assertRefused(
                () -> dynamic.is(time("t")), "d is DYNAMIC and holds no TIMESTAMP. Convert it with todatetime(..)");
        assertRefused(
                () -> dynamic.is(dynamic), "== takes two values of one type, not DYNAMIC, not (DYNAMIC, DYNAMIC)");
    }

    @Test
    void aNumberTimesASpanStandsFirst() {
        assertThat(span("s").times(2)).isEqualTo(call(Function.MULTIPLY, literal(2), span("s")));
        assertThat(whole("n").times(1.5).type()).isEqualTo(Type.DOUBLE);
        assertThat(span("s").dividedBy(Duration.ofSeconds(1)).type()).isEqualTo(Type.DOUBLE);
        assertThat(span("s").modulo(Duration.ofSeconds(1)).type()).isEqualTo(Type.DURATION);
    }

    @Test
    void aRegularExpressionIsCheckedWithThePlan() {
        assertRefused(
                () -> text("a").matchesRegex("[a&&b]"),
                "regular expression \"[a&&b]\": '&&' in a class is not supported; list the characters, escape what means itself");
        assertRefused(
                () -> new Expr.Match(text("a"), Expr.Match.Op.REGEX, true, List.of("x")),
                "matches regex: case is ignored by (?i) in the regular expression");
        assertRefused(
                () -> call(Function.EXTRACT, literal("(a)"), literal(2), text("a")),
                "the regular expression \"(a)\" has no group 2, but 1");
    }

    @Test
    void aFormatIsCheckedWithThePlan() {
        assertThat(call(Function.FORMAT_TIMESPAN, span("s"), literal("ddd.hh:mm:ss [fffffff]"))
                        .type())
                .isEqualTo(Type.STRING);
        assertRefused(
                () -> call(Function.FORMAT_TIMESPAN, span("s"), literal("yy")),
                "format \"yy\": 'yy' is not supported; use d..dddddddd f..fffffff F..FFFFFFF h hh H HH m mm s ss and a blank"
                        + " or / - : , . _ [ ]");
        assertRefused(
                () -> call(Function.FORMAT_DATETIME, time("t"), text("a")),
                "format_datetime takes a TIMESTAMP and a literal format, not (TIMESTAMP, STRING)");
    }

    @Test
    void aChoiceHasValuesOfOneType() {
        assertThat(iff(flag("b"), whole("n"), whole("m")).type()).isEqualTo(Type.LONG);
        assertRefused(
                () -> iff(flag("b"), whole("n"), text("a")),
                "case takes 1 to 32 pairs of BOOL and value and a last value, all values of one type, not (BOOL, LONG, STRING)");
        assertThat(coalesce(text("a"), text("b")).type()).isEqualTo(Type.STRING);
    }

    private static void assertRefused(ThrowingCallable verb, String message) {
        assertThatThrownBy(verb).isInstanceOf(PlanException.class).hasMessage(message);
    }
}
