package dev.grebe.engine.expr;

import dev.grebe.data.Selection;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Expressions;
import dev.grebe.plan.Function;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of expressions, for tests. */
final class Evaluation {
    private Evaluation() {}

    /** The value for rows whose columns hold these values; arguments are columns so that nothing is folded, where they may. */
    static @Nullable Object of(Function function, Expr... args) {
        ArrayBatch batch = new ArrayBatch(3);
        List<Expr> columns = new ArrayList<>();
        for (Expr arg : args) {
            Expr.Literal literal = (Expr.Literal) arg;
            boolean staysLiteral = LiteralArguments.has(function, columns.size());
            String name = "c" + columns.size();
            List<@Nullable Object> values = new ArrayList<>(Collections.nCopies(3, null));
            values.set(1, literal.value());
            batch.with(name, literal.type(), ArrayBatch.Form.PLAIN, values);
            columns.add(staysLiteral ? literal : new Expr.Column(name, literal.type()));
        }
        Expr call = Expressions.call(function, columns.toArray(Expr[]::new));
        Selection one = new Selection(new int[] {1}, 1);
        return ArrayBatch.values(batch.compiler().evaluator(call).evaluate(batch, one), call.type(), one)
                .get(0);
    }

    static List<@Nullable Object> of(Expr expr, ArrayBatch batch) {
        Selection all = Selection.all(batch.rowCount());
        return ArrayBatch.values(batch.compiler().evaluator(expr).evaluate(batch, all), expr.type(), all);
    }

    /** The value of an expression that names no column. */
    static @Nullable Object of(Expr expr) {
        ArrayBatch batch = new ArrayBatch(1);
        return of(expr, batch).get(0);
    }

    /** The rows that a condition keeps. */
    static List<Integer> kept(Expr predicate, ArrayBatch batch) {
        return ArrayBatch.rows(batch.compiler().condition(predicate).filter(batch, Selection.all(batch.rowCount())));
    }

    static Expr time(String iso) {
        return new Expr.Literal(Ticks.of(Instant.parse(iso)), Type.TIMESTAMP);
    }

    static Expr nothing(Type type) {
        return new Expr.Literal(null, type);
    }
}
