package dev.grebe.sources.csv;

import dev.grebe.plugin.About;
import dev.grebe.plugin.Default;
import dev.grebe.plugin.SettingException;

/** What bounds the time and memory that a hostile file can take. */
public record CsvLimits(
        @About("The longest row, in bytes; a longer one is bad") @Default("16777216")
        long rowBytes,

        @About("The longest field of a column that is read, in bytes; a row with a longer one is bad")
        @Default("1048576")
        long fieldBytes,

        @About("The most columns that a header may have; a file with more is bad") @Default("10000")
        long columns,

        @About("As large as a compressed file may be when decompressed, in bytes; a larger one is a bad file")
        @Default("68719476736")
        long decompressedBytes) {
    static final CsvLimits DEFAULT = new CsvLimits(16 << 20, 1 << 20, 10_000, 64L << 30);

    private static final long MOST_BYTES = 1 << 29;
    private static final long MOST_COLUMNS = 1_000_000;

    public CsvLimits {
        new SettingException.Checks()
                .require(isFrom1(rowBytes, MOST_BYTES), "rowBytes", expected(rowBytes, MOST_BYTES))
                .require(isFrom1(fieldBytes, MOST_BYTES), "fieldBytes", expected(fieldBytes, MOST_BYTES))
                .require(isFrom1(columns, MOST_COLUMNS), "columns", expected(columns, MOST_COLUMNS))
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
