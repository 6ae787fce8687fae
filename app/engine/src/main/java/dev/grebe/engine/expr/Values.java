package dev.grebe.engine.expr;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Field;
import dev.grebe.plan.Function;
import dev.grebe.plan.Period;
import dev.grebe.plan.Type;
import java.util.List;
import java.util.Map;

/** Compiles expressions to evaluators over a batch whose columns are those fields. */
record Values(List<Field> fields, Map<Expr.In, Membership> memberships) {
    Evaluator evaluator(Expr expr) {
        if (expr instanceof Expr.Column column) {
            int index = index(column);
            return (batch, rows) -> batch.column(index, rows);
        } else if (expr instanceof Expr.Literal literal) {
            return new Constant(literal);
        } else if (expr instanceof Expr.Call call) {
            return evaluator(call);
        } else if (expr instanceof Expr.Match match) {
            return match(match, true);
        } else if (expr instanceof Expr.In in) {
            return membership(in);
        }
        throw new IllegalStateException(expr + " has no value before the run gives it one");
    }

    TextMatch match(Expr.Match match, boolean wanted) {
        return new TextMatch(evaluator(match.text()), TextMatcher.of(match), wanted);
    }

    private Evaluator membership(Expr.In in) {
        Membership membership = memberships.get(in);
        if (membership == null) {
            throw new IllegalStateException("nobody knows the rows of " + in);
        }
        return new InRelation(
                in.keys().stream()
                        .map(Simplifier::simplify)
                        .map(this::evaluator)
                        .toList(),
                membership);
    }

    private int index(Expr.Column column) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(column.name())) {
                if (fields.get(i).type() != column.type()) {
                    throw new IllegalStateException("the batch has %s, not %s".formatted(fields.get(i), column.type()));
                }
                return i;
            }
        }
        throw new IllegalStateException("the batch has no column '%s', but %s".formatted(column.name(), fields));
    }

    private Evaluator evaluator(Expr.Call call) {
        Function function = call.function();
        return switch (function) {
            case EQUAL, NOT_EQUAL, EQUAL_IGNORING_CASE, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                new Comparison(function, operand(call, 0), operand(call, 1), type(call, 0));
            case AND, OR -> new Logic(operand(call, 0), operand(call, 1), function == Function.OR);
            case NOT -> new Not(operand(call, 0));
            case IS_NULL -> new IsNull(evaluator(call.args().get(0)));
            case ADD, SUBTRACT -> sum(call);
            case DATETIME_DIFF -> new DatetimeDiff(period(call), operand(call, 1), operand(call, 2));
            case BIN -> bin(call);
            case STRCAT ->
                new Concatenation(call.args().stream()
                        .map(arg -> new Operand(evaluator(arg)))
                        .toList());
            case TO_STRING ->
                type(call, 0) == Type.STRING
                        ? evaluator(call.args().get(0))
                        : new ToText(operand(call, 0), type(call, 0));
            case TO_LONG -> Conversion.toLong(operand(call, 0));
            case TO_DOUBLE -> Conversion.toDouble(operand(call, 0));
        };
    }

    private Evaluator sum(Expr.Call call) {
        boolean subtracts = call.function() == Function.SUBTRACT;
        return call.type() == Type.DOUBLE
                ? new DoubleSum(operand(call, 0), operand(call, 1), subtracts)
                : new Sum(operand(call, 0), operand(call, 1), subtracts, call.type() == Type.TIMESTAMP);
    }

    private Evaluator bin(Expr.Call call) {
        return call.type() == Type.DOUBLE
                ? new DoubleBin(operand(call, 0), operand(call, 1))
                : new Bin(operand(call, 0), operand(call, 1), call.type() == Type.TIMESTAMP);
    }

    private static Period period(Expr.Call call) {
        Expr.Literal name = (Expr.Literal) call.args().get(0);
        return Period.find(String.valueOf(name.value())).orElseThrow();
    }

    private Operand operand(Expr.Call call, int index) {
        return new Operand(evaluator(call.args().get(index)));
    }

    private static Type type(Expr.Call call, int index) {
        return call.args().get(index).type();
    }
}
