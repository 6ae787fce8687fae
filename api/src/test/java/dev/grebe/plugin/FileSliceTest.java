package dev.grebe.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plan.Field;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSliceTest {
    @Test
    void partitionsAreReadAsTheirColumnsType() {
        assertThat(partition("a b", Type.STRING)).isEqualTo("a b");
        assertThat(partition("true", Type.BOOL)).isEqualTo(true);
        assertThat(partition("-7", Type.LONG)).isEqualTo(-7L);
        assertThat(partition("0.5", Type.DOUBLE)).isEqualTo(0.5);
        assertThat(partition("-inf", Type.DOUBLE)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(partition("2020-09-20", Type.TIMESTAMP)).isEqualTo(Ticks.of(Instant.parse("2020-09-20T00:00:00Z")));
        assertThat(partition("1.00:00:00.5", Type.DURATION))
                .isEqualTo(Ticks.of(Duration.ofDays(1).plusMillis(500)));
    }

    @Test
    void emptyPartitionIsMissing() {
        assertThat(partition("", Type.STRING)).isEqualTo("");
        assertThat(partition("", Type.LONG)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "yes, BOOL",
        "7.0, LONG",
        "9223372036854775808, LONG",
        "1e999, DOUBLE",
        "one, DOUBLE",
        "2020-13-01, TIMESTAMP",
        "01:60:00, DURATION",
        "{}, DYNAMIC"
    })
    void partitionOfAnotherTypeIsAnErrorWithItsPlace(String text, Type type) {
        assertThatThrownBy(() -> partition(text, type))
                .isInstanceOf(DataException.class)
                .hasMessage("lake/k=x/a.parquet: partition 'k' is '%s'; the table reads it as %s (BAD_PARTITION)"
                        .formatted(text, type));
    }

    private static Object partition(String text, Type type) {
        return new FileSlice("lake/k=x/a.parquet", 1, 0, Map.of("k", text)).partition(new Field("k", type));
    }
}
