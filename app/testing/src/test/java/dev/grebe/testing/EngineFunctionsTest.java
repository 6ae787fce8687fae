package dev.grebe.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.engine.Settings;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plan.Type;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine gives for every function what the examples say, over columns and over literals. */
class EngineFunctionsTest {
    private static final Settings SETTINGS = new Settings(1, 64L << 20, Settings.BATCH_ROWS);
    private static final TableLiteral ONE_ROW =
            TableLiteral.table("One", Schema.of("unused", Type.LONG)).row(1);

    static List<FunctionExamples.Example> examples() {
        return FunctionExamples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void overColumns(FunctionExamples.Example example) {
        for (Layout.Coding coding : Layout.Coding.values()) {
            Layout layout = new Layout(1, 1, true, coding, false);
            assertThat(rows(example.overColumns(), example.row(), layout))
                    .isEqualTo(List.of(Collections.singletonList(example.value())));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void overLiterals(FunctionExamples.Example example) {
        Relation plan = Relation.scan(Table.state("One", ONE_ROW.schema()))
                .project(example.expr().as("value"));
        assertThat(rows(plan, ONE_ROW, Layout.PLAIN)).isEqualTo(List.of(Collections.singletonList(example.value())));
    }

    private static List<List<Object>> rows(Relation plan, TableLiteral table, Layout layout) {
        return Scenario.onEngine(plan, Map.of(table.name(), table), Moment.ALL, layout, SETTINGS)
                .results()
                .values()
                .iterator()
                .next()
                .rows();
    }
}
