package dev.grebe.sources.csv;

import dev.grebe.plan.Nearest;
import dev.grebe.plugin.About;
import dev.grebe.plugin.Default;
import dev.grebe.plugin.SettingException;
import dev.grebe.plugin.Visible;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** Where the rows are, and what they leave open. */
@About("Reads a table from CSV with a header, plain, gzip or zstd")
public record CsvSettings(
        @About("File, directory or glob; relative to the pipeline file, or a URI")
        String path,

        @About(
                "What stands between two fields, one character or tab; if empty, whichever of , ; tab | the header has most")
        @Default("''")
        String delimiter,

        @About("Zone of times that state none, like Europe/Berlin or +02:00; if empty they are UTC, counted as warning")
        @Default("''")
        String zone,

        @About("Whether a quoted field may go on on the next line; a file is read by several workers only if none does")
        @Default("true")
        boolean quotedNewlines,

        @About("What bounds the time and memory that a hostile file can take") @Default("{}")
        CsvLimits limits) {
    public CsvSettings {
        new SettingException.Checks()
                .require(!path.isEmpty(), "path", "the path is empty")
                .require(
                        isDelimiter(delimiter),
                        "delimiter",
                        "'%s' is no delimiter; write one like ',' or ';', or tab".formatted(Visible.of(delimiter)))
                .require(isZone(zone), "zone", isZone(zone) ? "" : noZone(zone))
                .throwIfAny();
    }

    private static boolean isDelimiter(String delimiter) {
        if (delimiter.isEmpty() || delimiter.equals("tab")) {
            return true;
        }
        char character = delimiter.charAt(0);
        boolean isPlain = character < 0x7F && (character >= ' ' || character == '\t');
        return delimiter.length() == 1 && isPlain && character != '"';
    }

    private static boolean isZone(String zone) {
        try {
            return zone.isEmpty() || !ZoneId.of(zone).getId().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String noZone(String zone) {
        return "'%s' is no zone; write one like Europe/Berlin, UTC or +02:00.%s"
                .formatted(Visible.of(zone), Nearest.hint(zone, ZoneId.getAvailableZoneIds()));
    }

    /** The zone of times that state none. */
    Optional<ZoneId> timeZone() {
        return zone.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(zone));
    }

    /** What stands between two fields, if that is stated. */
    Optional<Delimiter> statedDelimiter() {
        return delimiter.isEmpty()
                ? Optional.empty()
                : Optional.of(new Delimiter(delimiter.equals("tab") ? (byte) '\t' : (byte) delimiter.charAt(0)));
    }
}
