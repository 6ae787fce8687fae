package dev.grebe.sources.csv;

import dev.grebe.plan.Nearest;
import dev.grebe.plugin.About;
import dev.grebe.plugin.Default;
import dev.grebe.plugin.SettingException;
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
        if (path.isEmpty()) {
            throw new SettingException("path", "the path is empty");
        }
        if (!delimiter.isEmpty() && !delimiter.equals("tab")) {
            char character = delimiter.charAt(0);
            boolean fits = delimiter.length() == 1 && character < 0x7F && (character >= ' ' || character == '\t');
            if (!fits || character == '"') {
                throw new SettingException(
                        "delimiter", "'%s' is no delimiter; write one like ',' or ';', or tab".formatted(delimiter));
            }
        }
        if (!zone.isEmpty()) {
            requireZone(zone);
        }
    }

    private static void requireZone(String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new SettingException(
                    "zone",
                    "'%s' is no zone; write one like Europe/Berlin, UTC or +02:00.%s"
                            .formatted(zone, Nearest.hint(zone, ZoneId.getAvailableZoneIds())));
        }
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
