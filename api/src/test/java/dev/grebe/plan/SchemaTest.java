package dev.grebe.plan;

import static dev.grebe.plan.Type.LONG;
import static dev.grebe.plan.Type.STRING;
import static dev.grebe.plan.Type.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static final Schema SCHEMA = Schema.of("a", STRING, "b", LONG, "t", TIMESTAMP);

    @Test
    void knowsPlacesAndTypes() {
        assertThat(SCHEMA.size()).isEqualTo(3);
        assertThat(SCHEMA.index("b", "T")).isEqualTo(1);
        assertThat(SCHEMA.type("t", "T")).isEqualTo(TIMESTAMP);
        assertThat(SCHEMA.contains("B")).isFalse();
        assertThat(SCHEMA).hasToString("(a:STRING, b:LONG, t:TIMESTAMP)");
    }

    @Test
    void onlyKeepsItsOwnOrder() {
        assertThat(SCHEMA.only(List.of("t", "a", "zzz")).names()).containsExactly("a", "t");
    }

    @Test
    void aNameStandsOnce() {
        assertThatThrownBy(() -> Schema.of("a", STRING, "a", LONG))
                .isInstanceOf(PlanException.class)
                .hasMessage("column 'a' stands twice");
        assertThat(Schema.of("a", STRING, "A", LONG).size()).isEqualTo(2);
    }

    @Test
    void aNameIsNotEmpty() {
        assertThatThrownBy(() -> new Field("", LONG)).hasMessage("a column's name is empty");
    }

    @Test
    void everyNameHasAType() {
        assertThatThrownBy(() -> Schema.of("a", STRING, "b"))
                .isInstanceOf(PlanException.class)
                .hasMessage("3 names and types: the last has no counterpart");
    }

    @Test
    void aTimeColumnIsATimestamp() {
        assertThatThrownBy(() -> Table.events("T", "b", SCHEMA))
                .isInstanceOf(PlanException.class)
                .hasMessage("T: time column 'b' is no TIMESTAMP");
        assertThatThrownBy(() -> Table.events("T", "time", SCHEMA))
                .isInstanceOf(PlanException.class)
                .hasMessageStartingWith("T has no column 'time'.");
        assertThat(Table.events("T", "t", SCHEMA).isWindowed()).isTrue();
        assertThat(Table.state("T", SCHEMA).isWindowed()).isFalse();
    }

    @Test
    void requiredColumnsExist() {
        Table table = Table.events("T", "t", SCHEMA);
        assertThat(table.requiring("t", "a").required()).containsExactly("a", "t");
        assertThatThrownBy(() -> table.requiring("c")).isInstanceOf(PlanException.class);
    }
}
