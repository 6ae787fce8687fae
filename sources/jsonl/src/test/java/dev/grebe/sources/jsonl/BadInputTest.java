package dev.grebe.sources.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Rejects;
import dev.grebe.storage.FileStorage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is delivered and what is refused of the bad-input corpus, as its contract has it. */
@Timeout(10)
class BadInputTest {
    private static final Path CORPUS = Path.of("../../app/cli/src/test/resources/badinput");
    private static final Schema EVENTS = Schema.of(
            "Timestamp", Type.TIMESTAMP,
            "DeviceId", Type.STRING,
            "FileName", Type.STRING,
            "ProcessCommandLine", Type.STRING,
            "SHA1", Type.STRING,
            "InitiatingProcessFileName", Type.STRING,
            "InitiatingProcessId", Type.LONG);

    @ParameterizedTest
    @CsvSource({
        "ok_baseline,5,",
        "blank_lines,2,",
        "bom,3,",
        "unknown_keys,2,",
        "hash_collision_keys,3,",
        "gadgets,3,",
        "truncated_last,2,3 JSON_SYNTAX",
        "truncated_escape,1,2 JSON_SYNTAX",
        "not_objects,2,2 JSON_NOT_OBJECT|3 JSON_NOT_OBJECT|4 JSON_NOT_OBJECT|5 JSON_NOT_OBJECT|6 JSON_NOT_OBJECT",
        "trailing_garbage,2,2 TRAILING_DATA|3 TRAILING_DATA",
        "duplicate_keys,2,2 JSON_DUPLICATE_KEY",
        "deep_nesting,2,2 JSON_DEPTH",
        "number_bombs,3,2 BAD_NUMBER|3 LIMIT_EXCEEDED",
        "type_mismatch,1,2 TYPE_MISMATCH|3 TYPE_MISMATCH|4 TYPE_MISMATCH|5 TYPE_MISMATCH",
        "missing_and_null,3,3 NULL_REQUIRED|4 NULL_REQUIRED",
        "comments_quotes,1,2 JSON_SYNTAX|3 TRAILING_DATA|4 JSON_SYNTAX|5 JSON_SYNTAX",
        "invalid_utf8,2,2 INVALID_UTF8",
        "control_char,2,2 JSON_SYNTAX",
        "nul_tail,2,3 JSON_SYNTAX",
        "timestamp_forms,1,1 BAD_TIMESTAMP|2 BAD_TIMESTAMP|4 BAD_TIMESTAMP"
    })
    void goodRowsAreDeliveredAndBadOnesNamed(String name, int rows, String bad) {
        Kept kept = new Kept();
        List<String> expected = bad == null ? List.of() : Arrays.asList(bad.split("\\|", -1));

        Lake.Read read = lake().read(kept.request(EVENTS, "DeviceId"), "jsonl/" + name + ".jsonl", kept);

        assertThat(read.rows()).hasSize(rows);
        assertThat(kept.rows()).isEqualTo(expected);
        assertThat(kept.files()).isEmpty();
        assertThat(read.account().rowsRejected()).isEqualTo(expected.size());
        if (!expected.isEmpty()) {
            assertThatThrownBy(() ->
                            lake().read(kept.request(EVENTS, "DeviceId"), "jsonl/" + name + ".jsonl", Rejects.FAIL))
                    .isInstanceOf(DataException.class)
                    .hasMessage(kept.rowsRefused().get(0).message());
        }
    }

    @ParameterizedTest
    @CsvSource("pretty_printed_array,JSON_NOT_LINES")
    void badFileIsRefusedWhole(String name, String reason) {
        Kept kept = new Kept();
        String path = "jsonl/" + name + ".jsonl";

        Lake.Read read = lake().read(kept.request(EVENTS, "DeviceId"), path, kept);

        assertThat(read.rows()).isEmpty();
        assertThat(kept.rows()).isEmpty();
        assertThat(kept.files()).containsExactly(path + " " + reason);
        assertThat(read.account().filesRejected()).isEqualTo(1);
        assertThat(read.account().rows()).isZero();
    }

    private static Lake lake() {
        return new Lake(new FileStorage(CORPUS), Portions.DEFAULT);
    }
}
