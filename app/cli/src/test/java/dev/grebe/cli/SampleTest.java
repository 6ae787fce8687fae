package dev.grebe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SampleTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void aLakeOfTwoRows() throws IOException {
        Files.createDirectories(folder.resolve("lake"));
        Files.writeString(folder.resolve("lake/a.jsonl"), """
                {"Time": "2024-02-27T10:00:00Z", "Name": "first\\u001b[2J", "Size": 10}
                {"Time": "2024-02-28T10:00:00.5Z", "Size": 1.50, "More": {"a": [1]}}
                """);
    }

    private Cli.Ran sample(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "sample";
        arguments[1] = "lake/";
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Cli.in(folder).grebe(arguments);
    }

    @Test
    void aLookShowsFormatColumnsAndAStanzaToPaste() {
        Cli.Ran ran = sample();
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .startsWith("lake/: jsonl (by its name), 1 file, ")
                .contains("\n2 rows\n")
                .contains(
                        "Time                              datetime  2024-02-27T10:00:00.0000000Z to 2024-02-28T10:00:00.5000000Z")
                .contains("Size                              real      10, 1.50")
                .contains("first\\u001B[2J")
                .contains("no preset fits")
                .endsWith("  Events: {source: jsonl, path: lake/}\n");
    }

    @Test
    void aLookForOtherProgramsIsOneObject() {
        Cli.Ran ran = sample("--format", "json");
        JsonNode json = JsonMapper.shared().readTree(ran.out());
        assertThat(json.at("/format").asString()).isEqualTo("jsonl");
        assertThat(json.at("/rows/total").asLong()).isEqualTo(2);
        assertThat(json.at("/rows/counted").asBoolean()).isTrue();
        assertThat(json.at("/columns/0/name").asString()).isEqualTo("Time");
        assertThat(json.at("/columns/0/from").asString()).isEqualTo("2024-02-27T10:00:00.0000000Z");
        assertThat(json.at("/tables").asString()).startsWith("tables:\n");
    }

    @Test
    void rowsAreJsonLinesAlone() {
        assertThat(sample("--rows", "all")).isEqualTo(new Cli.Ran(0, """
                {"Time":"2024-02-27T10:00:00Z","Name":"first\\u001b[2J","Size":10,"More":null}
                {"Time":"2024-02-28T10:00:00.5Z","Name":null,"Size":1.50,"More":{"a":[1]}}
                """, ""));
        assertThat(sample("--rows", "1").out()).hasLineCount(1);
        assertThat(sample("--rows", "0")).isEqualTo(new Cli.Ran(0, "", ""));
    }

    @Test
    void aBadRowEndsWithTheMessageOfARun() throws IOException {
        Files.writeString(folder.resolve("lake/b.jsonl"), "{\"Time\": \n");
        Cli.Ran ran = sample("--rows", "all");
        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.err()).startsWith("error: ").contains("lake/b.jsonl:1").hasLineCount(1);
        assertThat(sample().code()).isEqualTo(4);
    }

    @Test
    void aNumberOfRowsThatIsNoneIsWrongUsage() {
        Cli.Ran ran = sample("--rows", "many");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("'many' is no number of rows; write for example 10, or all");
    }

    @Test
    void aWrongSettingIsNamed() {
        Cli.Ran ran = sample("--set", "zoen=UTC");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).startsWith("--set zoen: no setting 'zoen'.").hasLineCount(1);
    }
}
