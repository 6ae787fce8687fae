package dev.grebe.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plan.Function;
import dev.grebe.plan.Relation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionExamplesTest {
    static List<FunctionExamples.Example> examples() {
        return FunctionExamples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theDefinitionGivesTheValue(FunctionExamples.Example example) {
        Relation plan = example.overColumns();
        assertThat(Naive.evaluate(plan, Map.of("Example", example.row()), Moment.ALL)
                        .rows())
                .isEqualTo(List.of(Collections.singletonList(example.value())));
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void everyFunctionHasExamples(Function function) {
        assertThat(FunctionExamples.all().stream().filter(example -> example.isOf(function)))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void noTwoExamplesAreCalledTheSame() {
        assertThat(FunctionExamples.all().stream().map(FunctionExamples.Example::kql))
                .doesNotHaveDuplicates();
    }
}
