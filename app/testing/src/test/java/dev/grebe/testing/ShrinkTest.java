package dev.grebe.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plan.Node;
import dev.grebe.plan.Relation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShrinkTest {
    /** As if an engine could not do DISTINCT of more than one row. */
    private static boolean fails(Case given) {
        return given.queries().stream()
                .anyMatch(query -> contains(query.relation())
                        && given.expected(query).rows().size() > 1);
    }

    @Test
    void aCaseShrinksToWhatMakesItFail() {
        long seed = 0;
        while (!fails(RandomPlans.of(seed))) {
            seed++;
        }
        Case smallest = Shrink.smallest(RandomPlans.of(seed), ShrinkTest::fails, Duration.ofSeconds(20));
        assertThat(fails(smallest)).isTrue();
        assertThat(smallest.queries()).hasSize(1);
        assertThat(smallest.layout()).isEqualTo(Layout.PLAIN);
        assertThat(smallest.tables().values().stream()
                        .mapToInt(t -> t.rows().size())
                        .sum())
                .as("rows of %s", smallest)
                .isLessThanOrEqualTo(3);
        assertThat(nodes(smallest.queries().get(0).relation()))
                .as("nodes of %s", smallest)
                .isLessThanOrEqualTo(6);
    }

    private static boolean contains(Relation relation) {
        return relation.node() instanceof Node.Distinct
                || relation.node().inputs().stream().anyMatch(ShrinkTest::contains);
    }

    private static int nodes(Relation relation) {
        return 1 + relation.node().inputs().stream().mapToInt(ShrinkTest::nodes).sum();
    }
}
