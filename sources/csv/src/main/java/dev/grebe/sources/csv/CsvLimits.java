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
        require("rowBytes", rowBytes, MOST_BYTES);
        require("fieldBytes", fieldBytes, MOST_BYTES);
        require("columns", columns, MOST_COLUMNS);
        require("decompressedBytes", decompressedBytes, Long.MAX_VALUE);
    }

    private static void require(String setting, long value, long most) {
        if (value < 1 || value > most) {
            throw new SettingException(setting, "%d is not from 1 to %d".formatted(value, most));
        }
    }
}
