package dev.grebe.testing;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values of expressions, one row at a time. */
final class NaiveScalar {
    private final Map<Expr.Param.Name, @Nullable Long> params;
    private final Function<Relation, List<List<@Nullable Object>>> relations;

    NaiveScalar(
            Map<Expr.Param.Name, @Nullable Long> params, Function<Relation, List<List<@Nullable Object>>> relations) {
        this.params = params;
        this.relations = relations;
    }

    /** The values of a row. */
    interface Row {
        @Nullable Object value(String column);
    }

    @Nullable Object value(Expr expr, Row row) {
        if (expr instanceof Expr.Column column) {
            return row.value(column.name());
        } else if (expr instanceof Expr.Literal literal) {
            return literal.value();
        } else if (expr instanceof Expr.Param param) {
            return params.get(param.name());
        } else if (expr instanceof Expr.Match match) {
            return matches(match, (String) Objects.requireNonNull(value(match.text(), row)));
        } else if (expr instanceof Expr.In in) {
            return contains(relations.apply(in.relation()), values(in.keys(), row));
        } else if (expr instanceof Expr.Call call) {
            return call(call, values(call.args(), row));
        }
        throw new IllegalArgumentException("unknown expression " + expr.getClass());
    }

    private List<@Nullable Object> values(List<Expr> exprs, Row row) {
        List<@Nullable Object> values = new ArrayList<>();
        exprs.forEach(expr -> values.add(value(expr, row)));
        return values;
    }

    /** {@code ==}. */
    static @Nullable Boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == right ? null : false;
        } else if (left instanceof Double a && right instanceof Double b) {
            return a.doubleValue() == b.doubleValue();
        }
        return left.equals(right);
    }

    private static @Nullable Boolean contains(List<List<@Nullable Object>> rows, List<@Nullable Object> keys) {
        Boolean found = false;
        for (List<@Nullable Object> row : rows) {
            Boolean same = true;
            for (int i = 0; i < keys.size(); i++) {
                same = and(same, equal(keys.get(i), row.get(i)));
            }
            found = or(found, same);
        }
        return found;
    }

    private static boolean matches(Expr.Match match, String text) {
        for (String literal : match.literals()) {
            String a = match.ignoreCase() ? NaiveText.folded(text) : text;
            String b = match.ignoreCase() ? NaiveText.folded(literal) : literal;
            boolean matches = switch (match.op()) {
                case EQUALS -> a.equals(b);
                case CONTAINS -> a.contains(b);
                case STARTS_WITH -> a.startsWith(b);
                case ENDS_WITH -> a.endsWith(b);
            };
            if (matches) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object call(Expr.Call call, List<@Nullable Object> args) {
        Object first = args.get(0);
        Object second = args.size() > 1 ? args.get(1) : null;
        return switch (call.function()) {
            case EQUAL -> equal(first, second);
            case NOT_EQUAL -> not(equal(first, second));
            case AND -> and((Boolean) first, (Boolean) second);
            case OR -> or((Boolean) first, (Boolean) second);
            case IS_NULL -> first == null;
            case TO_STRING -> NaiveText.of(first, call.args().get(0).type());
            case EQUAL_IGNORING_CASE,
                    LESS,
                    LESS_OR_EQUAL,
                    GREATER,
                    GREATER_OR_EQUAL,
                    NOT,
                    ADD,
                    SUBTRACT,
                    DATETIME_DIFF,
                    BIN,
                    STRCAT,
                    TO_LONG,
                    TO_DOUBLE -> args.contains(null) ? null : strict(call, args);
        };
    }

    /** Functions of which any null makes null. */
    private static @Nullable Object strict(Expr.Call call, List<@Nullable Object> args) {
        Object first = Objects.requireNonNull(args.get(0));
        Object second = args.size() > 1 ? args.get(1) : first;
        Type type = call.type();
        return switch (call.function()) {
            case EQUAL_IGNORING_CASE -> NaiveText.folded((String) first).equals(NaiveText.folded((String) second));
            case LESS -> areNumbers(first, second) && Order.compare(plain(first), plain(second)) < 0;
            case LESS_OR_EQUAL -> areNumbers(first, second) && Order.compare(plain(first), plain(second)) <= 0;
            case GREATER -> areNumbers(first, second) && Order.compare(plain(first), plain(second)) > 0;
            case GREATER_OR_EQUAL -> areNumbers(first, second) && Order.compare(plain(first), plain(second)) >= 0;
            case NOT -> !(Boolean) first;
            case ADD -> type == Type.DOUBLE ? (Object) ((Double) first + (Double) second) : NaiveTime.sum(args, type);
            case SUBTRACT ->
                type == Type.DOUBLE ? (Object) ((Double) first - (Double) second) : NaiveTime.difference(args, type);
            case DATETIME_DIFF -> NaiveTime.boundaries((String) first, (Long) second, (Long) args.get(2));
            case BIN -> NaiveTime.bin(first, second, type);
            case STRCAT -> concatenated(args);
            case TO_LONG -> (Boolean) first ? 1L : 0L;
            case TO_DOUBLE -> ((Long) first).doubleValue();
            case EQUAL, NOT_EQUAL, AND, OR, IS_NULL, TO_STRING -> throw new IllegalStateException("has its own nulls");
        };
    }

    private static boolean areNumbers(Object left, Object right) {
        return !left.equals(Double.NaN) && !right.equals(Double.NaN);
    }

    /** IEEE 754 has one zero where it compares. */
    private static Object plain(Object value) {
        return Objects.requireNonNull(Order.key(value));
    }

    private static String concatenated(List<@Nullable Object> texts) {
        StringBuilder all = new StringBuilder();
        texts.forEach(all::append);
        return all.toString();
    }

    private static @Nullable Boolean and(@Nullable Boolean left, @Nullable Boolean right) {
        if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
            return false;
        }
        return left == null || right == null ? null : true;
    }

    private static @Nullable Boolean or(@Nullable Boolean left, @Nullable Boolean right) {
        return not(and(not(left), not(right)));
    }

    private static @Nullable Boolean not(@Nullable Boolean value) {
        return value == null ? null : (Boolean) !value;
    }
}
