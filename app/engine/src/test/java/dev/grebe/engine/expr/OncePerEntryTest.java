package dev.grebe.engine.expr;

import static dev.grebe.plan.Expressions.call;
import static dev.grebe.plan.Expressions.literal;
import static dev.grebe.plan.Expressions.strcat;
import static dev.grebe.plan.Expressions.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.engine.expr.ArrayBatch.Form;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Field;
import dev.grebe.plan.Function;
import dev.grebe.plan.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OncePerEntryTest {
    private static final Expr LENGTH = call(Function.STRLEN, strcat(text("x"), "!"));
    private static final Expr NAME = strcat(text("x"), "!");

    @Test
    void whatIsMadeOfADictionaryIsOne() {
        Column column = evaluator(NAME, Type.STRING).evaluate(batch(dictionary("a", "bc"), 1, 0, 1), Selection.all(3));

        assertThat(ArrayBatch.values(column, Type.STRING, Selection.all(3))).containsExactly("bc!", "a!", "bc!");
        assertThat(column).isInstanceOf(Column.Dictionary.class);
        assertThat(((Column.Dictionary) column).values().rowCount()).isEqualTo(2);
    }

    /** So that a text match and a key table keep what they know of it. */
    @Test
    void itsEntriesStayTheSameObjectWhileThoseOfTheColumnDo() {
        Evaluator evaluator = evaluator(NAME, Type.STRING);
        Column entries = dictionary("a", "bc", "d");

        Column.Dictionary first = (Column.Dictionary) evaluator.evaluate(batch(entries, 0, 1), Selection.all(2));
        Column.Dictionary second = (Column.Dictionary) evaluator.evaluate(batch(entries, 2, 0), Selection.all(2));

        assertThat(second.values()).isSameAs(first.values());
        assertThat(ArrayBatch.values(second, Type.STRING, Selection.all(2))).containsExactly("d!", "a!");
    }

    @Test
    void anotherDictionaryOverTheSameArraysIsReadAnew() {
        Evaluator evaluator = evaluator(LENGTH, Type.STRING);
        Column.Bytes entries = (Column.Bytes) dictionary("a", "bc");
        assertThat(lengths(evaluator, batch(entries, 0, 1))).containsExactly(2L, 3L);

        entries.lengths()[0] = 0;
        Column again = new Column.Bytes(2, entries.bytes(), entries.starts(), entries.lengths());

        assertThat(lengths(evaluator, batch(again, 0, 1))).containsExactly(1L, 3L);
    }

    @Test
    void nullIsAnEntryOfItsOwn() {
        Expr present =
                call(Function.COALESCE, call(Function.ARRAY_LENGTH, new Expr.Column("x", Type.DYNAMIC)), literal(-1));
        Column entries = ArrayBatch.column(Type.DYNAMIC, List.of("[1,2]"), Selection.all(1));

        assertThat(lengths(evaluator(present, Type.DYNAMIC), batch(entries, -1, 0, -1)))
                .containsExactly(-1L, 2L, -1L);
    }

    @Test
    void unusedEntriesAreNotLookedAt() {
        Column.Bytes entries = (Column.Bytes) dictionary("a", "bc");
        entries.starts()[0] = Integer.MAX_VALUE;

        assertThat(lengths(evaluator(LENGTH, Type.STRING), batch(entries, 1, 1)))
                .containsExactly(3L, 3L);
    }

    @Test
    void plainBatchesBetweenThoseByDictionaryChangeNothing() {
        Evaluator evaluator = evaluator(LENGTH, Type.STRING);
        Column entries = dictionary("a", "bc");
        assertThat(lengths(evaluator, batch(entries, 0, 0))).containsExactly(2L, 2L);
        ArrayBatch plain = new ArrayBatch(2).with("x", Type.STRING, Form.PLAIN, List.of("xyz", "x"));

        assertThat(lengths(evaluator, plain)).containsExactly(4L, 2L);
        assertThat(lengths(evaluator, batch(entries, 1, 0))).containsExactly(3L, 2L);
    }

    private static List<@Nullable Object> lengths(Evaluator evaluator, Batch batch) {
        Selection all = Selection.all(batch.rowCount());
        return ArrayBatch.values(evaluator.evaluate(batch, all), Type.LONG, all);
    }

    private static Evaluator evaluator(Expr expr, Type type) {
        return new ExprCompiler(List.of(new Field("x", type)), Map.of()).evaluator(expr);
    }

    private static Column dictionary(String... entries) {
        return ArrayBatch.column(
                Type.STRING, Arrays.<@Nullable Object>asList((Object[]) entries), Selection.all(entries.length));
    }

    private static Batch batch(Column entries, int... ids) {
        return new Coded(new Column.Dictionary(ids.length, ids, entries));
    }

    /** A batch of one column. */
    private record Coded(Column.Dictionary column) implements Batch {
        @Override
        public int rowCount() {
            return column.rowCount();
        }

        @Override
        public long position(int row) {
            return row;
        }

        @Override
        public Column column(int index, Selection rows) {
            return column;
        }
    }
}
