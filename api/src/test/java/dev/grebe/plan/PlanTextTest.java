package dev.grebe.plan;

import static dev.grebe.plan.Expressions.bin;
import static dev.grebe.plan.Expressions.by;
import static dev.grebe.plan.Expressions.count;
import static dev.grebe.plan.Expressions.datetimeDiff;
import static dev.grebe.plan.Expressions.descending;
import static dev.grebe.plan.Expressions.isNull;
import static dev.grebe.plan.Expressions.literal;
import static dev.grebe.plan.Expressions.text;
import static dev.grebe.plan.Expressions.time;
import static dev.grebe.plan.Expressions.whole;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTextTest {
    private static final Relation EVENTS = Relation.scan(
            Table.events("Events", "T", Schema.of("T", Type.TIMESTAMP, "Id", Type.STRING, "n", Type.LONG)));

    @Test
    void aPlanReadsLikeKql() {
        Relation plan = EVENTS.where(
                        text("Id").inIgnoringCase("a", "b").and(whole("n").isGreaterThan(3)))
                .summarize(by("Id"), count())
                .top(5, descending("count_"));
        assertThat(plan).hasToString("""
                        Events
                        | where (Id in~ ("a", "b") and (n > 3))
                        | summarize count_ = count() by Id
                        | top 5 by count_ desc""");
    }

    @Test
    void labelsAndWhatStandsTwiceBecomeLets() {
        Relation some = EVENTS.where(whole("n").is(1)).as("some");
        assertThat(some.union(some)).hasToString("""
                        let some = Events
                        | where (n == 1);
                        union some, some""");
        Relation twice = EVENTS.where(whole("n").is(1));
        assertThat(twice.join(twice, "Id")).hasToString("""
                        let relation1 = Events
                        | where (n == 1);
                        relation1
                        | join kind=inner (relation1) on Id""");
    }

    @Test
    void aRenameShowsOnlyWhatChanges() {
        assertThat(EVENTS.rename("T", "Timestamp")).hasToString("Events\n| project-rename Timestamp = T");
        assertThat(EVENTS.project("Id", "n")).hasToString("Events\n| project Id, n");
    }

    @Test
    void joinsNameTheirKinds() {
        Relation right = EVENTS.distinct("Id");
        assertThat(EVENTS.antiJoin(right, "Id"))
                .hasToString("Events\n| join kind=anti (Events | project Id | distinct *) on Id");
        List<Node.Join.Key> keys = List.of(new Node.Join.Key("n", "m"));
        assertThat(EVENTS.join(EVENTS.rename("n", "m"), Node.Join.Kind.LEFT_OUTER, keys))
                .hasToString("Events\n| join kind=leftouter (Events | project-rename m = n) on $left.n == $right.m");
    }

    @Test
    void expressionsReadLikeKql() {
        assertThat(datetimeDiff("Second", time("T"), time("U")).isBetween(0, 10))
                .hasToString("((datetime_diff(\"second\", T, U) >= 0) and (datetime_diff(\"second\", T, U) <= 10))");
        assertThat(bin(time("T"), Duration.ofHours(1))).hasToString("bin(T, time(01:00:00))");
        assertThat(time("T").isLessThan(Instant.EPOCH)).hasToString("(T < datetime(1970-01-01T00:00:00.0000000Z))");
        assertThat(isNull(whole("n")).not()).hasToString("not(isnull(n))");
        assertThat(literal(null, Type.DURATION)).hasToString("duration(null)");
        assertThat(new Expr.Param(Expr.Param.Name.FROM)).hasToString("$FROM");
        assertThat(text("a").in(EVENTS.project("Id"))).hasToString("a in (Events)");
    }

    @Test
    void caseIsShownAsKqlDoes() {
        assertThat(text("a").is("x")).hasToString("a in (\"x\")");
        assertThat(text("a").isIgnoringCase("x")).hasToString("a in~ (\"x\")");
        assertThat(text("a").contains("x")).hasToString("a contains (\"x\")");
        assertThat(new Expr.Match(text("a"), Expr.Match.Op.ENDS_WITH, false, List.of("x")))
                .hasToString("a endswith_cs (\"x\")");
    }

    @Test
    void hostileTextIsQuoted() {
        assertThat(literal("\"\\\n\r\t\u0001\u007f")).hasToString("\"\\\"\\\\\\n\\r\\t\\u0001\\u007f\"");
    }
}
