package dev.grebe.sources.jsonl;

import dev.grebe.plan.Nearest;
import dev.grebe.plugin.About;
import dev.grebe.plugin.Default;
import dev.grebe.plugin.SettingException;
import dev.grebe.plugin.Visible;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Where the objects are, and what they leave open. */
@About("Reads a table from JSON lines or JSON arrays, plain, gzip or zstd: a column is a key, or a path of keys")
public record JsonlSettings(
        @About("File, directory or glob; relative to the pipeline file, or a URI")
        String path,

        @About("How objects stand in a file: lines, array, or auto to go by its first character") @Default("auto")
        Layout layout,

        @About("Zone of times that state none, like Europe/Berlin or +02:00; if empty they are UTC, counted as warning")
        @Default("''")
        String zone,

        @About("STRING columns that take objects and arrays as compact JSON, by name or by the last keys of their path")
        @Default("[AdditionalFields]")
        List<String> jsonText,

        @About("What bounds the time and memory that a hostile file can take") @Default("{}")
        JsonlLimits limits) {
    public JsonlSettings {
        jsonText = List.copyOf(jsonText);
        new SettingException.Checks()
                .require(!path.isEmpty(), "path", "the path is empty")
                .require(isZone(zone), "zone", isZone(zone) ? "" : noZone(zone))
                .throwIfAny();
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

    /** Whether a STRING column takes objects and arrays. */
    boolean isJsonText(String column) {
        return jsonText.stream().anyMatch(name -> column.equals(name) || column.endsWith("." + name));
    }
}
