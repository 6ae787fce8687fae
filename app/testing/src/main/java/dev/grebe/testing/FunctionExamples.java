package dev.grebe.testing;

import static dev.grebe.plan.Expressions.bin;
import static dev.grebe.plan.Expressions.call;
import static dev.grebe.plan.Expressions.datetimeDiff;
import static dev.grebe.plan.Expressions.isNull;
import static dev.grebe.plan.Expressions.literal;
import static dev.grebe.plan.Expressions.strcat;
import static dev.grebe.plan.Expressions.tostring;
import static dev.grebe.plan.Type.BOOL;
import static dev.grebe.plan.Type.DURATION;
import static dev.grebe.plan.Type.TIMESTAMP;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Field;
import dev.grebe.plan.Function;
import dev.grebe.plan.PlanException;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What functions and operators give, example by example: most of them printed in Kusto's documentation or following from
 * a rule stated there, the others our choices where it is silent.
 */
public final class FunctionExamples extends ExampleTable {
    private FunctionExamples() {
        equality();
        textMatching();
        sets();
        order();
        logic();
        sums();
        differences();
        periods();
        clockBoundaries();
        bins();
        texts();
        numbersAsText();
        timesAsText();
        conversions();
    }

    /**
     * An expression without columns and its value.
     *
     * @param kql the expression as text, for messages
     * @param value a {@link Type#literal} object or null
     */
    public record Example(String kql, Expr expr, @Nullable Object value) {
        /** A call of arguments that are expressions or values, and what it gives. */
        static Example of(@Nullable Object value, Function function, Object... args) {
            Expr[] exprs = Arrays.stream(args)
                    .map(arg -> arg instanceof Expr expr ? expr : literal(arg))
                    .toArray(Expr[]::new);
            Expr expr = call(function, exprs);
            return new Example(function + " " + expr, expr, value);
        }

        /** The same expression over columns that hold its literals, where a column may stand. */
        public Relation overColumns() {
            List<Expr.Literal> literals = new ArrayList<>();
            Expr withColumns = withColumns(expr, literals);
            return Relation.scan(Table.state("Example", schema(literals))).project(withColumns.as("value"));
        }

        /** The row of these columns. */
        public TableLiteral row() {
            List<Expr.Literal> literals = new ArrayList<>();
            withColumns(expr, literals);
            return TableLiteral.table("Example", schema(literals))
                    .row(literals.stream().map(Expr.Literal::value).toArray());
        }

        private static Schema schema(List<Expr.Literal> literals) {
            List<Field> fields =
                    new ArrayList<>(List.of(new Field("unused", BOOL)).subList(0, literals.isEmpty() ? 1 : 0));
            literals.forEach(literal -> fields.add(new Field("c" + fields.size(), literal.type())));
            return new Schema(fields);
        }

        private static Expr withColumns(Expr expr, List<Expr.Literal> literals) {
            if (expr instanceof Expr.Literal literal) {
                literals.add(literal);
                return new Expr.Column("c" + (literals.size() - 1), literal.type());
            } else if (expr instanceof Expr.Match match) {
                return new Expr.Match(
                        withColumns(match.text(), literals), match.op(), match.ignoreCase(), match.literals());
            } else if (expr instanceof Expr.Call call) {
                List<Expr> args = new ArrayList<>(call.args());
                for (int i = 0; i < args.size(); i++) {
                    if (mayBeColumn(call, i)) {
                        args.set(i, withColumns(args.get(i), literals));
                    }
                }
                return new Expr.Call(call.function(), args, call.type());
            }
            return expr;
        }

        /** Whether the function takes a column there, too. */
        private static boolean mayBeColumn(Expr.Call call, int index) {
            List<Expr> args = new ArrayList<>(call.args());
            args.set(index, new Expr.Column("c", args.get(index).type()));
            try {
                call.function().resolve(args);
                return true;
            } catch (PlanException e) {
                return false;
            }
        }

        /** Whether the function is called somewhere in it. */
        public boolean isOf(Function function) {
            return calls(expr, function);
        }

        private static boolean calls(Expr expr, Function function) {
            if (expr instanceof Expr.Match match) {
                return calls(match.text(), function);
            }
            return expr instanceof Expr.Call call
                    && (call.function() == function || call.args().stream().anyMatch(arg -> calls(arg, function)));
        }

        @Override
        public String toString() {
            return kql;
        }
    }

    /** All examples. */
    public static List<Example> all() {
        return All.EXAMPLES;
    }

    private static final class All {
        static final List<Example> EXAMPLES = Stream.concat(tables(), edges()).toList();

