package dev.grebe.sources.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Rejects;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Window;
import dev.grebe.storage.FileStorage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
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
        "ok_baseline.csv,5,",
        "bom_utf8.csv,5,",
        "crlf.csv,5,",
        "timestamp_no_zone.csv,2,",
        "timestamp_extremes.csv,4,",
        "timestamp_offsets.csv,3,",
        "nul_in_field.csv,3,",
        "header_only.csv,0,",
        "gzip_two_members.csv.gz,5,",
        "not_gzip.csv.gz,5,",
        "payload_formula.csv,5,",
        "payload_html.csv,5,",
        "no_final_newline.csv,5,",
        "quoted_newline_then_bad.csv,4,7 BAD_NUMBER",
        "too_few_fields.csv,2,3 CSV_FIELD_COUNT",
        "too_many_fields.csv,2,3 CSV_FIELD_COUNT",
        "unterminated_quote.csv,1,3 CSV_QUOTE",
        "bad_timestamp.csv,2,3 BAD_TIMESTAMP|4 BAD_TIMESTAMP|5 BAD_TIMESTAMP",
        "timestamp_out_of_range.csv,1,3 BAD_TIMESTAMP|4 BAD_TIMESTAMP",
        "int_overflow.csv,2,3 BAD_NUMBER|4 BAD_NUMBER|5 BAD_NUMBER",
        "invalid_utf8.csv,2,3 INVALID_UTF8",
        "huge_field.csv.gz,2,3 LIMIT_EXCEEDED",
        "ten_rows_three_bad.csv,7,4 BAD_NUMBER|7 BAD_NUMBER|10 BAD_NUMBER"
    })
    void goodRowsAreDeliveredAndBadOnesNamed(String name, int rows, String bad) {
        Kept kept = new Kept();
        List<String> expected = bad == null ? List.of() : Arrays.asList(bad.split("\\|", -1));

        Lake.Read read = lake("").read(kept.request(EVENTS, "DeviceId"), "csv/" + name, kept);

        assertThat(read.rows()).hasSize(rows);
        assertThat(kept.rows()).isEqualTo(expected);
        assertThat(kept.files()).isEmpty();
        assertThat(read.account().rowsRejected()).isEqualTo(expected.size());
        if (!expected.isEmpty()) {
            assertThatThrownBy(() -> lake("").read(kept.request(EVENTS, "DeviceId"), "csv/" + name, Rejects.FAIL))
                    .isInstanceOf(DataException.class)
                    .hasMessage(kept.rowsRefused().get(0).message());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "duplicate_header.csv,DUPLICATE_COLUMN",
        "wrong_delimiter.csv,MISSING_COLUMN",
        "empty_file.csv,EMPTY_FILE",
        "utf16le.csv,ENCODING",
        "gzip_truncated.csv.gz,TRUNCATED",
        "gzip_trailing_garbage.csv.gz,TRAILING_DATA"
    })
    void badFileIsRefusedWhole(String name, String reason) {
        Kept kept = new Kept();
        String path = "csv/" + name;
        Request request =
                new Request("Events", EVENTS, Set.of("DeviceId"), Set.of("DeviceId"), Window.ALL, Lake.EVERYTHING);

        Lake.Read read = lake(",").read(request, path, kept);

        assertThat(read.rows()).isEmpty();
        assertThat(kept.rows()).isEmpty();
        assertThat(kept.files()).containsExactly(path + " " + reason);
        assertThat(read.account().filesRejected()).isEqualTo(1);
        assertThat(read.account().rows()).isZero();
        assertThatThrownBy(() -> lake(",").read(request, path, Rejects.FAIL))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("(" + reason + ")");
    }

    @Test
    void wrongDelimiterIsExplainedAndDetectedIfNoneIsStated() {
        Request request = new Request("Events", EVENTS, Set.of("DeviceId"), Set.of(), Window.ALL, Lake.EVERYTHING);

        assertThatThrownBy(() -> lake(",").read(request, "csv/wrong_delimiter.csv", Rejects.FAIL))
                .hasMessage(
                        "csv/wrong_delimiter.csv: Events requires column 'DeviceId'; the header has"
                                + " 'Timestamp;DeviceId;FileName;ProcessCommandLine;SHA1;InitiatingProcessFileName;"
                                + "InitiatingProcessId'. It looks separated by semicolons: set delimiter: ';'. (MISSING_COLUMN)");
        Lake.Read read = lake("").read(request, "csv/wrong_delimiter.csv", Rejects.FAIL);
        assertThat(read.rows()).hasSize(5);
        assertThat(read.account().details()).containsEntry("filesBy semicolon", 1L);
    }

    @Test
    void timesWithoutZoneAreCounted() {
        assertThat(lake("").read("csv/timestamp_no_zone.csv", EVENTS).account().warnings())
                .containsEntry("TIMESTAMP_ZONE_ASSUMED", 1L);
    }

    @Test
    void deadLetterOfAHugeRowIsCut() {
        Kept kept = new Kept();
        lake("").read(kept.request(EVENTS), "csv/huge_field.csv.gz", kept);

        assertThat(kept.rowsRefused().get(0).raw()).hasSize(1_000);
    }

    private static Lake lake(String delimiter) {
        return new Lake(
                new FileStorage(CORPUS),
                Portions.DEFAULT,
                settings -> new CsvSettings(settings.path(), delimiter, "", true, CsvLimits.DEFAULT));
    }
}
