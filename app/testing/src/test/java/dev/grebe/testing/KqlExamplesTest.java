package dev.grebe.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.kql.Columns;
import dev.grebe.kql.Kql;
import dev.grebe.kql.KqlException;
import dev.grebe.plan.Type;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KqlExamplesTest {
    static List<KqlExamples.Example> all() {
        return KqlExamples.scalars();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theParserUnderstandsIt(KqlExamples.Example example) {
        assertThat(Kql.expression(example.kql(), Columns.NONE).type()).isEqualTo(example.type());
    }

    /** With a character lost, or one of another example in its place. */
    @Test
    void brokenTextIsUnderstoodOrRefusedAndNothingElse() {
        Random random = new Random(7);
        List<KqlExamples.Example> all = all();
        for (KqlExamples.Example example : all) {
            for (int round = 0; round < 20; round++) {
                String text = example.kql();
                int at = random.nextInt(text.length());
                String other = all.get(random.nextInt(all.size())).kql();
                char strange = other.charAt(random.nextInt(other.length()));
                String broken = text.substring(0, at) + (random.nextBoolean() ? strange : "") + text.substring(at + 1);
                try {
                    assertThat(Kql.expression(broken, Columns.NONE)).isNotNull();
                } catch (KqlException e) {
                    assertThat(e.offset() + e.length()).as(broken).isBetween(0, broken.length());
                    assertThat(e.getMessage()).as(broken).doesNotContain("\n", "Exception");
                }
            }
        }
    }

    @Test
    void thereAreExamplesOfEveryType() {
        assertThat(all()).hasSize(1071);
        assertThat(all().stream().map(KqlExamples.Example::type)).contains(Type.values());
    }

    @Test
    void valuesAreLiteralsOfTheirType() {
        assertThat(all())
                .allSatisfy(example -> assertThat(example.value())
                        .satisfiesAnyOf(
                                value -> assertThat(value).isNull(),
                                value -> assertThat(value)
                                        .isInstanceOf(example.type().literal())));
    }

    @Test
    void bagsCompareWithoutTheOrderOfTheirKeys() {
        KqlExamples.Example bag = new KqlExamples.Example(1, "bag_pack", "", Type.DYNAMIC, "{\"a\":1,\"b\":[2]}", "");

        assertThat(bag.isValue("{\"b\":[2],\"a\":1}")).isTrue();
        assertThat(bag.isValue("{\"b\":[2],\"a\":\"1\"}")).isFalse();
        assertThat(bag.isValue(null)).isFalse();
    }
}
