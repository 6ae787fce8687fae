package dev.grebe.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plan.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RepeatedTest {
    @Test
    void everyRowHasTheValue() {
        Column.Dictionary column = new Repeated(Type.LONG, 7L).column(3);
        assertThat(column.rowCount()).isEqualTo(3);
        assertThat(column.ids()).containsExactly(0, 0, 0);
        assertThat(((Column.Longs) column.values()).values()).containsExactly(7L);
    }

    @ParameterizedTest
    @EnumSource(value = Type.class, names = "STRING", mode = EnumSource.Mode.EXCLUDE)
    void missingValueIsNullInEveryRow(Type type) {
        Column column = new Repeated(type, null).column(2);
        assertThat(column.isNull(0)).isTrue();
        assertThat(column.isNull(1)).isTrue();
    }

    @Test
    void missingTextIsEmpty() {
        Column.Dictionary column = new Repeated(Type.STRING, null).column(1);
        assertThat(column.isNull(0)).isFalse();
        assertThat(((Column.Bytes) column.values()).text(column.ids()[0])).isEmpty();
    }

    @Test
    void dictionaryIsTheSameForAllBatches() {
        Repeated repeated = new Repeated(Type.STRING, "x");
        assertThat(repeated.column(1).values()).isSameAs(repeated.column(2).values());
    }
}
