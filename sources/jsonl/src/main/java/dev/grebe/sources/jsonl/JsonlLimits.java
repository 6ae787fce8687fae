package dev.grebe.sources.jsonl;

import dev.grebe.plugin.About;
import dev.grebe.plugin.Default;
import dev.grebe.plugin.SettingException;

/** What bounds the time and memory that a hostile file can take. */
public record JsonlLimits(
        @About("The longest line, or element of an array, in bytes; a longer one is a bad row") @Default("16777216")
        long lineBytes,

        @About("The longest text of a column, in bytes; a row with a longer one is bad") @Default("1048576")
        long fieldBytes,

        @About("How deep arrays and objects may be nested; a row that is nested deeper is bad") @Default("500")
        long nesting,

        @About("As large as a compressed file may be when decompressed, in bytes; a larger one is a bad file")
        @Default("68719476736")
        long decompressedBytes) {
    static final JsonlLimits DEFAULT = new JsonlLimits(16 << 20, 1 << 20, 500, 64L << 30);

    private static final long MOST_BYTES = 1 << 29;
    private static final long DEEPEST = 10_000;

    public JsonlLimits {
        require("lineBytes", lineBytes, MOST_BYTES);
        require("fieldBytes", fieldBytes, MOST_BYTES);
        require("nesting", nesting, DEEPEST);
        require("decompressedBytes", decompressedBytes, Long.MAX_VALUE);
    }

    private static void require(String setting, long value, long most) {
        if (value < 1 || value > most) {
            throw new SettingException(setting, "%d is not from 1 to %d".formatted(value, most));
        }
    }
}
