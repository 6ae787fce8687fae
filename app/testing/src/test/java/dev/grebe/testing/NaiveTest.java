package dev.grebe.testing;

import static dev.grebe.plan.Expressions.argMax;
import static dev.grebe.plan.Expressions.ascending;
import static dev.grebe.plan.Expressions.by;
import static dev.grebe.plan.Expressions.count;
import static dev.grebe.plan.Expressions.descending;
import static dev.grebe.plan.Expressions.inRun;
import static dev.grebe.plan.Expressions.makeSet;
import static dev.grebe.plan.Expressions.max;
import static dev.grebe.plan.Expressions.min;
import static dev.grebe.plan.Expressions.real;
import static dev.grebe.plan.Expressions.sum;
import static dev.grebe.plan.Expressions.text;
import static dev.grebe.plan.Expressions.time;
import static dev.grebe.plan.Expressions.tostring;
import static dev.grebe.plan.Expressions.whole;
import static dev.grebe.plan.Type.DOUBLE;
import static dev.grebe.plan.Type.DURATION;
import static dev.grebe.plan.Type.LONG;
import static dev.grebe.plan.Type.STRING;
import static dev.grebe.plan.Type.TIMESTAMP;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Expressions;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NaiveTest {
    private static final TableLiteral X = table("X", "Key", STRING, "Value1", LONG)
            .row("a", 1)
            .row("b", 2)
            .row("b", 3)
            .row("c", 4);
    private static final TableLiteral Y = table("Y", "Key", STRING, "Value2", LONG)
            .row("b", 10)
            .row("c", 20)
            .row("c", 30)
            .row("d", 40);

    @Test
    void innerJoinGivesEveryPairWithBothKeys() {
        assertThat(rows(scan(X).join(scan(Y), "Key"), X, Y))
                .containsExactly(
                        asList("b", 2L, "b", 10L),
                        asList("b", 3L, "b", 10L),
                        asList("c", 4L, "c", 20L),
                        asList("c", 4L, "c", 30L));
    }

    @Test
    void leftOuterJoinFillsWithNullAndEmptyText() {
        assertThat(rows(scan(X).leftOuterJoin(scan(Y), "Key"), X, Y)).contains(asList("a", 1L, "", null));
    }

    @Test
    void semiAndAntiJoinDivideTheLeftSide() {
        assertThat(rows(scan(X).semiJoin(scan(Y), "Key"), X, Y))
                .containsExactly(asList("b", 2L), asList("b", 3L), asList("c", 4L));
        assertThat(rows(scan(X).antiJoin(scan(Y), "Key"), X, Y)).containsExactly(asList("a", 1L));
    }

    @Test
    void nullAndNanKeysNeverJoin() {
        TableLiteral left = table("L", "n", LONG, "d", DOUBLE).row(null, 1).row(1, Double.NaN);
        TableLiteral right = table("R", "n", LONG, "d", DOUBLE).row(null, 1).row(1, Double.NaN);
        assertThat(rows(scan(left).join(scan(right), "n", "d"), left, right)).isEmpty();
        assertThat(rows(scan(left).antiJoin(scan(right), "d"), left, right)).containsExactly(asList(1L, Double.NaN));
    }

    @Test
    void bothZerosJoinAndKeepTheirSigns() {
        TableLiteral left = table("L", "d", DOUBLE).row(-0.0);
        TableLiteral right = table("R", "d", DOUBLE).row(0.0);
        assertThat(rows(scan(left).join(scan(right), "d"), left, right)).containsExactly(asList(-0.0, 0.0));
    }

    @Test
    void inIsNullOnlyIfANullCouldHaveBeenEqual() {
        TableLiteral left = table("L", "k", LONG).row(1).row(2).row((Object) null);
        TableLiteral right = table("R", "k", LONG).row(1).row((Object) null);
        Relation marked = scan(left)
                .project(whole("k").as("k"), whole("k").in(scan(right)).as("found"));
        assertThat(rows(marked, left, right)).containsExactly(asList(null, null), asList(1L, true), asList(2L, false));
        TableLiteral empty = table("R", "k", LONG);
        assertThat(rows(marked, left, empty))
                .containsExactly(asList(null, false), asList(1L, false), asList(2L, false));
    }

    @Test
    void nullsZerosAndNansAreGroups() {
        TableLiteral t = table("T", "d", DOUBLE)
                .row((Object) null)
                .row(-0.0)
                .row(0.0)
                .row(Double.NaN)
                .row(Double.NaN);
        assertThat(rows(scan(t).summarize(by("d"), count()), t))
                .containsExactly(asList(null, 1L), asList(Double.NaN, 2L), asList(0.0, 2L));
        assertThat(rows(scan(t).distinct(), t)).containsExactly(asList((Object) null), asList(Double.NaN), asList(0.0));
    }

    @Test
    void aggregatesOfNothingAreOneRowWithoutKeysAndNoneWithKeys() {
        TableLiteral t = table("T", "k", STRING, "n", LONG, "d", DOUBLE);
        Relation whole = scan(t).summarize(
                        by(),
                        count(),
                        sum(whole("n")),
                        sum(real("d")),
                        min(text("k")),
                        max(whole("n")),
                        makeSet(text("k")));
        assertThat(rows(whole, t)).containsExactly(asList(0L, 0L, 0.0, "", null, "[]"));
        assertThat(rows(scan(t).summarize(by("k"), count()), t)).isEmpty();
    }

    @Test
    void sumsAreExact() {
        TableLiteral t = table("T", "n", LONG, "d", DOUBLE)
                .row(Long.MAX_VALUE, 1e300)
                .row(1, 1.0)
                .row(null, -1e300);
        assertThat(rows(scan(t).summarize(by(), sum(whole("n")), sum(real("d"))), t))
                .containsExactly(asList(null, 1.0));
    }

    @Test
    void setsAreSortedJson() {
        TableLiteral t = table("T", "s", STRING, "d", DOUBLE)
                .row("b", 2.5)
                .row("", Double.NaN)
                .row("\"\\\u0001\n/é", -0.0)
                .row("b", null);
        assertThat(rows(scan(t).summarize(by(), makeSet(text("s")), makeSet(real("d"))), t))
                .containsExactly(asList("[\"\",\"\\\"\\\\\\u0001\\n/é\",\"b\"]", "[\"NaN\",0.0,2.5]"));
    }

    @Test
    void argMaxTakesTheLeastOfTheGreatest() {
        TableLiteral t = table("T", "k", STRING, "n", LONG, "v", STRING)
                .row("a", 2, "q")
                .row("a", 2, "p")
                .row("a", null, "o")
                .row("b", null, "r");
        assertThat(rows(scan(t).summarize(by("k"), argMax(whole("n"), text("v"))), t))
                .containsExactly(asList("a", 2L, "p"), asList("b", null, "r"));
    }

    @Test
    void topPutsNullsLastWhenDescending() {
        TableLiteral t = table("T", "d", DOUBLE)
                .row(1)
                .row(Double.NaN)
                .row((Object) null)
                .row(3);
        assertThat(rows(scan(t).top(3, descending("d")), t))
                .containsExactly(asList(Double.NaN), asList(1.0), asList(3.0));
        assertThat(rows(scan(t).top(2, ascending("d")), t)).containsExactly(asList((Object) null), asList(Double.NaN));
    }

    @Test
    void windowedTablesAreReadOverTheWindowAndItsMargins() {
        Table events = Table.events("E", "t", Schema.of("t", TIMESTAMP));
        TableLiteral e = TableLiteral.table(events)
                .row("2020-01-01T00:00:00Z")
                .row("2020-01-01T00:00:01Z")
                .row("2020-01-01T00:00:04Z")
                .row("2020-01-01T00:00:05Z")
                .row((Object) null);
        Window window = new Window(
                Ticks.of(Instant.parse("2020-01-01T00:00:02Z")), Ticks.of(Instant.parse("2020-01-01T00:00:04Z")));
        Moment moment = new Moment(window, Instant.EPOCH, Duration.ofSeconds(1), Duration.ofSeconds(1));
        Relation read = Relation.scan(events)
                .project(tostring(time("t")).as("t"), inRun(time("t")).as("inRun"));
        assertThat(Naive.evaluate(read, Map.of("E", e), moment).rows())
                .containsExactly(
                        asList("2020-01-01T00:00:01.0000000Z", false), asList("2020-01-01T00:00:04.0000000Z", false));
        assertThat(Naive.evaluate(read, Map.of("E", e), Moment.ALL).rows()).hasSize(5);
    }

    @Test
    void columnsThatTheLakeLacksAreMissing() {
        Relation wider = Relation.scan(Table.state("X", Schema.of("Key", STRING, "Extra", STRING, "More", DURATION)));
        assertThat(rows(wider.top(1, ascending("Key")), X)).containsExactly(asList("a", "", null));
    }

    @Test
    void labelsCountWholeRelationsInputsFirst() {
        Relation all = scan(X).as("all");
        Relation some = all.where(whole("Value1").isGreaterThan(1)).as("some");
        Relation plan =
                some.where(text("Key").in(scan(Y).project("Key").as("keys")).or(literalFalse()));
        assertThat(Naive.evaluate(plan, Map.of("X", X, "Y", Y), Moment.ALL).labels())
                .containsExactly("all=4", "some=3", "keys=4");
    }

    private static Expr literalFalse() {
        return Expressions.literal(false, Type.BOOL);
    }

    private static TableLiteral table(String name, Object... namesAndTypes) {
        return TableLiteral.table(name, Schema.of(namesAndTypes));
    }

    private static Relation scan(TableLiteral table) {
        return Relation.scan(Table.state(table.name(), table.schema()));
    }

    private static List<List<@Nullable Object>> rows(Relation relation, TableLiteral... tables) {
        return Naive.evaluate(
                        relation,
                        Arrays.stream(tables).collect(Collectors.toMap(TableLiteral::name, t -> t)),
                        Moment.ALL)
                .rows();
    }
}