        private static Stream<Example> tables() {
            return Stream.of(
                            new FunctionExamples(),
                            new LogicExamples(),
                            new NumberExamples(),
                            new TimeExamples(),
                            new ConversionExamples(),
                            new TextExamples(),
                            new RegexExamples(),
                            new PathExamples(),
                            new AddressExamples(),
                            new DynamicExamples())
                    .flatMap(table -> table.examples().stream());
        }

        private static Stream<Example> edges() {
            return Stream.of(NumberEdges.all(), TimeEdges.all(), DynamicEdges.all())
                    .flatMap(List::stream);
        }
    }

    private void equality() {
        add("\"aBc\" == \"aBc\"", literal("aBc").is("aBc"), true);
        add("\"aBc\" == \"abc\"", literal("aBc").is("abc"), false);
        add("\"\" == \"\"", literal("").is(""), true);
        add("a == b of two columns", call(Function.EQUAL, literal("aBc"), literal("abc")), false);
        add("a == b of two equal columns", call(Function.EQUAL, literal("é"), literal("é")), true);
        add("\"é\" == \"e\u0301\"", literal("é").is("e\u0301"), false);
        add("5 == int(null)", literal(5).is(NO_LONG), false);
        add("int(null) == int(null)", NO_LONG.is(NO_LONG), null);
        add("true == 1", literal(true).is(1), true);
        add("false == 1", literal(false).is(1), false);
        add("bool(null) == 1", NO_BOOL.is(1), false);
        add("bool(null) == bool(null)", NO_BOOL.is(NO_BOOL), null);
        add("1 == 1.0", literal(1).is(1.0), true);
        add("9007199254740993 == 9007199254740992.0", literal(9007199254740993L).is(9007199254740992.0), true);
        add(
                "datetime(2020-01-01) == datetime(2020-01-01T00:00:00Z)",
                at("2020-01-01").is(at("2020-01-01T00:00:00")),
                true);
        add("datetime(null) == datetime(2020-01-01)", NO_TIME.is(at("2020-01-01")), false);
        add("1h == 60m", literal(ofHours(1)).is(ofMinutes(60)), true);
        add("real(nan) == real(nan)", NAN.is(NAN), false);
        add("real(null) == real(nan)", NO_DOUBLE.is(NAN), false);
        add("0.0 == -0.0", literal(0.0).is(-0.0), true);
        add("\"0\" == 0", literal("0").is(0), true);
        add("\"00\" == 0", literal("00").is(0), false);
        add("\"abc\" != \"ABC\"", literal("abc").isNot("ABC"), true);
        add("\"\" != \"x\"", literal("").isNot("x"), true);
        add("a != b of two columns", call(Function.NOT_EQUAL, literal(""), literal("")), false);
        add("5 != int(null)", literal(5).isNot(NO_LONG), true);
        add("int(null) != int(null)", NO_LONG.isNot(NO_LONG), null);
        add("true != 1", literal(true).isNot(1), false);
        add("bool(null) != 1", NO_BOOL.isNot(1), true);
        add("real(nan) != real(nan)", NAN.isNot(NAN), true);
        add("-0.0 != 0.0", literal(-0.0).isNot(0.0), false);
    }

