package dev.grebe.sources.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.storage.FileStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns below the top of the object. */
class NestedColumnsTest {
    private static final List<@Nullable Object> NOTHING = Collections.singletonList(null);

    @TempDir
    Path base;

    @Test
    void columnsAreReadByPath() throws IOException {
        lines(
                "{\"category\":\"c\",\"properties\":{\"Id\":7,\"Other\":{\"Id\":8},\"File\":{\"Name\":\"n\"}}}",
                "{\"properties\":{\"File\":{},\"Id\":null}}",
                "{\"properties\":null}",
                "{}");

        assertThat(read(Schema.of(
                        "properties.File.Name", Type.STRING, "category", Type.STRING, "properties.Id", Type.LONG)))
                .containsExactly(List.of("n", "c", 7L), row("", "", null), row("", "", null), row("", "", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"winlog.event_data.Image\":\"x\"}",
                "{\"winlog\":{\"event_data\":{\"Image\":\"x\"}}}",
                "{\"winlog.event_data\":{\"Image\":\"x\"}}",
                "{\"winlog\":{\"event_data.Image\":\"x\"}}",
                "{\"winlog\":{\"other\":1},\"winlog.event_data\":{\"Image\":\"x\"}}",
                "{\"winlog\":\"text\",\"winlog.event_data\":{\"Image\":\"x\"}}"
            })
    void keysMayBeFlattenedAnywhere(String line) throws IOException {
        lines(line);

        assertThat(read(Schema.of("winlog.event_data.Image", Type.STRING))).containsExactly(List.of("x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a.b.c\":1,\"a.b\":{\"c\":2},\"a\":{\"b.c\":3,\"b\":{\"c\":4}}}",
                "{\"a\":{\"b\":{\"c\":4},\"b.c\":3},\"a.b\":{\"c\":2},\"a.b.c\":1}",
                "{\"a\":{\"b\":{\"c\":4},\"b.c\":1}}",
                "{\"a\":{\"b.c\":3},\"a.b\":{\"c\":1}}",
                "{\"a.b.c\":null,\"a.b\":{\"c\":1}}",
                "{\"a.b\":{\"c\":1},\"a.b.c\":null}"
            })
    void longestKeyCountsAndNullForNothing(String line) throws IOException {
        lines(line);

        assertThat(read(Schema.of("a.b.c", Type.LONG))).containsExactly(List.of(1L));
    }

    @Test
    void betterFormReplacesTextToo() throws IOException {
        lines("{\"a\":{\"b\":\"nested\"},\"a.b\":\"flat\"}", "{\"a\":{\"b\":\"only\"}}");

        assertThat(read(Schema.of("a.b", Type.STRING))).containsExactly(List.of("flat"), List.of("only"));
    }

    @Test
    void arraysAndValuesInTheWayGiveMissing() throws IOException {
        lines("{\"a\":[{\"b\":1}]}", "{\"a\":5}", "{\"a\":\"{\\\"b\\\":1}\"}");

        assertThat(read(Schema.of("a.b", Type.LONG))).containsExactly(NOTHING, NOTHING, NOTHING);
    }

    @Test
    void anObjectAndItsPartsCanBothBeColumns() throws IOException {
        lines("{\"process\": {\"pid\": 1.50, \"file\": {\"name\": \"a b\"}}, \"x\": 1}", "{\"process\": 3}");

        assertThat(read(Schema.of("process", Type.DYNAMIC, "process.file.name", Type.STRING, "x", Type.LONG)))
                .containsExactly(List.of("{\"pid\":1.50,\"file\":{\"name\":\"a b\"}}", "a b", 1L), row("3", "", null));
    }

    @Test
    void objectThatIsWalkedIsNoTextEither() throws IOException {
        lines("{\"process\": {\"pid\": 1}}");

        assertThatThrownBy(() -> read(Schema.of("process", Type.STRING, "process.pid", Type.LONG)))
                .hasMessage("a.jsonl:1: column 'process': {\"pid\": 1} is no text (TYPE_MISMATCH)");
    }

    @Test
    void columnsOfJsonTextTakeObjectsAndArrays() throws IOException {
        lines(
                "{\"AdditionalFields\": { \"a\" : [1, 2.00] }, \"properties\": {\"AdditionalFields\": [ ]}}",
                "{\"AdditionalFields\": \"{\\\"a\\\": 1}\"}");

        assertThat(read(Schema.of("AdditionalFields", Type.STRING, "properties.AdditionalFields", Type.STRING)))
                .containsExactly(List.of("{\"a\":[1,2.00]}", "[]"), List.of("{\"a\": 1}", ""));
    }

    @Test
    void requiredPathIsThereIfOneRowHasItsKey() throws IOException {
        lines("{\"properties\":{\"Id\":null}}");
        Schema columns = Schema.of("properties.Id", Type.LONG);

        assertThat(lake().read("a.jsonl", columns, Set.of("properties.Id"), Lake.EVERYTHING)
                        .rows())
                .hasSize(1);
        assertThatThrownBy(() -> lake().read(
                                "a.jsonl",
                                Schema.of("properties.Ids", Type.LONG, "properties.Id", Type.LONG),
                                Set.of("properties.Ids"),
                                Lake.EVERYTHING))
                .hasMessage("a.jsonl: Events requires column 'properties.Ids'; none of 1 rows in 1 files has it"
                        + " (MISSING_COLUMN). Did you mean 'properties.Id'?");
    }

    @Test
    void sampleNamesPartsByTheirPaths() throws IOException {
        lines(
                "{\"a\":{\"b\":{\"c\":1}},\"z\":true}",
                "{\"a\":{\"d\":\"10/25/2023, 9:43:21.990 AM\",\"b\":{\"c\":1.5}},\"e\":[{\"f\":1}]}",
                "not JSON");

        assertThat(new JsonlSource(Lake.settings("a.jsonl"), new FileStorage(base)).sample())
                .hasToString("(a:DYNAMIC, a.b:DYNAMIC, a.b.c:DOUBLE, a.d:TIMESTAMP, z:BOOL, e:DYNAMIC)");
    }

    @Test
    void aSampleOfSoManyRowsHasAllTheirKeys() throws IOException {
        String[] lines = new String[1001];
        Arrays.fill(lines, "{\"a\":{\"b\":1}}");
        lines[999] = "{\"late\":1}";
        lines[1000] = "{\"later\":1}";
        lines(lines);
        JsonlSource source = new JsonlSource(Lake.settings("a.jsonl"), new FileStorage(base));

        assertThat(source.sample(1000)).hasToString("(a:DYNAMIC, late:LONG)");
        assertThat(source.sample(Long.MAX_VALUE).names()).containsExactly("a", "late", "later");
    }

    @Test
    void sampleOfNothingButBadRowsIsAnError() throws IOException {
        lines("not JSON");

        assertThatThrownBy(() -> new JsonlSource(Lake.settings("a.jsonl"), new FileStorage(base)).sample())
                .hasMessage("a.jsonl:1: an object starts with '{', not with not JSON (JSON_SYNTAX)");
    }

    private List<List<@Nullable Object>> read(Schema columns) {
        return lake().read("a.jsonl", columns).rows();
    }

    private Lake lake() {
        return new Lake(new FileStorage(base), Portions.DEFAULT);
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private void lines(String... lines) throws IOException {
        Files.writeString(base.resolve("a.jsonl"), String.join("\n", lines) + "\n");
    }
}
