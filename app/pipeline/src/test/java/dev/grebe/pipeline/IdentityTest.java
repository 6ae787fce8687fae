package dev.grebe.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Findings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentityTest {
    private static final Schema SCHEMA = Schema.of(
            "Time",
            Type.TIMESTAMP,
            "A",
            Type.STRING,
            "B",
            Type.STRING,
            "N",
            Type.LONG,
            "D",
            Type.DOUBLE,
            "J",
            Type.DYNAMIC);

    private static Identity identity(String detector, String... columns) {
        Relation rows = Relation.scan(Table.events("T", "Time", SCHEMA));
        return new Identity(
                detector,
                new Findings(rows, "Time", List.of(columns), List.of(), Duration.ZERO, Duration.ZERO),
                SCHEMA);
    }

    private static String id(@Nullable Object... row) {
        return identity("d").of(Arrays.asList(row));
    }

    @Test
    void theFormatIsPinned() {
        assertThat(id(1L, "a", "b", 2L, 0.5, "{}"))
                .isEqualTo("c3d0b3dae394215303979ea6ba83f2a856919cf09b18da1bcf962f274ca8d180");
    }

    @Test
    void everyComparableColumnCountsIfNoneIsNamed() {
        String id = id(1L, "a", "b", 2L, 0.5, "{}");

        assertThat(id(2L, "a", "b", 2L, 0.5, "{}")).isNotEqualTo(id);
        assertThat(id(1L, "a", "b", 3L, 0.5, "{}")).isNotEqualTo(id);
        assertThat(id(1L, "a", "b", 2L, 0.5, "[]")).isEqualTo(id);
    }

    @Test
    void valuesDoNotRunIntoEachOther() {
        assertThat(id(1L, "ab", "", 2L, 0.5, "")).isNotEqualTo(id(1L, "a", "b", 2L, 0.5, ""));
        assertThat(id(1L, "", "", null, 0.5, "")).isNotEqualTo(id(1L, "", "", 0L, 0.5, ""));
    }

    @Test
    void zerosAndNansAreOneEach() {
        assertThat(id(1L, "", "", 1L, -0.0, "")).isEqualTo(id(1L, "", "", 1L, 0.0, ""));
        double otherNan = Double.longBitsToDouble(0x7ff8000000000001L);
        assertThat(id(1L, "", "", 1L, otherNan, "")).isEqualTo(id(1L, "", "", 1L, Double.NaN, ""));
    }

    @Test
    void namedColumnsCountInAnyOrderAndAlwaysWithTheTime() {
        List<@Nullable Object> row = Arrays.asList(1L, "a", "b", 2L, 0.5, "{}");
        String id = identity("d", "A", "N").of(row);

        assertThat(identity("d", "N", "A", "Time").of(row)).isEqualTo(id);
        assertThat(identity("d", "A", "N").of(Arrays.asList(1L, "a", "x", 2L, 9.9, "")))
                .isEqualTo(id);
        assertThat(identity("d", "A", "N").of(Arrays.asList(2L, "a", "b", 2L, 0.5, "")))
                .isNotEqualTo(id);
        assertThat(identity("other", "A", "N").of(row)).isNotEqualTo(id);
    }

    @Test
    void equalRowsHaveIdsOfTheirOwnThatARerunGivesAgain() {
        List<@Nullable Object> row = Arrays.asList(1L, "a", "b", 2L, 0.5, "{}");
        Identity first = identity("d");
        Identity second = identity("d");

        String one = first.of(row);
        String two = first.of(row);

        assertThat(two).isNotEqualTo(one);
        assertThat(second.of(row)).isEqualTo(one);
        assertThat(second.of(row)).isEqualTo(two);
    }
}