    private void textMatching() {
        add("\"abc\" =~ \"ABC\"", literal("abc").isIgnoringCase("ABC"), true);
        add("\"\" =~ \"x\"", literal("").isIgnoringCase("x"), false);
        add(
                "\"msiexec.exe /V \" =~ \"msiexec.exe /V\"",
                literal("msiexec.exe /V ").isIgnoringCase("msiexec.exe /V"),
                false);
        add("\"CMD.EXE\" =~ \"cmd.exe\"", literal("CMD.EXE").isIgnoringCase("cmd.exe"), true);
        for (boolean columns : new boolean[] {false, true}) {
            String how = columns ? " of two columns" : "";
            add("\"ſc.exe\" =~ \"sc.exe\"" + how, ignoringCase("\u017Fc.exe", "sc.exe", columns), false);
            add("\"\u212Abd\" =~ \"kbd\"" + how, ignoringCase("\u212Abd", "kbd", columns), false);
            add("\"Ä.exe\" =~ \"ä.exe\"" + how, ignoringCase("Ä.exe", "ä.exe", columns), false);
            add("\"I\" =~ \"ı\"" + how, ignoringCase("I", "\u0131", columns), false);
            add("\"TİTLE\" =~ \"title\"" + how, ignoringCase("T\u0130TLE", "title", columns), false);
            add("\"Zz[@`{\" =~ \"zZ[@`{\"" + how, ignoringCase("Zz[@`{", "zZ[@`{", columns), true);
            add("\"[\" =~ \"{\"" + how, ignoringCase("[", "{", columns), false);
            add("\"@\" =~ \"`\"" + how, ignoringCase("@", "`", columns), false);
            add("\"\" =~ \"\"" + how, ignoringCase("", "", columns), true);
        }
        add("parse_json('{\"a\":\"Allow\"}').a =~ \"allow\"", json("\"Allow\"").isIgnoringCase("allow"), true);
        add("parse_json('{\"a\":true}').a =~ \"true\"", json("true").isIgnoringCase("true"), true);
        add("parse_json('{\"AHB\": 1}').AHB =~ \"true\"", json("1").isIgnoringCase("true"), false);
        add("dynamic(null) =~ \"true\"", json(null).isIgnoringCase("true"), false);
        add("\"aBc\" !~ \"xyz\"", literal("aBc").isNotIgnoringCase("xyz"), true);
        add("\"\" !~ \"msiexec.exe /V\"", literal("").isNotIgnoringCase("msiexec.exe /V"), true);
        add(
                "\"msiexec.exe /v\" !~ \"msiexec.exe /V\"",
                literal("msiexec.exe /v").isNotIgnoringCase("msiexec.exe /V"),
                false);
        add(
                "\"C:\\\\Windows\\\\system32\\\\msiexec.exe /V\" !~ \"msiexec.exe /V\"",
                literal("C:\\Windows\\system32\\msiexec.exe /V").isNotIgnoringCase("msiexec.exe /V"),
                true);
        add("\"FabriKam\" contains \"BRik\"", literal("FabriKam").contains("BRik"), true);
        add("\"Fabrikam\" contains \"xyz\"", literal("Fabrikam").contains("xyz"), false);
        add("\"abc\" contains \"\"", literal("abc").contains(""), true);
        add("\"\" contains \"\"", literal("").contains(""), true);
        add("\"Fabrikam\" endswith \"Kam\"", literal("Fabrikam").endsWith("Kam"), true);
        add("\"Fabrikam\" endswith \"brik\"", literal("Fabrikam").endsWith("brik"), false);
        add("\"Fabrikam\" startswith \"fab\"", literal("Fabrikam").startsWith("fab"), true);
        add("\"Fabrikam\" startswith \"abri\"", literal("Fabrikam").startsWith("abri"), false);
        add("\"am\" endswith \"Fabrikam\"", literal("am").endsWith("Fabrikam"), false);
        add("\"é\" endswith \"É\"", literal("é").endsWith("É"), false);
    }

    private static Expr ignoringCase(String left, String right, boolean columns) {
        return columns
                ? call(Function.EQUAL_IGNORING_CASE, literal(left), literal(right))
                : literal(left).isIgnoringCase(right);
    }

    private void sets() {
        add("\"abc\" in (\"123\", \"345\", \"abc\")", literal("abc").in("123", "345", "abc"), true);
        add("\"ABC\" in (\"abc\")", literal("ABC").in("abc"), false);
        add("\"\" in (\"abc\")", literal("").in("abc"), false);
        add("\"abc\" in ()", literal("abc").in(), false);
        add("2 in (dynamic([1,[2,3]]))", literal(2).in(1, 2, 3), true);
        add("3 in (1, 2)", literal(3).in(1, 2), false);
        add("\"Cmd.exe\" in (dynamic([\"cmd.exe\"]))", literal("Cmd.exe").in("cmd.exe"), false);
        add("int(null) in (1, 2)", NO_LONG.in(1, 2), false);
        add("1 in (int(null), 1)", literal(1).in(NO_LONG, 1), true);
        add("\"50173\" in (50173, 50132)", literal("50173").in(50173, 50132), true);
        add(
                "\"bca\" !in (\"123\", \"345\", \"abc\")",
                literal("bca").in("123", "345", "abc").not(),
                true);
        add("\"abc\" !in (\"abc\")", literal("abc").in("abc").not(), false);
        add("int(null) !in (1, 2)", NO_LONG.in(1, 2).not(), true);
        add("\"Abc\" in~ (\"123\", \"345\", \"abc\")", literal("Abc").inIgnoringCase("123", "345", "abc"), true);
        add("\"ABC\" in~ (\"abc\")", literal("ABC").inIgnoringCase("abc"), true);
        add("\"\" in~ (\"abc\", \"\")", literal("").inIgnoringCase("abc", ""), true);
        add("\"Cmd.exe\" in~ (dynamic([\"cmd.exe\"]))", literal("Cmd.exe").inIgnoringCase("cmd.exe"), true);
        add(
                "\"bCa\" !in~ (\"123\", \"345\", \"ABC\")",
                literal("bCa").inIgnoringCase("123", "345", "ABC").not(),
                true);
        add("\"\" !in~ (\"abc\")", literal("").inIgnoringCase("abc").not(), true);
    }

