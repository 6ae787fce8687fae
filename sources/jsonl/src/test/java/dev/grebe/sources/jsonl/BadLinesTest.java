package dev.grebe.sources.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.plugin.DataException;
import dev.grebe.storage.FileStorage;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that cannot be read ends the run, in one line that names file, line, reason and code. */
@Timeout(10)
class BadLinesTest {
    private static final Schema EVENTS = Schema.of(
            "DeviceId",
            Type.STRING,
            "ProcessId",
            Type.LONG,
            "Score",
            Type.DOUBLE,
            "Timestamp",
            Type.TIMESTAMP,
            "Ok",
            Type.BOOL,
            "Took",
            Type.DURATION,
            "Extra",
            Type.DYNAMIC);
    private static final String GOOD = "{\"DeviceId\":\"a\",\"ProcessId\":1}";

    @TempDir
    Path base;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "{\"ProcessId\": \"abc\"}|column 'ProcessId': \"abc\" is no whole number of 64 bits (TYPE_MISMATCH)",
                "{\"ProcessId\": \"7\"}|column 'ProcessId': \"7\" is no whole number of 64 bits (TYPE_MISMATCH)",
                "{\"ProcessId\": true}|column 'ProcessId': true is no whole number of 64 bits (TYPE_MISMATCH)",
                "{\"ProcessId\": 1.5}|column 'ProcessId': 1.5 is no whole number of 64 bits (BAD_NUMBER)",
                "{\"ProcessId\": 1e3}|column 'ProcessId': 1e3 is no whole number of 64 bits (BAD_NUMBER)",
                "{\"ProcessId\":1e1000000000}|column 'ProcessId': 1e1000000000 is no whole number of 64 bits (BAD_NUMBER)",
                "{\"ProcessId\":9223372036854775808}|column 'ProcessId': 9223372036854775808 is no whole number of 64 bits (BAD_NUMBER)",
                "{\"DeviceId\": {\"a\": 1}}|column 'DeviceId': {\"a\": 1} is no text (TYPE_MISMATCH)",
                "{\"DeviceId\": [\"x\"]}|column 'DeviceId': [\"x\"] is no text (TYPE_MISMATCH)",
                "{\"Score\": \"nan\"}|column 'Score': \"nan\" is no number (TYPE_MISMATCH)",
                "{\"Score\": 1e999}|column 'Score': 1e999 is no number (BAD_NUMBER)",
                "{\"Ok\": 1}|column 'Ok': 1 is no truth value (TYPE_MISMATCH)",
                "{\"Timestamp\": 1600605296}|column 'Timestamp': 1600605296 is no ISO 8601 time (BAD_TIMESTAMP)",
                "{\"Timestamp\": \"20/09/2020\"}|column 'Timestamp': \"20/09/2020\" is no ISO 8601 time (BAD_TIMESTAMP)",
                "{\"Took\": \"1:2:3\"}|column 'Took': \"1:2:3\" is no time span like 1.02:03:04.5 (TYPE_MISMATCH)",
                "{\"DeviceId\":\"a\",\"DeviceId\":\"b\"}|key 'DeviceId' stands twice (JSON_DUPLICATE_KEY)",
                "{\"Other\":1,\"Other\":2}|key 'Other' stands twice (JSON_DUPLICATE_KEY)",
                "[1, 2]|the line is [1, 2], not an object (JSON_NOT_OBJECT)",
                "42|the line is 42, not an object (JSON_NOT_OBJECT)",
                "\"text\"|the line is \"text\", not an object (JSON_NOT_OBJECT)",
                "null|the line is null, not an object (JSON_NOT_OBJECT)",
                "DeviceId=1|an object starts with '{', not with DeviceId=1 (JSON_SYNTAX)",
                "{} garbage|text follows the object, from byte 3 of the line (TRAILING_DATA)",
                "{}{\"DeviceId\":\"b\"}|text follows the object, from byte 3 of the line (TRAILING_DATA)",
                "{|the line ends in the middle of the object (JSON_SYNTAX)",
                "{\"DeviceId\":\"a\\u00|the line ends in the middle of the object (JSON_SYNTAX)",
                "{\"DeviceId\":\"a\",|the line ends in the middle of the object (JSON_SYNTAX)"
            })
    void reasonNamesWhatIsWrong(String line, String reason) throws IOException {
        assertThatThrownBy(() -> read(GOOD + "\n\n" + line + "\n" + GOOD + "\n"))
                .isInstanceOf(DataException.class)
                .hasMessage("events.jsonl:3: " + reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'DeviceId':'a'}",
                "{DeviceId:\"a\"}",
                "{\"DeviceId\":\"a\",}",
                "{\"DeviceId\":\"a\"/* no */}",
                "{\"DeviceId\":\"a\tb\"}",
                "{\"Other\":\"a\u0001b\"}",
                "{\"ProcessId\":01}",
                "{\"Score\":NaN}",
                "{\"ProcessId\":+1}",
                "{\"Other\":nul}",
                "{\0\"\0}\0",
                "\0\0\0\0\0\0\0\0"
            })
    void onlyStrictJsonIsRead(String line) throws IOException {
        assertThatThrownBy(() -> read(GOOD + "\n" + line + "\n"))
                .isInstanceOf(DataException.class)
                .message()
                .startsWith("events.jsonl:2: ")
                .endsWith(" (JSON_SYNTAX)")
                .hasLineCount(1);
    }

    @Test
    void objectOverTwoLinesIsBlamedOnTheFirst() throws IOException {
        assertThatThrownBy(() -> read(GOOD + "\n{\"DeviceId\":\n\"a\"}\n"))
                .hasMessage("events.jsonl:2: the line ends in the middle of the object (JSON_SYNTAX)");
    }

    @Test
    void objectOverSeveralLinesIsSaidOnce() throws IOException {
        assertThatThrownBy(() -> read("{\n\"DeviceId\":\"a\"\n}\n"))
                .hasMessage(
                        "events.jsonl:1: this is JSON over several lines; one object a line is read (JSON_NOT_LINES)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16"})
    void textInAnotherEncodingIsSaidOnce(String charset) throws IOException {
        Files.write(base.resolve("events.jsonl"), (GOOD + "\n").getBytes(Charset.forName(charset)));

        assertThatThrownBy(() -> lake(Portions.DEFAULT).read("events.jsonl", EVENTS))
                .hasMessage("events.jsonl:1: the text is in UTF-16, as its first bytes tell; UTF-8 is read (ENCODING)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"DeviceId\":\"half \\ud83d!\"}",
                "{\"DeviceId\":\"\\ude00\"}",
                "{\"DeviceId\":\"\\ud83d\"}",
                "{\"Extra\":{\"a\":\"\\ud83d\\u0041\"}}",
                "{\"Extra\":\"\\udead\"}"
            })
    void halfACharacterIsNoText(String line) throws IOException {
        assertThatThrownBy(() -> read(GOOD + "\n" + line + "\n"))
                .message()
                .startsWith("events.jsonl:2: column '")
                .endsWith("half of a surrogate pair is escaped, which is no character (INVALID_UTF8)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Extra\":{\"a\":1,\"b\":2,\"a\":3}}",
                "{\"Extra\":[{\"c\":{\"a\":1}},{\"c\":{\"a\":1,\"a\":1}}]}",
                "{\"nested\":{\"a\":1,\"x\":2,\"a\":1}}"
            })
    void keyThatStandsTwiceInANestedObjectIsRefused(String line) throws IOException {
        Files.writeString(base.resolve("events.jsonl"), line + "\n");
        Schema columns = Schema.of("Extra", Type.DYNAMIC, "nested.x", Type.LONG);

        assertThatThrownBy(() -> lake(Portions.DEFAULT).read("events.jsonl", columns))
                .hasMessage("events.jsonl:1: key 'a' stands twice (JSON_DUPLICATE_KEY)");
    }

    @Test
    void nestingIsBounded() throws IOException {
        String deep = "{\"Other\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThatThrownBy(() -> read(GOOD + "\n" + deep + "\n"))
                .hasMessage("events.jsonl:2: nested deeper than the 500 of limits.nesting (JSON_DEPTH)");
    }

    @Test
    void numbersAreBounded() throws IOException {
        assertThatThrownBy(() -> read(GOOD + "\n{\"ProcessId\":" + "9".repeat(200_001) + "}\n"))
                .message()
                .startsWith("events.jsonl:2: ")
                .endsWith("(LIMIT_EXCEEDED)");
    }

    @Test
    void textIsBounded() throws IOException {
        for (String text : new String[] {"x".repeat((1 << 20) + 1), "\\n".repeat((1 << 20) + 1)}) {
            assertThatThrownBy(() -> read(GOOD + "\n{\"DeviceId\":\"" + text + "\"}\n"))
                    .message()
                    .startsWith("events.jsonl:2: ")
                    .endsWith("(LIMIT_EXCEEDED)");
        }
        assertThat(read("{\"Other\":\"" + "x".repeat((1 << 20) + 1) + "\"}\n")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 1 << 20})
    void lineThatIsTooLongIsPassedOver(int chunkBytes) throws IOException {
        String text = GOOD + "\n{\"Other\":\"" + "x".repeat(20_000) + "\"}\n" + GOOD + "\n";
        Files.writeString(base.resolve("events.jsonl"), text + "x".repeat(5_000));
        JsonlLimits limits = new JsonlLimits(1_000, 1_000, 10, 1);
        Lake lake = new Lake(
                new FileStorage(base),
                new Portions(1 << 20, chunkBytes, 10, 1_000),
                settings -> new JsonlSettings(settings.path(), Layout.AUTO, "", List.of(), limits));
        Kept kept = new Kept();

        assertThat(lake.read(kept.request(EVENTS), "events.jsonl", kept).rows()).hasSize(2);
        assertThat(kept.rows()).containsExactly("2 LIMIT_EXCEEDED", "4 LIMIT_EXCEEDED");
        assertThat(kept.rowsRefused().get(0).raw())
                .startsWith("{\"Other\":\"xxx")
                .hasSize(1_000);
        assertThat(kept.rowsRefused().get(0).detail())
                .isEqualTo("the line is longer than the 1000 bytes of limits.lineBytes");
    }

    @Test
    void keysOfEqualHashDoNotSlowDown() throws IOException {
        StringBuilder line = new StringBuilder("{");
        for (int i = 0; i < 1 << 13; i++) {
            StringBuilder key = new StringBuilder();
            for (int bit = 0; bit < 13; bit++) {
                key.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            line.append('"').append(key).append("\":1,");
        }
        line.append("\"DeviceId\":\"a\"}\n");

        assertThat(read(line.toString().repeat(3))).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FF",
                "C3",
                "C3 28",
                "C0 80",
                "E0 80 80",
                "ED A0 80",
                "F0 80 80 80",
                "F4 90 80 80",
                "F5 80 80 80",
                "80"
            })
    void bytesThatAreNotUtf8AreRefused(String hex) throws IOException {
        byte[] invalid = new BigInteger(hex.replace(" ", ""), 16).toByteArray();
        StringBuilder line = new StringBuilder(GOOD + "\n{\"Other\":\"é");
        for (int i = invalid.length > hex.replace(" ", "").length() / 2 ? 1 : 0; i < invalid.length; i++) {
            line.append((char) (invalid[i] & 0xFF));
        }
        line.append("\"}\n");
        Files.write(
                base.resolve("events.jsonl"), line.toString().replace("é", "").getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> lake(Portions.DEFAULT).read("events.jsonl", EVENTS))
                .hasMessage("events.jsonl:2: byte 11 of the line is not UTF-8 (INVALID_UTF8)");
    }

    @Test
    void hostileTextInAMessageIsMadeVisible() throws IOException {
        assertThatThrownBy(() -> read("{\"ProcessId\":\"\u202E\u009B2J" + "x".repeat(100) + "\"}\n"))
                .hasMessage("events.jsonl:1: column 'ProcessId': \"\\u202E\\u009B2J" + "x".repeat(55)
                        + ".. is no whole number of 64 bits (TYPE_MISMATCH)");
    }

    @Test
    void lineIsCountedFromTheStartOfTheFileInEverySplit() throws IOException {
        String text = (GOOD + "\n").repeat(20) + "{\"ProcessId\":\"x\"}\n" + (GOOD + "\n").repeat(20);
        for (long split = 1; split < text.length() + 2; split += 13) {
            Portions portions = new Portions(split, 64, 3, 1_000);
            assertThatThrownBy(() -> read(text, portions)).hasMessageStartingWith("events.jsonl:21: ");
        }
    }

    @Test
    void typeNamesInDataAreOnlyData() throws IOException {
        assertThat(
                        read(
                                "{\"@type\":\"javax.script.ScriptEngineManager\",\"__proto__\":{\"a\":1},\"DeviceId\":\"a\"}\n"))
                .hasSize(1);
    }

    private List<?> read(String text) throws IOException {
        return read(text, Portions.DEFAULT);
    }

    private List<?> read(String text, Portions portions) throws IOException {
        Files.writeString(base.resolve("events.jsonl"), text);
        return lake(portions).read("events.jsonl", EVENTS).rows();
    }

    private Lake lake(Portions portions) {
        return new Lake(new FileStorage(base), portions);
    }
}
