package dev.grebe.sources.parquet;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Reason;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.Visible;
import java.util.Locale;

/** Where in the lake a message points to. */
record Place(String file, int rowGroup, String column) {
    private static final int SHOWN = 200;

    /** An error of a column of a row group. */
    DataException bad(Reason reason, String detail, Object... arguments) {
        return new DataException(new Rejection(
                file, Rejection.Position.rowGroup(rowGroup), column, reason, format(detail, arguments), ""));
    }

    /** @param row counted from the start of the file */
    Rejection ofRow(long row, Reason reason, String detail, String raw) {
        return new Rejection(file, Rejection.Position.row(row), column, reason, detail, raw);
    }

    /** An error of a whole file. */
    static DataException inFile(String file, Reason reason, String detail, Object... arguments) {
        return new DataException(Rejection.ofFile(file, reason, format(detail, arguments)));
    }

    /** An error of a column in a whole file. */
    static DataException inColumn(String file, String column, Reason reason, String detail, Object... arguments) {
        return new DataException(
                new Rejection(file, Rejection.Position.FILE, column, reason, format(detail, arguments), ""));
    }

    private static String format(String detail, Object... arguments) {
        return String.format(Locale.ROOT, detail, arguments);
    }

    /** Text of a lake as messages show it: cut, and it cannot hide in a terminal. */
    static String shown(String text) {
        return Visible.of(text, SHOWN);
    }
}