    private void order() {
        add("long(null) < 1", NO_LONG.isLessThan(1), null);
        add("1 < 2", literal(1).isLessThan(2), true);
        add("5 > 3", literal(5).isGreaterThan(3), true);
        add("int(null) > 3", NO_LONG.isGreaterThan(3), null);
        add("long(null) <= long(null)", NO_LONG.isAtMost(NO_LONG), null);
        add("1h > 59m", literal(ofHours(1)).isGreaterThan(ofMinutes(59)), true);
        add("2 <= 1", literal(2).isAtMost(1), false);
        add("2 <= 2", literal(2).isAtMost(2), true);
        add("2 > 2", literal(2).isGreaterThan(2), false);
        add("2 >= 2", literal(2).isAtLeast(2), true);
        add("2 > 1.5", literal(2).isGreaterThan(1.5), true);
        add("real(nan) < 1.0", NAN.isLessThan(1.0), false);
        add("real(nan) <= real(nan)", NAN.isAtMost(NAN), false);
        add("real(nan) > 1.0", NAN.isGreaterThan(1.0), false);
        add("real(nan) >= 1.0", NAN.isAtLeast(1.0), false);
        add("-0.0 < 0.0", literal(-0.0).isLessThan(0.0), false);
        add("-0.0 >= 0.0", literal(-0.0).isAtLeast(0.0), true);
        add("real(+inf) > 1e308", INFINITY.isGreaterThan(1e308), true);
        add("false < true", literal(false).isLessThan(true), true);
        add("datetime(null) >= datetime(2020-01-01)", NO_TIME.isAtLeast(at("2020-01-01")), null);
        add("datetime(2020-01-01) < datetime(2020-01-02)", at("2020-01-01").isLessThan(at("2020-01-02")), true);
        add("-1h > 1d", literal(ofHours(-1)).isGreaterThan(ofDays(1)), false);
        add("long(null) between (0 .. 10)", NO_LONG.isBetween(0, 10), null);
        add("5 between (long(null) .. 10)", literal(5).isBetween(NO_LONG, 10), null);
        add("11 between (long(null) .. 10)", literal(11).isBetween(NO_LONG, 10), false);
        add("0 between (0 .. 10)", literal(0).isBetween(0, 10), true);
        add("10 between (0 .. 10)", literal(10).isBetween(0, 10), true);
        add("11 between (0 .. 10)", literal(11).isBetween(0, 10), false);
        add("-1 between (0 .. 10)", literal(-1).isBetween(0, 10), false);
        add("datetime(2007-07-30) between (datetime(2007-07-27) .. 3d)", withinThreeDays("2007-07-30"), true);
        add(
                "datetime(2007-07-30 00:00:00.0000001) between (datetime(2007-07-27) .. 3d)",
                withinThreeDays("2007-07-30T00:00:00.0000001"),
                false);
        add("1h between (30m .. 90m)", literal(ofHours(1)).isBetween(ofMinutes(30), ofMinutes(90)), true);
        add(
                "datetime_diff('Second',datetime(2020-09-20 16:16:56.597),datetime(2020-09-20 16:16:56.019)) between (0 .. 10)",
                datetimeDiff("Second", at("2020-09-20T16:16:56.597"), at("2020-09-20T16:16:56.019"))
                        .isBetween(0, 10),
                true);
    }

    private static Expr withinThreeDays(String time) {
        Expr start = at("2007-07-27");
        return at(time).isBetween(start, start.plus(ofDays(3)));
    }

    private void logic() {
        add("bool(null) and false", NO_BOOL.and(literal(false)), false);
        add("bool(null) and true", NO_BOOL.and(literal(true)), null);
        add("bool(null) and bool(null)", NO_BOOL.and(NO_BOOL), null);
        add("false and bool(null)", literal(false).and(NO_BOOL), false);
        add("true and true", literal(true).and(literal(true)), true);
        add("int(null) > 3 or isnull(int(null))", NO_LONG.isGreaterThan(3).or(isNull(NO_LONG)), true);
        add("bool(null) or true", NO_BOOL.or(literal(true)), true);
        add("bool(null) or false", NO_BOOL.or(literal(false)), null);
        add("true or bool(null)", literal(true).or(NO_BOOL), true);
        add("false or false", literal(false).or(literal(false)), false);
        add("not(bool(null))", NO_BOOL.not(), null);
        add("not(true)", literal(true).not(), false);
        add("not(false)", literal(false).not(), true);
        add("isnull(\"\")", isNull(literal("")), false);
        add("isnull(int(null))", isNull(NO_LONG), true);
        add("isnull(\"x\")", isNull(literal("x")), false);
        add("isnull(real(nan))", isNull(NAN), false);
        add("isnull(parse_json(\"\"))", isNull(json(null)), true);
        add("isnull(parse_json(\"[]\"))", isNull(json("[]")), false);
        add("isnull(parse_json(\"{}\"))", isNull(json("{}")), false);
    }

