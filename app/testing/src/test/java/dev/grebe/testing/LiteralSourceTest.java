package dev.grebe.testing;

import static dev.grebe.plan.Expressions.literal;
import static dev.grebe.plan.Expressions.whole;
import static dev.grebe.plan.Type.BOOL;
import static dev.grebe.plan.Type.DOUBLE;
import static dev.grebe.plan.Type.LONG;
import static dev.grebe.plan.Type.STRING;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.Reader;
import dev.grebe.plugin.Rejects;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Split;
import dev.grebe.plugin.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LiteralSourceTest {
    private static final TableLiteral TABLE = TableLiteral.table(
                    "T", Schema.of("n", LONG, "s", STRING, "b", BOOL, "d", DOUBLE))
            .row(1, "a", true, 0.5)
            .row(2, "", false, null)
            .row(null, "ſ", null, Double.NaN)
            .row(2, "a", true, -0.0)
            .row(5, "b", null, 0.5);

    @ParameterizedTest
    @EnumSource(Layout.Coding.class)
    void allRowsComeInOrderHoweverTheyAreCoded(Layout.Coding coding) {
        for (int batchRows : new int[] {1, 3, 4096}) {
            for (int splits : new int[] {1, 2, 7}) {
                Layout layout = new Layout(batchRows, splits, true, coding, false);
                assertThat(read(TABLE.source(layout), literal(true), Rows.ALL)).isEqualTo(TABLE.rows());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Layout.Coding.class)
    void rowsComeByPosition(Layout.Coding coding) {
        Layout layout = new Layout(1, 1, true, coding, false);
        assertThat(read(TABLE.source(layout), literal(true), Rows.at(new int[] {1, 4, 9}, 2)))
                .containsExactly(TABLE.rows().get(1), TABLE.rows().get(4));
    }

    @Test
    void rowsThatTheDomainsExcludeAreSkippedAndAccountedFor() {
        LiteralSource source = TABLE.source(new Layout(3, 2, true, Layout.Coding.PLAIN, true));
        Expr large = whole("n").isGreaterThan(3);
        try (Scan scan = source.scan(
                new Request("T", TABLE.schema(), Set.of(), Set.of(), Window.ALL, large), memory(), Rejects.FAIL)) {
            assertThat(scan.splits()).hasSize(1);
            scan.open(scan.splits().get(0), List.of("n"), Rows.ALL).close();
            assertThat(scan.account().rows()).isEqualTo(5);
            assertThat(scan.account().rowsRead()).isEqualTo(1);
            assertThat(scan.account().rowsSkipped()).isEqualTo(4);
        }
        assertThat(read(source, large, Rows.ALL)).containsExactly(TABLE.rows().get(4));
    }

    @Test
    void valuesThatNobodyAskedForAreRubbish() {
        try (Scan scan = scan(TABLE.source(), literal(true));
                Reader reader = scan.open(scan.splits().get(0), List.of("n", "s"), Rows.ALL)) {
            Batch batch = reader.next().orElseThrow();
            Selection second = new Selection(new int[] {1}, 1);
            assertThat(((Column.Longs) batch.column(0, second)).values()).doesNotContain(1, 5);
            Column.Bytes texts = (Column.Bytes) batch.column(1, second);
            assertThatThrownBy(() -> texts.text(0)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void aBatchIsRubbishAfterTheNextCall() {
        try (Scan scan = scan(TABLE.source(), literal(true));
                Reader reader = scan.open(scan.splits().get(0), List.of("n"), Rows.ALL)) {
            Column.Longs kept = (Column.Longs) reader.next().orElseThrow().column(0, Selection.all(5));
            assertThat(kept.values()[4]).isEqualTo(5);
            assertThat(reader.next()).isEmpty();
            assertThat(kept.values()).doesNotContain(5);
        }
    }

    @Test
    void dictionariesHaveEntriesThatOccurTwiceAndStayTheSameObject() {
        LiteralSource source = TABLE.source(new Layout(3, 1, true, Layout.Coding.DICTIONARY, false));
        try (Scan scan = scan(source, literal(true));
                Reader reader = scan.open(scan.splits().get(0), List.of("d"), Rows.ALL)) {
            Column.Dictionary first =
                    (Column.Dictionary) reader.next().orElseThrow().column(0, Selection.all(3));
            Column.Dictionary second =
                    (Column.Dictionary) reader.next().orElseThrow().column(0, Selection.all(2));
            assertThat(second.values()).isSameAs(first.values());
            assertThat(Arrays.stream(((Column.Doubles) first.values()).values()).filter(v -> v == 0.5))
                    .hasSize(2);
        }
    }

    @Test
    void whatWasAskedIsCounted() {
        LiteralSource source = TABLE.source();
        try (Scan scan = scan(source, literal(true));
                Reader reader = scan.open(scan.splits().get(0), List.of("n", "s"), Rows.ALL)) {
            reader.next().orElseThrow().column(1, new Selection(new int[] {0, 3}, 2));
        }
        assertThat(source.asked()).containsOnlyKeys("s").containsEntry("s", 2L);
    }

    @Test
    void aRequiredColumnThatIsMissingIsNamedWithItsNeighbour() {
        Request request = new Request("T", Schema.of("nn", LONG), Set.of("nn"), Set.of(), Window.ALL, literal(true));
        assertThatThrownBy(() -> TABLE.source().scan(request, memory(), Rejects.FAIL))
                .isInstanceOf(DataException.class)
                .hasMessage("T has no column 'nn'. Did you mean 'n'?");
    }

    @Test
    void anOptionalColumnThatIsMissingReadsAsNullOrEmpty() {
        Request request =
                new Request("T", Schema.of("x", LONG, "y", STRING), Set.of(), Set.of(), Window.ALL, literal(true));
        try (Scan scan = TABLE.source().scan(request, memory(), Rejects.FAIL);
                Reader reader = scan.open(scan.splits().get(0), List.of("x", "y"), Rows.ALL)) {
            Batch batch = reader.next().orElseThrow();
            assertThat(batch.column(0, Selection.all(5)).isNull(2)).isTrue();
            assertThat(((Column.Bytes) batch.column(1, Selection.all(5))).text(2))
                    .isEmpty();
        }
    }

    private static Scan scan(LiteralSource source, Expr predicate) {
        return source.scan(
                new Request("T", TABLE.schema(), Set.of(), Set.of(), Window.ALL, predicate), memory(), Rejects.FAIL);
    }

    private static List<List<Object>> read(LiteralSource source, Expr predicate, Rows wanted) {
        List<List<Object>> rows = new ArrayList<>();
        try (Scan scan = scan(source, predicate)) {
            for (Split split : scan.splits()) {
                try (Reader reader = scan.open(split, TABLE.schema().names(), wanted)) {
                    for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                        addRows(batch.get(), rows);
                    }
                }
            }
        }
        return rows;
    }

    private static void addRows(Batch batch, List<List<Object>> rows) {
        for (int row = 0; row < batch.rowCount(); row++) {
            Selection one = new Selection(new int[] {row}, 1);
            rows.add(asList(
                    value(batch.column(0, one), row),
                    value(batch.column(1, one), row),
                    value(batch.column(2, one), row),
                    value(batch.column(3, one), row)));
        }
    }

    private static Object value(Column column, int row) {
        if (column.isNull(row)) {
            return null;
        } else if (column instanceof Column.Dictionary dictionary) {
            return value(dictionary.values(), dictionary.ids()[row]);
        } else if (column instanceof Column.Longs longs) {
            return longs.values()[row];
        } else if (column instanceof Column.Doubles doubles) {
            return doubles.values()[row];
        } else if (column instanceof Column.Bools bools) {
            return bools.values()[row];
        }
        return ((Column.Bytes) column).text(row);
    }

    private static Memory memory() {
        return new Memory() {
            @Override
            public void reserve(long bytes, String use) {}

            @Override
            public void release(long bytes) {}
        };
    }
}
