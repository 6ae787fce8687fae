package dev.grebe.sources.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.storage.FileStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are one array. */
class ArraysTest {
    private static final Schema COLUMNS = Schema.of("Id", Type.STRING, "N", Type.LONG);

    @TempDir
    Path base;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"Id\":\"a\"},{\"Id\":\"b\",\"N\":1}]",
                "\uFEFF \r\n\t[ {\"Id\":\"a\"} , {\"Id\":\"b\",\"N\":1} ] \n\n",
                "[{\"Id\":\"a\"},\n{\"Id\":\"b\",\"N\":1}\n]\n",
                "[\n{\"Id\":\"a\", \"x\":[\"]},{\\\"\", {}]},\n{\"Id\":\"b\",\"N\":1}]"
            })
    void arrayIsToldByItsBracket(String text) throws IOException {
        write(text);

        for (int chunk = 64; chunk < 80; chunk++) {
            assertThat(lake(chunk, Layout.AUTO).read("a.json", COLUMNS).rows()).hasToString("[[a, null], [b, 1]]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", " [ \n ] "})
    void emptyArrayHasNoRows(String text) throws IOException {
        write(text);

        assertThat(lake(64, Layout.AUTO).read("a.json", COLUMNS).rows()).isEmpty();
    }

    @Test
    void objectsOverSeveralLinesAreReadIfItIsSaidThatTheyAreElements() throws IOException {
        write("[\n  {\n    \"Id\": \"a\",\n    \"N\": 1\n  },\n  {\n    \"Id\": \"b\"\n  }\n]\n");

        assertThatThrownBy(() -> lake(64, Layout.AUTO).read("a.json", COLUMNS))
                .hasMessage("a.json:1: this is JSON over several lines; one object a line is read;"
                        + " write 'layout: array' to read such arrays (JSON_NOT_LINES)");
        assertThat(lake(64, Layout.ARRAY).read("a.json", COLUMNS).rows()).hasToString("[[a, 1], [b, null]]");
    }

    @Test
    void badElementIsNamedByTheLineItBeginsOn() throws IOException {
        write("[\n {\n \"Id\": \"a\"},\n {\n \"N\": \"x\"}, 5,\n\n {\"N\":1,\"N\":2},\n {\"Id\":\"b\"}]");
        Kept kept = new Kept();

        assertThat(lake(64, Layout.ARRAY)
                        .read(kept.request(COLUMNS), "a.json", kept)
                        .rows())
                .hasToString("[[a, null], [b, null]]");
        assertThat(kept.rows()).containsExactly("4 TYPE_MISMATCH", "5 JSON_NOT_OBJECT", "7 JSON_DUPLICATE_KEY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "[{\"Id\":\"a\"}|the file ends in the middle of the array (TRUNCATED)",
                "[{\"Id\":\"a\"},{\"Id\":\"|the file ends in the middle of the array (TRUNCATED)",
                "[{\"Id\":\"a\"} {}]|no comma stands between two elements of the array (JSON_SYNTAX)",
                "[{\"Id\":\"a\"},]|an element of the array is missing behind a comma (JSON_SYNTAX)",
                "[,{\"Id\":\"a\"}]|an element of the array is missing before a comma (JSON_SYNTAX)",
                "[{\"Id\":\"a\"}] {}|text follows the array (TRAILING_DATA)"
            })
    void brokenArrayIsABadFile(String text, String reason) throws IOException {
        write(text);
        Kept kept = new Kept();

        assertThatThrownBy(() -> lake(1 << 10, Layout.AUTO).read("a.json", COLUMNS))
                .hasMessage("a.json:1: " + reason);
        assertThat(lake(1 << 10, Layout.AUTO)
                        .read(kept.request(COLUMNS), "a.json", kept)
                        .rows())
                .isEmpty();
        assertThat(kept.files()).hasSize(1);
    }

    @Test
    void damageBehindRowsThatWereUsedEndsTheAttempt() throws IOException {
        write("[" + "{\"Id\":\"a\"},".repeat(100) + "{\"Id\":");
        Kept kept = new Kept();

        assertThatThrownBy(() -> lake(64, Layout.AUTO).read(kept.request(COLUMNS), "a.json", kept))
                .hasMessage("a.json:1: the file ends in the middle of the array (TRUNCATED)");
        assertThat(kept.files()).isEmpty();
    }

    @Test
    void elementThatIsTooLongIsPassedOver() throws IOException {
        write("[{\"Id\":\"a\"},\n{\"Id\":\"" + "x".repeat(50_000) + "\"},\n{\"Id\":\"b\"}]");
        JsonlLimits limits = new JsonlLimits(1_000, 1_000, 10, 1);
        for (int chunk : new int[] {64, 1 << 12, 1 << 20}) {
            Lake lake = new Lake(
                    new FileStorage(base),
                    new Portions(1 << 20, chunk, 10, 1_000),
                    settings -> new JsonlSettings(settings.path(), Layout.AUTO, "", List.of(), limits));
            Kept kept = new Kept();

            assertThat(lake.read(kept.request(COLUMNS), "a.json", kept).rows()).hasToString("[[a, null], [b, null]]");
            assertThat(kept.rows()).containsExactly("2 LIMIT_EXCEEDED");
        }
    }

    @Test
    void arrayIsOneSplitHoweverLargeItIs() throws IOException {
        StringBuilder text = new StringBuilder("[");
        IntStream.range(0, 5_000).forEach(i -> text.append("{\"N\":").append(i).append("},\n"));
        write(text.append("{}]").toString());
        Lake lake = new Lake(new FileStorage(base), new Portions(1_000, 100, 64, 10_000));

        Lake.Read read = lake.read("a.json", COLUMNS);

        assertThat(read.rows()).hasSize(5_001);
        assertThat(read.splits()).isEqualTo(1);
    }

    @Test
    void arrayThatGrewEndsWithItsLastWholeElement() throws IOException {
        write("[{\"Id\":\"a\"},{\"Id\":\"b");
        try (Scan scan =
                lake(64, Layout.AUTO).scan("a.json", COLUMNS, Set.of(), Lake.EVERYTHING, new Lake.Reserved())) {
            write("[{\"Id\":\"a\"},{\"Id\":\"b\"}]");

            assertThat(Lake.rows(scan, scan.splits().get(0), List.of("Id"), Rows.ALL))
                    .hasToString("[[a]]");
        }
    }

    private Lake lake(int chunkBytes, Layout layout) {
        return new Lake(
                new FileStorage(base),
                new Portions(1 << 20, chunkBytes, 10, 1_000),
                settings -> new JsonlSettings(settings.path(), layout, "", List.of(), JsonlLimits.DEFAULT));
    }

    private void write(String text) throws IOException {
        Files.writeString(base.resolve("a.json"), text);
    }
}
