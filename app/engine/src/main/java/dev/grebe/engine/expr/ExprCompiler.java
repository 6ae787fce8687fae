package dev.grebe.engine.expr;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Field;
import dev.grebe.plan.PlanException;
import dev.grebe.plan.Type;
import java.util.List;
import java.util.Map;

/**
 * Compiles expressions against the columns of batches. Immutable and shared by workers; each call gives a fresh object
 * for one worker. A column is asked for only at the rows that are still alive, and once per evaluation unless more rows
 * turn out to need it.
 */
public final class ExprCompiler {
    private final Values values;

    /**
     * @param batchColumns the columns of the batches to come, by their index there
     * @param memberships who answers each {@code in (relation)} of the expressions to come
     */
    public ExprCompiler(List<Field> batchColumns, Map<Expr.In, Membership> memberships) {
        values = new Values(List.copyOf(batchColumns), Map.copyOf(memberships));
    }

    /**
     * Compiles the regular expressions of this expression, not those of its operands.
     *
     * @throws PlanException naming one that is none, or is too large
     */
    public static void check(Expr expr) {
        if (expr instanceof Expr.Match match && match.op() == Expr.Match.Op.REGEX) {
            match.literals().forEach(RegexProgram::of);
        } else if (expr instanceof Expr.Call call) {
            RegexFunctions.regex(call).ifPresent(RegexProgram::of);
        }
    }

    /** The call's value as a literal if all its arguments are literals, else the call. */
    public static Expr folded(Expr.Call call) {
        return Simplifier.valued(call, call.args());
    }

    /**
     * An evaluator of the expression.
     *
     * @throws IllegalStateException if it has a parameter, or names a column or an {@code in} that is not known here
     */
    public Evaluator evaluator(Expr expr) {
        Evaluator inner = values.evaluator(Simplifier.simplify(expr));
        if (expr instanceof Expr.Column || expr instanceof Expr.Literal) {
            return inner;
        }
        SharedColumns columns = new SharedColumns(values.fields().size());
        return (batch, rows) -> {
            try {
                return inner.evaluate(columns.over(batch), rows);
            } finally {
                columns.release();
            }
        };
    }

    /**
     * A condition that keeps the rows for which the predicate, a BOOL, is true. Errors as {@link #evaluator}.
     *
     * @throws PlanException if the predicate is no BOOL
     */
    public Condition condition(Expr predicate) {
        if (predicate.type() != Type.BOOL) {
            throw new PlanException("%s is %s, not a condition".formatted(predicate, predicate.type()));
        }
        Condition inner = new Predicates(values).condition(Simplifier.simplify(predicate), true);
        SharedColumns columns = new SharedColumns(values.fields().size());
        return (batch, rows) -> {
            if (rows.isEmpty()) {
                return rows;
            }
            try {
                return inner.filter(columns.over(batch), rows);
            } finally {
                columns.release();
            }
        };
    }
}
