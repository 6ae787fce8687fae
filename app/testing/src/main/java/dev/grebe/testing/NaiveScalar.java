package dev.grebe.testing;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import dev.grebe.plan.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values of expressions, one row at a time. */
final class NaiveScalar {
    private final Map<Expr.Param.Name, @Nullable Long> params;
    private final java.util.function.Function<Relation, List<List<@Nullable Object>>> relations;

    NaiveScalar(
            Map<Expr.Param.Name, @Nullable Long> params,
            java.util.function.Function<Relation, List<List<@Nullable Object>>> relations) {
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

    private static @Nullable Boolean contains(List<List<@Nullable Object>> rows, List<@Nullable Object> keys) {
        Boolean found = false;
        for (List<@Nullable Object> row : rows) {
            Boolean same = true;
            for (int i = 0; i < keys.size(); i++) {
                same = NaiveLogic.and(same, NaiveLogic.equal(keys.get(i), row.get(i)));
            }
            found = NaiveLogic.or(found, same);
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
                case HAS -> NaiveText.has(a, b, true, true);
                case HAS_PREFIX -> NaiveText.has(a, b, true, false);
                case HAS_SUFFIX -> NaiveText.has(a, b, false, true);
                case REGEX -> NaiveRegex.isFound(b, a);
            };
            if (matches) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object call(Expr.Call call, List<@Nullable Object> args) {
        boolean isNull = call.function().nulls() == Function.Nulls.STRICT && args.contains(null);
        return isNull ? Naive.missing(call.type()) : NaiveFunctions.value(call, args);
    }
}
