package dev.grebe.plugin;

import static dev.grebe.plan.Expressions.literal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.PlanException;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plan.Ticks;
import dev.grebe.plan.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContractsTest {
    private static final Relation ROWS =
            Relation.scan(Table.events("Events", "T", Schema.of("T", Type.TIMESTAMP, "Id", Type.STRING)));

    @Test
    void anEmptyWindowIsRefused() {
        long noon = Ticks.of(Instant.parse("2020-09-20T12:00:00Z"));
        assertThatThrownBy(() -> new Window(noon, noon))
                .hasMessage("the window from 2020-09-20T12:00:00.0000000Z to 2020-09-20T12:00:00.0000000Z is empty");
        assertThat(new Window(noon, null).start()).contains(Instant.parse("2020-09-20T12:00:00Z"));
        assertThat(new Window(noon, null).end()).isEmpty();
    }

    @Test
    void findingsHaveATimeAndKnownColumns() {
        assertThatThrownBy(() -> findings("Id", List.of(), List.of(), Duration.ZERO))
                .isInstanceOf(PlanException.class)
                .hasMessage("the findings' time column 'Id' is no TIMESTAMP");
        assertThatThrownBy(() -> findings("T", List.of("ID"), List.of(), Duration.ZERO))
                .hasMessage("Events has no column 'ID'. Did you mean 'Id'?");
        assertThatThrownBy(() -> findings("T", List.of(), List.of("ID"), Duration.ZERO))
                .hasMessage("Events has no column 'ID'. Did you mean 'Id'?");
    }

    @Test
    void reachIsNotNegative() {
        assertThatThrownBy(() -> findings("T", List.of(), List.of(), Duration.ofSeconds(-1)))
                .isInstanceOf(PlanException.class)
                .hasMessage("reach PT-1S before, PT0S after is negative");
    }

    @Test
    void detailsOfAnAccountAreCopied() {
        Map<String, Long> details = new HashMap<>(Map.of("pagesInflated", 1L));
        Account account = new Account(1, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), details);
        details.clear();
        assertThat(account.details()).containsEntry("pagesInflated", 1L);
    }

    @Test
    void aRequestCopiesWhatIsRequired() {
        Request request = new Request("T", ROWS.schema(), Set.of("T"), Set.of(), Window.ALL, literal(true));
        assertThatThrownBy(() -> request.required().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aSelectionIsWithinItsArray() {
        assertThatThrownBy(() -> new Selection(new int[2], 3)).hasMessage("3 of 2 rows selected");
        assertThat(Selection.all(3).rows()).containsExactly(0, 1, 2);
        assertThat(new Selection(new int[2], 0).isEmpty()).isTrue();
    }

    @Test
    void aDictionaryHasNullsByIdAndByEntry() {
        Column values = new Column.Longs(2, new long[] {7, 0}, new boolean[] {false, true});
        Column column = new Column.Dictionary(3, new int[] {0, 1, -1}, values);
        assertThat(column.isNull(0)).isFalse();
        assertThat(column.isNull(1)).isTrue();
        assertThat(column.isNull(2)).isTrue();
    }

    @Test
    void textHasNoNull() {
        byte[] bytes = "né".getBytes(StandardCharsets.UTF_8);
        Column.Bytes column = new Column.Bytes(2, bytes, new int[] {1, 0}, new int[] {2, 0});
        assertThat(column.text(0)).isEqualTo("é");
        assertThat(column.text(1)).isEmpty();
        assertThat(column.isNull(1)).isFalse();
    }

    private static Findings findings(String time, List<String> identity, List<String> shown, Duration before) {
        return new Findings(ROWS, time, identity, shown, before, Duration.ZERO);
    }
}