    private void sums() {
        add("5 + 10", literal(5).plus(10), 15L);
        add("int(null) + 10", NO_LONG.plus(10), null);
        add("1 + 0.5", literal(1).plus(0.5), 1.5);
        add("long(null) + 1.0", NO_LONG.plus(1.0), null);
        add("0xf + 0", literal(0xf).plus(0), 15L);
        add("9223372036854775807 + 1", literal(Long.MAX_VALUE).plus(1), null);
        add("9223372036854775807 + 0", literal(Long.MAX_VALUE).plus(0), Long.MAX_VALUE);
        add("long(min) + long(min)", literal(Long.MIN_VALUE).plus(Long.MIN_VALUE), null);
        add("1e308 + 1e308", literal(1e308).plus(1e308), Double.POSITIVE_INFINITY);
        add("real(+inf) + real(-inf)", INFINITY.plus(Double.NEGATIVE_INFINITY), Double.NaN);
        add("datetime(9999-12-31) + 2d", at("9999-12-31").plus(ofDays(2)), null);
        add(
                "datetime(9999-12-31) + 23:59:59.9999999",
                at("9999-12-31").plus(ofDays(1).minus(TICK)),
                ticks("9999-12-31T23:59:59.9999999"));
        add(
                "datetime(1970-01-01) + 1546897531 * 1sec",
                at("1970-01-01").plus(ofSeconds(1_546_897_531)),
                ticks("2019-01-07T21:45:31"));
        add("2d + datetime(2020-01-01)", literal(ofDays(2)).plus(at("2020-01-01")), ticks("2020-01-03"));
        add("1d + 2d", literal(ofDays(1)).plus(ofDays(2)), Ticks.of(ofDays(3)));
        add("timespan(max) + 1tick", literal(Long.MAX_VALUE, DURATION).plus(TICK), null);
        add("datetime(1910-06-11) + 1d", at("1910-06-11").plus(ofDays(1)), ticks("1910-06-12"));
        add("datetime(null) + 1d", NO_TIME.plus(ofDays(1)), null);
    }

    private void differences() {
        add("2 - 3", literal(2).minus(3), -1L);
        add("-(1 + 5)", literal(0).minus(literal(1).plus(5)), -6L);
        add("-long(null)", literal(0).minus(NO_LONG), null);
        add("long(-9223372036854775807) - 2", literal(-Long.MAX_VALUE).minus(2), null);
        add("0 - long(min)", literal(0).minus(Long.MIN_VALUE), null);
        add("0.5 - 2", literal(0.5).minus(2), -1.5);
        add("0.0 - 0.0", literal(0.0).minus(0.0), 0.0);
        add("-0.0 - 0.0", literal(-0.0).minus(0.0), -0.0);
        add(
                "datetime(1997-06-25) - datetime(1910-06-11)",
                at("1997-06-25").minus(at("1910-06-11")),
                Ticks.of(ofDays(31_791)));
        add("1h - 2h", literal(ofHours(1)).minus(ofHours(2)), Ticks.of(ofHours(-1)));
        add("datetime(2020-01-01) - 1tick", at("2020-01-01").minus(TICK), ticks("2019-12-31T23:59:59.9999999"));
        add("datetime(0001-01-01) - 1tick", at("0001-01-01").minus(TICK), null);
        add("datetime(2020-01-01) - datetime(null)", at("2020-01-01").minus(NO_TIME), null);
        add("ticks: max - min", literal(Long.MAX_VALUE, TIMESTAMP).minus(literal(Long.MIN_VALUE, TIMESTAMP)), null);
    }

    private void periods() {
        diff(17, "year", "2017-01-01", "2000-12-31");
        diff(2, "quarter", "2017-07-01", "2017-03-30");
        diff(13, "month", "2017-01-01", "2015-12-30");
        diff(5, "week", "2017-10-29 00:00", "2017-09-30 23:59");
        diff(29, "day", "2017-10-29 00:00", "2017-09-30 23:59");
        diff(2, "hour", "2017-10-31 01:00", "2017-10-30 23:59");
        diff(5, "minute", "2017-10-30 23:05:01", "2017-10-30 23:00:59");
        diff(10, "second", "2017-10-30 23:00:10.100", "2017-10-30 23:00:00.900");
        diff(100, "millisecond", "2017-10-30 23:00:00.200100", "2017-10-30 23:00:00.100900");
        diff(100, "microsecond", "2017-10-30 23:00:00.1009001", "2017-10-30 23:00:00.1008009");
        diff(-700, "nanosecond", "2017-10-30 23:00:00.0000000", "2017-10-30 23:00:00.0000007");
        diff(60, "day", "2020-04-30 05:00", "2020-03-01 08:00");
        diff(1, "week", "2020-01-05 00:00", "2020-01-04 23:59");
        diff(0, "week", "2020-01-11 23:59", "2020-01-05 00:00");
        diff(1, "month", "2020-02-01", "2020-01-31 23:59");
        diff(0, "month", "2020-01-31", "2020-01-01");
        diff(1, "quarter", "2020-04-01", "2020-03-31");
        diff(0, "year", "2020-12-31", "2020-01-01");
        diff(-1, "year", "2020-01-01", "2021-12-31");
        add(
                "datetime_diff('nanosecond', 9999, 0001)",
                datetimeDiff("nanosecond", at("9999-01-01"), at("0001-01-01")),
                null);
        add(
                "datetime_diff('week', ticks max, ticks min)",
                datetimeDiff("week", literal(Long.MAX_VALUE, TIMESTAMP), literal(Long.MIN_VALUE, TIMESTAMP)),
                3_050_056L + 1);
    }

