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
        new SettingException.Checks()
                .require(isFrom1(lineBytes, MOST_BYTES), "lineBytes", expected(lineBytes, MOST_BYTES))
                .require(isFrom1(fieldBytes, MOST_BYTES), "fieldBytes", expected(fieldBytes, MOST_BYTES))
                .require(isFrom1(nesting, DEEPEST), "nesting", expected(nesting, DEEPEST))
                .require(
                        isFrom1(decompressedBytes, Long.MAX_VALUE),
                        "decompressedBytes",
                        expected(decompressedBytes, Long.MAX_VALUE))
                .throwIfAny();
    }

    private static boolean isFrom1(long value, long most) {
        return value >= 1 && value <= most;
    }

    private static String expected(long value, long most) {
        return "%d is not from 1 to %d".formatted(value, most);
    }
}
