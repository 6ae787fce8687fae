package dev.grebe.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plan.AggregateFunction;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import dev.grebe.plan.Node;
import dev.grebe.plan.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RandomPlansTest {
    private static final int CASES = 500;
    /** So many that each of some hundred functions is in one of them. */
    private static final int MANY_CASES = 2_000;

    @Test
    void everyNodeFunctionAndAggregateOccurs() {
        Set<String> seen = new TreeSet<>();
        for (long seed = 0; seed < MANY_CASES; seed++) {
            RandomPlans.of(seed).queries().forEach(query -> collect(query.relation(), seen));
        }
        Set<String> all = new TreeSet<>();
        Arrays.stream(Node.class.getPermittedSubclasses()).forEach(node -> all.add(node.getSimpleName()));
        Arrays.stream(Expr.class.getPermittedSubclasses()).forEach(expr -> all.add(expr.getSimpleName()));
        Arrays.stream(Function.values()).forEach(function -> all.add(function.name()));
        Arrays.stream(AggregateFunction.values()).forEach(function -> all.add(function.name()));
        Arrays.stream(Expr.Match.Op.values()).forEach(op -> all.add(op.name()));
        Arrays.stream(Node.Join.Kind.values()).forEach(kind -> all.add(kind.name()));
        assertThat(seen).containsAll(all);
    }

    @Test
    void halfOfThePlansFindSomething() {
        int found = 0;
        for (long seed = 0; seed < CASES; seed++) {
            Case random = RandomPlans.of(seed);
            found += random.expected(random.queries().get(0)).rows().isEmpty() ? 0 : 1;
        }
        assertThat(found).isGreaterThan(CASES / 2);
    }

    @Test
    void aSeedGivesOneCase() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(RandomPlans.of(seed).toString())
                    .isEqualTo(RandomPlans.of(seed).toString());
        }
    }

    private static void collect(Relation relation, Set<String> seen) {
        Node node = relation.node();
        seen.add(node.getClass().getSimpleName());
        List<Expr> exprs = new ArrayList<>();
        if (node instanceof Node.Filter filter) {
            exprs.add(filter.predicate());
        } else if (node instanceof Node.Project project) {
            project.columns().forEach(column -> exprs.add(column.expr()));
        } else if (node instanceof Node.Join join) {
            seen.add(join.kind().name());
        } else if (node instanceof Node.Aggregate aggregate) {
            aggregate.aggregations().forEach(aggregation -> {
                seen.add(aggregation.function().name());
                exprs.addAll(aggregation.args());
            });
        }
        exprs.forEach(expr -> collect(expr, seen));
        node.inputs().forEach(input -> collect(input, seen));
    }

    private static void collect(Expr expr, Set<String> seen) {
        seen.add(expr.getClass().getSimpleName());
        if (expr instanceof Expr.Call call) {
            seen.add(call.function().name());
            call.args().forEach(arg -> collect(arg, seen));
        } else if (expr instanceof Expr.Match match) {
            seen.add(match.op().name());
            collect(match.text(), seen);
        } else if (expr instanceof Expr.In in) {
            in.keys().forEach(key -> collect(key, seen));
        }
    }
}