    private void clockBoundaries() {
        diff(0, "Second", "2020-09-20 12:00:00.9", "2020-09-20 12:00:00.1");
        diff(-1, "second", "2020-09-20 12:00:00.9", "2020-09-20 12:00:01.1");
        diff(10, "second", "2020-09-20 12:00:10.9", "2020-09-20 12:00:00.0");
        diff(11, "second", "2020-09-20 12:00:11.4", "2020-09-20 12:00:00.5");
        diff(11, "SECOND", "2020-09-20 12:00:11.000", "2020-09-20 12:00:00.999");
        diff(60, "second", "2020-09-20 12:01:00.999", "2020-09-20 12:00:00.0");
        diff(61, "second", "2020-09-20 12:01:01.001", "2020-09-20 12:00:00.999");
        diff(-1, "second", "1969-12-31 23:59:59.5", "1970-01-01 00:00:00.5");
        diff(1, "minute", "2020-01-01 00:01:00", "2020-01-01 00:00:59.9999999");
        diff(0, "hour", "2020-01-01 01:59:59", "2020-01-01 01:00:00");
        diff(1, "day", "2020-01-02 00:00", "2020-01-01 23:59:59.9999999");
        diff(0, "second", "2020-01-01", "2020-01-01");
        add(
                "datetime_diff('second',datetime(null),datetime(2020-01-01))",
                datetimeDiff("second", NO_TIME, at("2020-01-01")),
                null);
        add(
                "datetime_diff('second',datetime(2020-01-01),datetime(null))",
                datetimeDiff("second", at("2020-01-01"), NO_TIME),
                null);
    }

    private void diff(long value, String period, String later, String earlier) {
        String kql = "datetime_diff('%s',datetime(%s),datetime(%s))".formatted(period, later, earlier);
        add(kql, call(Function.DATETIME_DIFF, literal(period), at(later), at(earlier)), value);
    }

