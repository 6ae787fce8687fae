package dev.grebe.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.kql.Columns;
import dev.grebe.kql.Kql;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plan.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The naive evaluator gives for every scalar example of the catalogue what stands there. */
class CatalogueOnNaiveTest {
    private static final TableLiteral ONE_ROW =
            TableLiteral.table("One", Schema.of("unused", Type.LONG)).row(1);

    static List<KqlExamples.Example> examples() {
        return KqlExamples.scalars();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void givesTheValue(KqlExamples.Example example) {
        Object found = value(example.kql());

        assertThat(example.isValue(found))
                .as("found %s, expected %s", found, example.value())
                .isTrue();
    }

    private static @Nullable Object value(String kql) {
        Relation plan = Relation.scan(Table.state("One", ONE_ROW.schema()))
                .project(Kql.expression(kql, Columns.NONE).as("value"));
        return Naive.evaluate(plan, Map.of("One", ONE_ROW), Moment.ALL)
                .rows()
                .get(0)
                .get(0);
    }
}
