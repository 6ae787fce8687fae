package dev.grebe.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.data.Column;
import dev.grebe.plan.Field;
import dev.grebe.plan.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which columns stand within others, and are not written twice. */
final class StoredColumnsTest {
    private static final List<Field> FIELDS = List.of(
            new Field("a", Type.DYNAMIC),
            new Field("a.b", Type.DYNAMIC),
            new Field("a.b.c", Type.LONG),
            new Field("x.y", Type.LONG));

    private static Column json(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Column.Bytes(1, bytes, new int[1], new int[] {bytes.length});
    }

    /** The names of the columns that are written of a row. */
    private static List<String> written(String... values) {
        StoredColumns columns = new StoredColumns(FIELDS, Set.of());
        List<Column> read = new ArrayList<>();
        List.of(values).forEach(value -> read.add(json(value)));
        StoredColumns.Values row = new StoredColumns.Values(read);
        return columns.columns().stream()
                .filter(column -> !row.isToldByParent(column, 0))
                .map(column -> column.field().name())
                .toList();
    }

    @Test
    void aPartIsWrittenWithWhatItIsAPartOf() {
        assertThat(written("{\"b\":{\"c\":1}}", "{\"c\":1}", "1", "2")).containsExactly("a", "x.y");
    }

    @Test
    void aColumnThatOnlyHasADotInItsNameIsWrittenItself() {
        assertThat(written("{\"b\":{\"c\":1}}", "{\"c\":1}", "2", "")).containsExactly("a", "a.b.c", "x.y");
        assertThat(written("\"text\"", "", "2", "")).containsExactly("a", "a.b.c", "x.y");
    }

    @Test
    void keysWithDotsAreFoundInTheirObjects() {
        assertThat(JsonPath.find("{\"b\":{\"x\":[1,{\"c\":2}]},\"b.c\":-1.50}", "b.c"))
                .contains("-1.50");
        assertThat(JsonPath.find("{\"b.c\":{\"d\":\"\\u0041\"}}", "b.c.d")).contains("\"\\u0041\"");
        assertThat(JsonPath.find("{\"b\":{\"c\":{\"k\":[1,2]}}}", "b.c")).contains("{\"k\":[1,2]}");
        assertThat(JsonPath.find("{\"b\":12}", "b")).contains("12");
        assertThat(JsonPath.find("{\"b\":{\"d\":1}}", "b.c")).isEmpty();
    }
}