    private void bins() {
        add("bin(4.5, 1)", bin(literal(4.5), 1), 4.0);
        add("bin(time(16d), 7d)", bin(literal(ofDays(16)), ofDays(7)), Ticks.of(ofDays(14)));
        add("bin(datetime(1970-05-11 13:45:07), 1d)", bin(at("1970-05-11 13:45:07"), ofDays(1)), ticks("1970-05-11"));
        add("bin(2.15, 1)", bin(literal(2.15), 1), 2.0);
        add("bin(7, 0 - 2)", bin(literal(7), literal(0).minus(2)), null);
        add("bin(7, long(null))", bin(literal(7), NO_LONG), null);
        add("bin(long(null), 2)", bin(NO_LONG, 2), null);
        add("bin(datetime(null), 1d)", bin(NO_TIME, ofDays(1)), null);
        add("bin(datetime(2020-01-01), timespan(null))", bin(at("2020-01-01"), NO_SPAN), null);
        add("bin(datetime(2020-01-01), -1d)", bin(at("2020-01-01"), ofDays(-1)), null);
        add("bin(7, 2)", bin(literal(7), 2), 6L);
        add("bin(6, 2)", bin(literal(6), 2), 6L);
        add("bin(-7, 2)", bin(literal(-7), 2), -8L);
        add("floor(7, 2)", bin(literal(7), 2), 6L);
        add("bin(0, 5)", bin(literal(0), 5), 0L);
        add("bin(long(min), 3)", bin(literal(Long.MIN_VALUE), 3), null);
        add("bin(-4.5, 1)", bin(literal(-4.5), 1), -5.0);
        add("bin(5, 2.5)", bin(literal(5), 2.5), 5.0);
        add("bin(4.5, 0.0)", bin(literal(4.5), 0.0), null);
        add("bin(4.5, -1.0)", bin(literal(4.5), -1.0), null);
        add("bin(4.5, real(nan))", bin(literal(4.5), NAN), Double.NaN);
        add("bin(real(+inf), 1.0)", bin(INFINITY, 1.0), Double.POSITIVE_INFINITY);
        add("bin(-1h, 1d)", bin(literal(ofHours(-1)), ofDays(1)), Ticks.of(ofDays(-1)));
        add("bin(26h, 1d)", bin(literal(ofHours(26)), ofDays(1)), Ticks.of(ofDays(1)));
        add(
                "bin(datetime(2020-09-20 16:16:56.597), 1m)",
                bin(at("2020-09-20 16:16:56.597"), ofMinutes(1)),
                ticks("2020-09-20 16:16"));
        add(
                "bin(datetime(2020-09-20 16:16:56.597), 1h)",
                bin(at("2020-09-20 16:16:56.597"), ofHours(1)),
                ticks("2020-09-20 16:00"));
        add(
                "bin(datetime(2020-09-20 16:16:56.597), 1s)",
                bin(at("2020-09-20 16:16:56.597"), ofSeconds(1)),
                ticks("2020-09-20 16:16:56"));
        add(
                "bin(datetime(2020-09-20 16:16:56.0190000), 5s)",
                bin(at("2020-09-20 16:16:56.0190000"), ofSeconds(5)),
                ticks("2020-09-20 16:16:55"));
        add(
                "bin(datetime(1969-12-31 23:59:59.9), 1s)",
                bin(at("1969-12-31 23:59:59.9"), ofSeconds(1)),
                ticks("1969-12-31 23:59:59"));
        add(
                "bin(datetime(2020-09-20 16:00:00), 1h)",
                bin(at("2020-09-20 16:00:00"), ofHours(1)),
                ticks("2020-09-20 16:00"));
        add("bin(datetime(2020-09-23), 7d)", bin(at("2020-09-23"), ofDays(7)), ticks("2020-09-21"));
        add("bin(datetime(0001-01-01), 100000d)", bin(at("0001-01-01"), ofDays(100_000)), Ticks.YEAR_ONE);
        add("bin(ticks max, 1 tick)", bin(literal(Long.MAX_VALUE, TIMESTAMP), TICK), null);
        add("bin(7, 0)", bin(literal(7), 0), null);
        add("bin(datetime(2020-01-01), 0s)", bin(at("2020-01-01"), ofSeconds(0)), null);
    }

    private void texts() {
        add("strcat(\"hello\", \" \", \"world\")", strcat("hello", " ", "world"), "hello world");
        add(
                "strcat(\"Line 1\\n\", \"Line 2\\n\", \"Line 3\")",
                strcat("Line 1\n", "Line 2\n", "Line 3"),
                "Line 1\nLine 2\nLine 3");
        add("strcat(\"- \",\"Te st\",1,@\"// $\")", strcat("- ", "Te st", 1, "// $"), "- Te st1// $");
        add(
                "strcat(\"10.0.0.5\", \":\", 49726, \" (\", \"\", \")\")",
                strcat("10.0.0.5", ":", 49726, " (", "", ")"),
                "10.0.0.5:49726 ()");
        add("strcat(\"a\", long(null), \"b\")", strcat("a", NO_LONG, "b"), "ab");
        add("strcat(\"x\")", strcat("x"), "x");
        add("strcat(\"\", \"\")", strcat("", ""), "");
        add("strcat(\"é\", \"😀\")", strcat("é", "😀"), "é😀");
        add("tostring(\"x\")", tostring(literal("x")), "x");
        add("tostring(text) as a call", call(Function.TO_STRING, literal("é")), "é");
        add("tostring(bool(null))", tostring(NO_BOOL), "");
        add("tostring(true)", tostring(literal(true)), "true");
        add("tostring(false)", tostring(literal(false)), "false");
        add("tostring(dynamic(null))", tostring(json(null)), "");
        add("tostring(dynamic(\"a\"))", tostring(json("\"a\"")), "a");
        add("tostring(parse_json('[1, \"a\", null]'))", tostring(json("[1,\"a\",null]")), "[1,\"a\",null]");
        add("tostring(parse_json('{\"a\": 1.50}'))", tostring(json("{\"a\":1.50}")), "{\"a\":1.50}");
        add("tostring(parse_json('{\"a\":true}').a)", tostring(json("true")), "true");
        add("tostring(parse_json('{\"a\":1}').b)", tostring(json(null)), "");
        add("tostring(parse_json('{\"a\":118.0}').a)", tostring(json("118.0")), "118.0");
        add("tostring(split(\"dc1.corp.local\",\".\")[0])", tostring(json("\"dc1\"")), "dc1");
        add("tostring(parse_json('{\"a\":\"2015-01-01\"}').a)", tostring(json("\"2015-01-01\"")), "2015-01-01");
        add(
                "tostring of JSON escapes",
                tostring(json("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\"")),
                "\"\\/\b\f\n\r\té😀");
        add("tostring of a lone surrogate", tostring(json("\"a\\ud83db\"")), "a\uFFFDb");
    }

