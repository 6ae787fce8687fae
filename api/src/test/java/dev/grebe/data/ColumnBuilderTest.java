package dev.grebe.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plan.Type;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ColumnBuilderTest {
    @Test
    void rowsThatAreNotSetAreMissing() {
        ColumnBuilder.Longs longs = (ColumnBuilder.Longs) ColumnBuilder.of(Type.LONG, 4);
        longs.set(1, 7);
        Column column = longs.column(3);

        assertThat(column.rowCount()).isEqualTo(3);
        assertThat(column.isNull(0)).isTrue();
        assertThat(column.isNull(1)).isFalse();
        assertThat(((Column.Longs) column).values()[1]).isEqualTo(7);
        assertThat(column.isNull(2)).isTrue();
    }

    @Test
    void columnOfSetRowsHasNoNulls() {
        ColumnBuilder.Doubles doubles = (ColumnBuilder.Doubles) ColumnBuilder.of(Type.DOUBLE, 2);
        doubles.set(0, 1);
        doubles.set(0, 2);
        doubles.set(1, 3);

        assertThat(((Column.Doubles) doubles.column(2)).nulls()).isSameAs(Column.NO_NULLS);
        assertThat(((Column.Doubles) doubles.column(2)).values()).startsWith(2, 3);
    }

    @Test
    void aRowThatIsTakenBackIsMissing() {
        ColumnBuilder.Bools bools = (ColumnBuilder.Bools) ColumnBuilder.of(Type.BOOL, 2);
        ColumnBuilder.Texts texts = (ColumnBuilder.Texts) ColumnBuilder.of(Type.STRING, 2);
        bools.set(0, true);
        texts.set(0, "abc".getBytes(StandardCharsets.UTF_8), 1, 2);
        bools.clear(0);
        texts.clear(0);

        assertThat(bools.column(1).isNull(0)).isTrue();
        assertThat(((Column.Bytes) texts.column(1)).text(0)).isEmpty();
        assertThat(texts.textBytes()).isZero();
    }

    @Test
    void textGrowsAndIsForgotten() {
        ColumnBuilder.Texts texts = (ColumnBuilder.Texts) ColumnBuilder.of(Type.DYNAMIC, 2);
        byte[] text = "x".repeat(1000).getBytes(StandardCharsets.UTF_8);
        texts.set(0, text, 0, 1000);
        byte[] room = texts.room(2000);
        room[texts.textBytes()] = 'y';
        texts.set(1, 1);

        Column.Bytes column = (Column.Bytes) texts.column(2);
        assertThat(column.text(0)).isEqualTo("x".repeat(1000));
        assertThat(column.text(1)).isEqualTo("y");
        texts.clear();
        assertThat(((Column.Bytes) texts.column(1)).text(0)).isEmpty();
    }
}
