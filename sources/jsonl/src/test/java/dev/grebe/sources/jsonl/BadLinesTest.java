package dev.grebe.sources.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.plugin.DataException;
import dev.grebe.storage.FileStorage;
import java.io.IOException;
import java.math.BigInteger;
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
                "{\"ProcessId\": \"abc\"}|column 'ProcessId' is \"abc\"; the table reads it as LONG (TYPE_MISMATCH)",
                "{\"ProcessId\": \"7\"}|column 'ProcessId' is \"7\"; the table reads it as LONG (TYPE_MISMATCH)",
                "{\"ProcessId\": true}|column 'ProcessId' is true; the table reads it as LONG (TYPE_MISMATCH)",
                "{\"ProcessId\": 1.5}|column 'ProcessId' is 1.5; the table reads it as LONG (BAD_NUMBER)",
                "{\"ProcessId\": 1e3}|column 'ProcessId' is 1e3; the table reads it as LONG (BAD_NUMBER)",
                "{\"ProcessId\":1e1000000000}|column 'ProcessId' is 1e1000000000; the table reads it as LONG (BAD_NUMBER)",
                "{\"ProcessId\":9223372036854775808}|column 'ProcessId' is 9223372036854775808;"
                        + " the table reads it as LONG (BAD_NUMBER)",
                "{\"DeviceId\": {\"a\": 1}}|column 'DeviceId' is {\"a\": 1}; the table reads it as STRING (TYPE_MISMATCH)",
                "{\"DeviceId\": [\"x\"]}|column 'DeviceId' is [\"x\"]; the table reads it as STRING (TYPE_MISMATCH)",
                "{\"Score\": \"nan\"}|column 'Score' is \"nan\"; the table reads it as DOUBLE (TYPE_MISMATCH)",
                "{\"Score\": 1e999}|column 'Score' is 1e999; the table reads it as DOUBLE (BAD_NUMBER)",
                "{\"Ok\": 1}|column 'Ok' is 1; the table reads it as BOOL (TYPE_MISMATCH)",
                "{\"Timestamp\": 1600605296}|column 'Timestamp' is 1600605296;"
                        + " the table reads it as TIMESTAMP (BAD_TIMESTAMP)",
                "{\"Timestamp\": \"20/09/2020\"}|column 'Timestamp' is \"20/09/2020\";"
                        + " the table reads it as TIMESTAMP (BAD_TIMESTAMP)",
                "{\"Took\": \"1:2:3\"}|column 'Took' is \"1:2:3\"; the table reads it as DURATION (TYPE_MISMATCH)",
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

    @ParameterizedTest
    @ValueSource(strings = {"[\n{\"DeviceId\":\"a\"}\n]\n", "{\n\"DeviceId\":\"a\"\n}\n", "[{\"DeviceId\":\"a\"}]"})
    void jsonThatIsNotInLinesIsSaidOnce(String text) throws IOException {
        assertThatThrownBy(() -> read(text))
                .hasMessage(
                        "events.jsonl:1: this is JSON over several lines; one object a line is read (JSON_NOT_LINES)");
    }

    @Test
    void nestingIsBounded() throws IOException {
        String deep = "{\"Other\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThatThrownBy(() -> read(GOOD + "\n" + deep + "\n"))
                .hasMessage("events.jsonl:2: nested deeper than 500 (JSON_DEPTH)");
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
        assertThatThrownBy(() -> read(GOOD + "\n{\"DeviceId\":\"" + "x".repeat(Limits.LONGEST_TEXT + 1) + "\"}\n"))
                .message()
                .startsWith("events.jsonl:2: ")
                .endsWith("(LIMIT_EXCEEDED)");
    }

    @Test
    void linesAreBounded() throws IOException {
        Limits limits = new Limits(1 << 20, 64, 1_000, 10, 1_000);

        assertThatThrownBy(() -> read(GOOD + "\n{\"Other\":\"" + "x".repeat(10_000) + "\"}\n", limits))
                .hasMessage("events.jsonl:2: the line is longer than 1000 bytes (LIMIT_EXCEEDED)");
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

        assertThatThrownBy(() -> lake(Limits.DEFAULT).read("events.jsonl", EVENTS))
                .hasMessage("events.jsonl:2: byte 11 of the line is not UTF-8 (INVALID_UTF8)");
    }

    @Test
    void hostileTextInAMessageIsMadeVisible() throws IOException {
        assertThatThrownBy(() -> read("{\"ProcessId\":\"\u202E\u009B2J" + "x".repeat(100) + "\"}\n"))
                .hasMessage("events.jsonl:1: column 'ProcessId' is \"\\u202E\\u009B2J" + "x".repeat(25)
                        + "..; the table reads it as LONG (TYPE_MISMATCH)");
    }

    @Test
    void lineIsCountedFromTheStartOfTheFileInEverySplit() throws IOException {
        String text = (GOOD + "\n").repeat(20) + "{\"ProcessId\":\"x\"}\n" + (GOOD + "\n").repeat(20);
        for (long split = 1; split < text.length() + 2; split += 13) {
            Limits limits = new Limits(split, 64, 1_000, 3, 1_000);
            assertThatThrownBy(() -> read(text, limits)).hasMessageStartingWith("events.jsonl:21: ");
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
        return read(text, Limits.DEFAULT);
    }

    private List<?> read(String text, Limits limits) throws IOException {
        Files.writeString(base.resolve("events.jsonl"), text);
        return lake(limits).read("events.jsonl", EVENTS).rows();
    }

    private Lake lake(Limits limits) {
        return new Lake(new FileStorage(base), limits);
    }
}