    private void numbersAsText() {
        add("tostring(long(null))", tostring(NO_LONG), "");
        add("tostring(-5)", tostring(literal(-5)), "-5");
        add("tostring(123)", tostring(literal(123)), "123");
        add("tostring(12345)", tostring(literal(12345)), "12345");
        add("tostring(long(min))", tostring(literal(Long.MIN_VALUE)), "-9223372036854775808");
        add("tostring(real(null))", tostring(NO_DOUBLE), "");
        real("123.45", 123.45);
        real("5.0", 5.0);
        real("0.1", 0.1);
        real("NaN", Double.NaN);
        real("+inf", Double.POSITIVE_INFINITY);
        real("-inf", Double.NEGATIVE_INFINITY);
        real("0.0", 0.0);
        real("-0.0", -0.0);
        real("-2.5", -2.5);
        real("0.00001", 1e-5);
        real("9.999e-6", 9.999e-6);
        real("1e-7", 1e-7);
        real("123456789012345.0", 123456789012345.0);
        real("999999999999999.9", 999999999999999.9);
        real("1e15", 1e15);
        real("-1.5e300", -1.5e300);
        real("9.007199254740992e15", 9007199254740992.0);
        real("1.7976931348623157e308", Double.MAX_VALUE);
        real("2.2250738585072014e-308", Double.MIN_NORMAL);
        real("5e-324", Double.MIN_VALUE);
        real("2e-323", 2e-323);
        real("2e23", Double.parseDouble("2e23"));
        real("1.1805916207174113e21", 0x1p70);
    }

    private void real(String text, double value) {
        add("tostring(real(" + text + "))", tostring(literal(value)), text);
    }

    private void timesAsText() {
        add("tostring(datetime(null))", tostring(NO_TIME), "");
        add("tostring(datetime(2017-10-15 12:00))", tostring(at("2017-10-15 12:00")), "2017-10-15T12:00:00.0000000Z");
        add(
                "tostring(datetime(1969-12-31 23:59:59.9999999))",
                tostring(at("1969-12-31 23:59:59.9999999")),
                "1969-12-31T23:59:59.9999999Z");
        add("tostring(datetime(0001-01-01))", tostring(at("0001-01-01")), "0001-01-01T00:00:00.0000000Z");
        add("tostring(ticks max)", tostring(literal(Long.MAX_VALUE, TIMESTAMP)), "+31197-09-14T02:48:05.4775807Z");
        add("tostring(ticks min)", tostring(literal(Long.MIN_VALUE, TIMESTAMP)), "-27258-04-19T21:11:54.5224192Z");
        add("tostring(timespan(null))", tostring(NO_SPAN), "");
        span("03:00:00", ofHours(3));
        span("00:00:01", ofSeconds(1));
        span("1.12:00:00", ofHours(36));
        span("-12:00:00", ofHours(-12));
        span("00:00:00.0000001", TICK);
        span("1.12:30:55.1230000", Duration.parse("P1DT12H30M55.123S"));
        span("00:00:00", Duration.ZERO);
        span("-1.00:00:00.0000001", ofDays(-1).minus(TICK));
        add("tostring(timespan(min))", tostring(literal(Long.MIN_VALUE, DURATION)), "-10675199.02:48:05.4775808");
        add("tostring(timespan(max))", tostring(literal(Long.MAX_VALUE, DURATION)), "10675199.02:48:05.4775807");
    }

    private void span(String text, Duration span) {
        add("tostring(time(" + text + "))", tostring(literal(span)), text);
    }

    private void conversions() {
        add("tolong(true)", call(Function.TO_LONG, literal(true)), 1L);
        add("tolong(false)", call(Function.TO_LONG, literal(false)), 0L);
        add("tolong(bool(null))", call(Function.TO_LONG, NO_BOOL), null);
        add("todouble(5)", call(Function.TO_DOUBLE, literal(5)), 5.0);
        add("todouble(true)", call(Function.TO_DOUBLE, call(Function.TO_LONG, literal(true))), 1.0);
        add("todouble(long(null))", call(Function.TO_DOUBLE, NO_LONG), null);
        add("todouble(9007199254740993)", call(Function.TO_DOUBLE, literal(9007199254740993L)), 9007199254740992.0);
        add("todouble(long(max))", call(Function.TO_DOUBLE, literal(Long.MAX_VALUE)), 0x1p63);
    }
}
