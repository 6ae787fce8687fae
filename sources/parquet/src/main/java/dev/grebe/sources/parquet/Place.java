package dev.grebe.sources.parquet;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Visible;
import java.util.Locale;

/** Where in the lake a message points to. Names come from the lake: they are cut, and cannot hide in a terminal. */
record Place(String file, int rowGroup, String column) {
    private static final int SHOWN = 200;

    DataException bad(String reason, Object... arguments) {
        return new DataException("%s: row group %d, column '%s': %s"
                .formatted(shown(file), rowGroup, shown(column), String.format(Locale.ROOT, reason, arguments)));
    }

    /** An error of a whole file. */
    static DataException inFile(String file, String reason, Object... arguments) {
        return new DataException(shown(file) + ": " + String.format(Locale.ROOT, reason, arguments));
    }

    /** Text of a lake as messages show it. */
    static String shown(String text) {
        return Visible.of(text, SHOWN);
    }
}
