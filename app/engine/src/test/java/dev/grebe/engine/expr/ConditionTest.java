package dev.grebe.engine.expr;

import static dev.grebe.plan.Expressions.datetimeDiff;
import static dev.grebe.plan.Expressions.flag;
import static dev.grebe.plan.Expressions.isNull;
import static dev.grebe.plan.Expressions.literal;
import static dev.grebe.plan.Expressions.real;
import static dev.grebe.plan.Expressions.text;
import static dev.grebe.plan.Expressions.time;
import static dev.grebe.plan.Expressions.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.engine.expr.ArrayBatch.Asked;
import dev.grebe.engine.expr.ArrayBatch.Form;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Expressions;
import dev.grebe.plan.PlanException;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionTest {
    private static final List<Object> TRUTHS = Arrays.asList(true, false, null);

    @Test
    void rowsWhereTheConditionIsNullAreNotKept() {
        ArrayBatch batch = ArrayBatch.of(Type.BOOL, true, false, null);

        assertThat(Evaluation.kept(flag("x"), batch)).containsExactly(0);
        assertThat(Evaluation.kept(flag("x").not(), batch)).containsExactly(1);
        assertThat(Evaluation.kept(flag("x").not().not(), batch)).containsExactly(0);
        assertThat(Evaluation.kept(isNull(flag("x")), batch)).containsExactly(2);
    }

    /** All nine pairs of truth values, as conditions, negated, and as values. */
    @ParameterizedTest
    @EnumSource(Form.class)
    void andAndOrAreThreeValued(Form form) {
        ArrayBatch batch = truthTable(form);
        Expr and = flag("a").and(flag("b"));
        Expr or = flag("a").or(flag("b"));

        assertThat(Evaluation.of(and, batch))
                .containsExactly(true, false, null, false, false, false, null, false, null);
        assertThat(Evaluation.of(or, batch)).containsExactly(true, true, true, true, false, null, true, null, null);
        assertThat(Evaluation.kept(and, batch)).containsExactly(0);
        assertThat(Evaluation.kept(or, batch)).containsExactly(0, 1, 2, 3, 6);
        assertThat(Evaluation.kept(and.not(), batch)).containsExactly(1, 3, 4, 5, 7);
        assertThat(Evaluation.kept(or.not(), batch)).containsExactly(4);
    }

    private static ArrayBatch truthTable(Form form) {
        List<Object> left = new ArrayList<>();
        List<Object> right = new ArrayList<>();
        TRUTHS.forEach(a -> TRUTHS.forEach(b -> {
            left.add(a);
            right.add(b);
        }));
        return new ArrayBatch(9).with("a", Type.BOOL, form, left).with("b", Type.BOOL, form, right);
    }

    @Test
    void aColumnIsAskedForAtSurvivingRowsOnly() {
        ArrayBatch batch = new ArrayBatch(4)
                .with("name", Type.STRING, Form.DICTIONARY, List.of("a", "b", "b", "c"))
                .with("id", Type.LONG, Form.PLAIN, List.of(1L, 2L, 3L, 4L));

        assertThat(Evaluation.kept(text("name").is("b").and(whole("id").isGreaterThan(1)), batch))
                .containsExactly(1, 2);
        assertThat(batch.asked())
                .containsExactly(new Asked("id", List.of(0, 1, 2, 3)), new Asked("name", List.of(1, 2, 3)));
    }

    @Test
    void conjunctsAreTriedFromCheapToDear() {
        ArrayBatch batch = new ArrayBatch(1)
                .with("computed", Type.LONG, Form.PLAIN, List.of(1L))
                .with("searched", Type.STRING, Form.PLAIN, List.of("x"))
                .with("edge", Type.STRING, Form.PLAIN, List.of("x"))
                .with("equal", Type.STRING, Form.PLAIN, List.of("x"))
                .with("time", Type.TIMESTAMP, Form.PLAIN, List.of(0L))
                .with("number", Type.LONG, Form.PLAIN, List.of(1L));
        Expr all = Expressions.tostring(whole("computed"))
                .is("1")
                .and(text("searched").contains("x"))
                .and(text("edge").startsWith("x"))
                .and(text("equal").is("x"))
                .and(datetimeDiff("day", time("time"), time("time")).is(0))
                .and(whole("number").is(1));

        assertThat(Evaluation.kept(all, batch)).containsExactly(0);
        assertThat(batch.asked())
                .extracting(Asked::column)
                .containsExactly("number", "time", "equal", "edge", "searched", "computed");
    }

    @Test
    void aColumnIsNotAskedForWhenNoRowIsLeft() {
        ArrayBatch batch = new ArrayBatch(2)
                .with("name", Type.STRING, Form.PLAIN, List.of("a", "b"))
                .with("id", Type.LONG, Form.PLAIN, List.of(1L, 2L));

        assertThat(Evaluation.kept(text("name").is("b").and(whole("id").is(9)), batch))
                .isEmpty();
        assertThat(batch.asked()).extracting(Asked::column).containsExactly("id");
    }

    @Test
    void rightSideOfOrSeesRowsThatAreNotYetTrue() {
        ArrayBatch batch = new ArrayBatch(3)
                .with("name", Type.STRING, Form.PLAIN, List.of("a", "b", "c"))
                .with("id", Type.LONG, Form.PLAIN, List.of(1L, 2L, 3L));

        assertThat(Evaluation.kept(whole("id").is(2).or(text("name").is("c")), batch))
                .containsExactly(1, 2);
        assertThat(batch.asked()).containsExactly(new Asked("id", List.of(0, 1, 2)), new Asked("name", List.of(0, 2)));
    }

    @Test
    void aColumnThatStandsTwiceIsAskedForOnce() {
        ArrayBatch batch = ArrayBatch.of(Type.STRING, "abc", "abd", "xbc");
        Expr both = text("x")
                .startsWith("ab")
                .and(text("x").endsWith("c"))
                .and(text("x").contains("b"));

        assertThat(Evaluation.kept(both, batch)).containsExactly(0);
        assertThat(batch.asked()).hasSize(1);
    }

    @Test
    void aColumnIsAskedForAgainWhenMoreRowsNeedIt() {
        ArrayBatch batch = new ArrayBatch(4)
                .with("flag", Type.BOOL, Form.PLAIN, List.of(true, false, true, false))
                .with("name", Type.STRING, Form.PLAIN, List.of("a", "b", "b", "a"));
        Expr either = flag("flag")
                .and(text("name").is("a"))
                .or(flag("flag").not().and(text("name").contains("a")));

        assertThat(Evaluation.kept(either, batch)).containsExactly(0, 3);
        assertThat(batch.asked())
                .containsExactly(
                        new Asked("flag", List.of(0, 1, 2, 3)),
                        new Asked("name", List.of(0, 2)),
                        new Asked("name", List.of(0, 1, 2, 3)));
    }

    @Test
    void boundsOnOneValueAreTriedTogether() {
        ArrayBatch batch = new ArrayBatch(4)
                .with("a", Type.TIMESTAMP, Form.PLAIN, ticks(0, 10.9, 11, -0.1))
                .with("b", Type.TIMESTAMP, Form.PLAIN, ticks(0, 0, 0, 0));
        Expr window = datetimeDiff("second", time("a"), time("b")).isBetween(0, 10);

        assertThat(Evaluation.kept(window, batch)).containsExactly(0, 1);
        assertThat(Evaluation.kept(window.not(), batch)).containsExactly(2, 3);
        assertThat(Evaluation.kept(window.and(literal(true)), batch)).containsExactly(0, 1);
    }

    private static List<Object> ticks(double... seconds) {
        return Arrays.stream(seconds)
                .mapToObj(second -> (Object) Math.round(second * Ticks.PER_SECOND))
                .toList();
    }

    @Test
    void boundsAtTheEndsOfTheRange() {
        ArrayBatch batch = ArrayBatch.of(Type.LONG, Long.MIN_VALUE, 0L, Long.MAX_VALUE, null);

        assertThat(Evaluation.kept(whole("x").isLessThan(Long.MIN_VALUE), batch))
                .isEmpty();
        assertThat(Evaluation.kept(whole("x").isGreaterThan(Long.MAX_VALUE), batch))
                .isEmpty();
        assertThat(Evaluation.kept(whole("x").isAtMost(Long.MAX_VALUE), batch)).containsExactly(0, 1, 2);
        assertThat(Evaluation.kept(literal(0L).isLessThan(whole("x")), batch)).containsExactly(2);
        assertThat(Evaluation.kept(whole("x").isAtLeast(1).and(whole("x").isAtMost(-1)), batch))
                .isEmpty();
    }

    @Test
    void unequalKeepsNull() {
        ArrayBatch batch = ArrayBatch.of(Type.LONG, 1L, 2L, null);

        assertThat(Evaluation.kept(whole("x").isNot(1), batch)).containsExactly(1, 2);
        assertThat(Evaluation.kept(whole("x").is(1).not(), batch)).containsExactly(1, 2);
        assertThat(Evaluation.kept(whole("x").isNot(1).not(), batch)).containsExactly(0);
        assertThat(Evaluation.kept(whole("x").is(Evaluation.nothing(Type.LONG)), batch))
                .isEmpty();
        assertThat(Evaluation.kept(whole("x").isNot(Evaluation.nothing(Type.LONG)), batch))
                .containsExactly(0, 1);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void constantsThatOneValueMayEqualAreLookedUpTogether(Form form) {
        ArrayBatch batch =
                new ArrayBatch(5).with("x", Type.LONG, form, Arrays.asList(1L, 2L, null, 3L, Long.MIN_VALUE));
        Expr in = whole("x").in(3, 1, 7);

        assertThat(Evaluation.kept(in, batch)).containsExactly(0, 3);
        assertThat(Evaluation.kept(in.or(whole("x").isLessThan(0)), batch)).containsExactly(0, 3, 4);
        assertThat(Evaluation.kept(in.and(whole("x").isGreaterThan(1)), batch)).containsExactly(3);
        // null in (3, 1, 7) is false.
        assertThat(Evaluation.kept(in.not(), batch)).containsExactly(1, 2, 4);
        assertThat(Evaluation.kept(in.not().and(whole("x").isNot(2)), batch)).containsExactly(2, 4);
        assertThat(Evaluation.kept(in.not().not(), batch)).containsExactly(0, 3);
    }

    @Test
    void leastNumberIsAPointOnlyForEquality() {
        ArrayBatch batch = ArrayBatch.of(Type.LONG, Long.MIN_VALUE, 0L, null);
        Expr atMost = whole("x").isAtMost(Long.MIN_VALUE);

        assertThat(Evaluation.kept(atMost.or(whole("x").is(7)), batch)).containsExactly(0);
        assertThat(Evaluation.kept(atMost.not(), batch)).containsExactly(1);
    }

    @Test
    void chainsMayBeLong() throws InterruptedException {
        ArrayBatch batch = ArrayBatch.of(Type.LONG, 1L, 999_999L, null);
        Object[] values = LongStream.range(0, 50_000).boxed().toArray();
        List<Integer> kept = new ArrayList<>();
        Thread small = new Thread(
                null,
                () -> kept.addAll(
                        Evaluation.kept(whole("x").in(values).or(flag("y").and(literal(false))), batch)),
                "small stack",
                256 << 10);
        small.start();
        small.join();

        assertThat(kept).containsExactly(0);
    }

    @Test
    void nanEqualsNothing() {
        ArrayBatch batch = ArrayBatch.of(Type.DOUBLE, 1.0, Double.NaN, -0.0, null);

        assertThat(Evaluation.kept(real("x").is(real("x")), batch)).containsExactly(0, 2);
        assertThat(Evaluation.kept(real("x").isNot(real("x")), batch)).containsExactly(1);
        assertThat(Evaluation.kept(real("x").isLessThan(2.0), batch)).containsExactly(0, 2);
        assertThat(Evaluation.kept(real("x").isLessThan(2.0).not(), batch)).containsExactly(1);
        assertThat(Evaluation.kept(real("x").is(0.0), batch)).containsExactly(2);
    }

    @Test
    void whatIsKnownBeforehandAsksForNothing() {
        ArrayBatch batch = ArrayBatch.of(Type.TIMESTAMP, 1L, 2L, null);
        Expr open =
                isNull(Evaluation.nothing(Type.TIMESTAMP)).or(time("x").isAtLeast(Evaluation.nothing(Type.TIMESTAMP)));

        assertThat(Evaluation.kept(open, batch)).containsExactly(0, 1, 2);
        assertThat(Evaluation.kept(literal(1).is(2).and(isNull(time("x"))), batch))
                .isEmpty();
        assertThat(Evaluation.kept(text("name").in().and(isNull(time("x"))), batch))
                .isEmpty();
        assertThat(batch.asked()).isEmpty();
    }

    @Test
    void aConditionStartsAnewWithEachBatch() {
        ArrayBatch small = ArrayBatch.of(Type.LONG, 1L, 5L);
        ArrayBatch large = ArrayBatch.of(Type.LONG, 5L, 1L, null, 5L, 7L);
        Condition condition =
                small.compiler().condition(whole("x").is(5).or(whole("x").is(7)));

        assertThat(ArrayBatch.rows(condition.filter(small, Selection.all(2)))).containsExactly(1);
        assertThat(ArrayBatch.rows(condition.filter(large, Selection.all(5)))).containsExactly(0, 3, 4);
        assertThat(ArrayBatch.rows(condition.filter(small, Selection.all(2)))).containsExactly(1);
    }

    @Test
    void membershipIsAskedAtSurvivingRowsAndMayBeNull() {
        ArrayBatch batch = new ArrayBatch(4)
                .with("key", Type.LONG, Form.PLAIN, Arrays.asList(1L, 2L, null, 1L))
                .with("flag", Type.BOOL, Form.PLAIN, List.of(true, true, true, false));
        Relation ones = Relation.scan(Table.state("Ones", Schema.of("key", Type.LONG)));
        Expr in = whole("key").in(ones);
        List<List<Integer>> tested = new ArrayList<>();
        Membership membership = (keys, rows) -> {
            tested.add(ArrayBatch.rows(rows));
            Column.Longs longs = (Column.Longs) keys.get(0);
            boolean[] values = new boolean[4];
            boolean[] nulls = new boolean[4];
            for (int row : ArrayBatch.rows(rows)) {
                values[row] = longs.values()[row] == 1;
                nulls[row] = longs.isNull(row);
            }
            return new Column.Bools(4, values, nulls);
        };
        ExprCompiler compiler = new ExprCompiler(batch.fields(), Map.of((Expr.In) in, membership));
        Selection all = Selection.all(4);

        assertThat(ArrayBatch.rows(compiler.condition(in.and(flag("flag"))).filter(batch, all)))
                .containsExactly(0);
        assertThat(ArrayBatch.rows(compiler.condition(in.not()).filter(batch, all)))
                .containsExactly(1);
        assertThat(ArrayBatch.values(compiler.evaluator(in).evaluate(batch, all), Type.BOOL, all))
                .containsExactly(true, false, null, true);
        assertThat(tested).containsExactly(List.of(0, 1, 2), List.of(0, 1, 2, 3), List.of(0, 1, 2, 3));
    }

    @Test
    void whatCannotBeCompiledIsNamed() {
        ArrayBatch batch = ArrayBatch.of(Type.LONG, 1L);

        assertThatThrownBy(() -> batch.compiler().condition(whole("x")))
                .isInstanceOf(PlanException.class)
                .hasMessage("x is LONG, not a condition");
        assertThatThrownBy(() -> batch.compiler().condition(flag("y")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the batch has no column 'y', but [x:LONG]");
        assertThatThrownBy(() -> batch.compiler().condition(Expressions.inRun(time("x"))))
                .isInstanceOf(IllegalStateException.class);
    }
}
