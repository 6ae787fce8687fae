package dev.grebe.engine.expr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.data.Selection;
import dev.grebe.engine.expr.ArrayBatch.Form;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every expression, tried on random ones over random rows. A failure names its seed and expression. */
class AnyExprTest {
    private static final int ROWS = 12;
    private static final int EXPRESSIONS = 150;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void valuesDependOnTheRowAlone(long seed) {
        Random random = new Random(seed);
        RandomExpr any = new RandomExpr(random);
        List<List<@Nullable Object>> columns = columns(any);
        for (int i = 0; i < EXPRESSIONS; i++) {
            Expr expr = any.expr(3);
            List<@Nullable Object> expected = Evaluation.of(expr, batch(columns, Form.PLAIN, 0, ROWS));

            assertThat(Evaluation.of(expr, batch(columns, Form.DICTIONARY, 0, ROWS)))
                    .as("dictionaries, seed %s: %s", seed, expr)
                    .isEqualTo(expected);
            assertThat(inPieces(expr, columns, random))
                    .as("pieces, seed %s: %s", seed, expr)
                    .isEqualTo(expected);
        }
    }

    /** One evaluator over batches of various sizes and forms, and rows in several selections. */
    private static List<@Nullable Object> inPieces(Expr expr, List<List<@Nullable Object>> columns, Random random) {
        Evaluator evaluator = batch(columns, Form.PLAIN, 0, 0).compiler().evaluator(expr);
        List<@Nullable Object> found = new ArrayList<>();
        for (int from = 0; from < ROWS; ) {
            int to = Math.min(ROWS, from + 1 + random.nextInt(5));
            ArrayBatch batch = batch(columns, random.nextBoolean() ? Form.PLAIN : Form.DICTIONARY, from, to);
            int middle = random.nextInt(to - from + 1);
            for (Selection rows : List.of(range(0, middle), range(middle, to - from))) {
                if (!rows.isEmpty()) {
                    found.addAll(ArrayBatch.values(evaluator.evaluate(batch, rows), expr.type(), rows));
                }
            }
            from = to;
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aConditionKeepsTheRowsWhoseValueIsTrue(long seed) {
        Random random = new Random(seed);
        RandomExpr any = new RandomExpr(random);
        List<List<@Nullable Object>> columns = columns(any);
        for (int i = 0; i < EXPRESSIONS; i++) {
            Expr expr = any.expr(Type.BOOL, 4);
            List<@Nullable Object> values = Evaluation.of(expr, batch(columns, Form.PLAIN, 0, ROWS));
            for (Form form : Form.values()) {
                ArrayBatch batch = batch(columns, form, 0, ROWS);

                assertThat(Evaluation.kept(expr, batch))
                        .as("seed %s: %s", seed, expr)
                        .isEqualTo(rowsOf(values, true));
                assertThat(Evaluation.kept(expr.not(), batch))
                        .as("seed %s: not %s", seed, expr)
                        .isEqualTo(rowsOf(values, false));
            }
        }
    }

    /** Random expressions do use every function. */
    @Test
    void everyFunctionIsTried() {
        RandomExpr any = new RandomExpr(new Random(1));
        Set<Function> tried = EnumSet.noneOf(Function.class);
        for (int i = 0; i < 3_000; i++) {
            collect(any.expr(4), tried);
        }

        assertThat(tried).containsExactlyInAnyOrder(Function.values());
    }

    private static void collect(Expr expr, Set<Function> functions) {
        if (expr instanceof Expr.Match match) {
            collect(match.text(), functions);
        } else if (expr instanceof Expr.Call call) {
            functions.add(call.function());
            call.args().forEach(arg -> collect(arg, functions));
        }
    }

    private static List<Integer> rowsOf(List<@Nullable Object> values, boolean wanted) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < values.size(); row++) {
            if (Boolean.valueOf(wanted).equals(values.get(row))) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static Selection range(int from, int to) {
        int[] rows = new int[to - from];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = from + i;
        }
        return new Selection(rows, rows.length);
    }

    private static List<List<@Nullable Object>> columns(RandomExpr any) {
        List<List<@Nullable Object>> columns = new ArrayList<>();
        for (Type type : Type.values()) {
            for (int i = 0; i < RandomExpr.COLUMNS_OF_A_TYPE; i++) {
                List<@Nullable Object> values = new ArrayList<>();
                for (int row = 0; row < ROWS; row++) {
                    values.add(any.value(type));
                }
                columns.add(values);
            }
        }
        return columns;
    }

    private static ArrayBatch batch(List<List<@Nullable Object>> columns, Form form, int from, int to) {
        ArrayBatch batch = new ArrayBatch(to - from);
        int next = 0;
        for (Type type : Type.values()) {
            for (int i = 0; i < RandomExpr.COLUMNS_OF_A_TYPE; i++) {
                batch.with(type.name() + i, type, form, columns.get(next++).subList(from, to));
            }
        }
        return batch;
    }
}
