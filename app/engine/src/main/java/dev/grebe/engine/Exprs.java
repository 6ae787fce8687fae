package dev.grebe.engine;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Questions about expressions. */
final class Exprs {
    private Exprs() {}

    /** The conditions that must all be true, in order; none where it is always true. */
    static List<Expr> conjuncts(Expr predicate) {
        List<Expr> conjuncts = new ArrayList<>();
        collectConjuncts(predicate, conjuncts);
        return conjuncts;
    }

    private static void collectConjuncts(Expr expr, List<Expr> conjuncts) {
        if (expr instanceof Expr.Call call && call.function() == Function.AND) {
            call.args().forEach(arg -> collectConjuncts(arg, conjuncts));
        } else if (!(expr instanceof Expr.Literal literal && Boolean.TRUE.equals(literal.value()))) {
            conjuncts.add(expr);
        }
    }

    /** Names of the columns read, in order of first use. */
    static Set<String> columns(Expr expr) {
        Set<String> columns = new LinkedHashSet<>();
        visit(expr, leaf -> {
            if (leaf instanceof Expr.Column column) {
                columns.add(column.name());
            }
        });
        return columns;
    }

    /** The memberships asked for. */
    static List<Expr.In> memberships(Expr expr) {
        List<Expr.In> found = new ArrayList<>();
        visit(expr, part -> {
            if (part instanceof Expr.In in && !found.contains(in)) {
                found.add(in);
            }
        });
        return found;
    }

    /** The expression with columns replaced by what they stand for. */
    static Expr substitute(Expr expr, Map<String, Expr> meanings) {
        return Binder.rewrite(
                expr, leaf -> leaf instanceof Expr.Column column ? meanings.getOrDefault(column.name(), column) : leaf);
    }

    /** Shows the expression and all its parts; not what is inside of relations. */
    static void visit(Expr expr, Consumer<Expr> visitor) {
        visitor.accept(expr);
        if (expr instanceof Expr.Call call) {
            call.args().forEach(arg -> visit(arg, visitor));
        } else if (expr instanceof Expr.Match match) {
            visit(match.text(), visitor);
        } else if (expr instanceof Expr.In in) {
            in.keys().forEach(key -> visit(key, visitor));
        }
    }
}
