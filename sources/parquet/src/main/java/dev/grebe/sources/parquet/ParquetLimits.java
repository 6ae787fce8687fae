package dev.grebe.sources.parquet;

import dev.grebe.plugin.About;
import dev.grebe.plugin.Default;
import dev.grebe.plugin.SettingException;

/** How large the parts of a file may be. What is larger is refused as {@code LIMIT_EXCEEDED}, naming the setting. */
public record ParquetLimits(
        @About("Bytes of a file's footer") @Default("67108864")
        long footerBytes,

        @About("Bytes of a page when inflated") @Default("134217728")
        long pageBytes,

        @About("Columns of a file, nested ones included") @Default("20000")
        long columns,

        @About("Rows of a row group") @Default("500000000") long rowGroupRows,

        @About("Groups within each other") @Default("64") long nesting) {
    /** What is meant where nothing is said. */
    static final ParquetLimits DEFAULT = new ParquetLimits(64L << 20, 128L << 20, 20_000, 500_000_000, 64);

    private static final long MOST = 1 << 30;
    private static final long MOST_NESTING = 200; // groups are read by recursion

    public ParquetLimits {
        require("footerBytes", footerBytes, MOST);
        require("pageBytes", pageBytes, MOST);
        require("columns", columns, MOST);
        require("rowGroupRows", rowGroupRows, MOST);
        require("nesting", nesting, MOST_NESTING);
    }

    private static void require(String name, long value, long most) {
        if (value < 1 || value > most) {
            throw new SettingException(name, "%d is not between 1 and %d".formatted(value, most));
        }
    }
}
