package dev.grebe.sources.parquet;

import dev.grebe.plugin.DataException;
import java.util.Locale;

/** Where in the lake a message points to. Names come from the lake: they are cut, and cannot hide in a terminal. */
record Place(String file, int rowGroup, String column) {
    private static final int SHOWN = 200;

    DataException bad(String reason, Object... arguments) {
        return new DataException("%s: row group %d, column '%s': %s"
                .formatted(clean(file), rowGroup, clean(column), String.format(Locale.ROOT, reason, arguments)));
    }

    /** An error of a whole file. */
    static DataException inFile(String file, String reason, Object... arguments) {
        return new DataException(clean(file) + ": " + String.format(Locale.ROOT, reason, arguments));
    }

    /** Text without what could break a line or turn it around. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().limit(SHOWN).forEach(character -> {
            int type = Character.getType(character);
            if (type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE) {
                clean.append(String.format(Locale.ROOT, "\\u%04X", character));
            } else {
                clean.appendCodePoint(character);
            }
        });
        return text.codePointCount(0, text.length()) > SHOWN ? clean + ".." : clean.toString();
    }
}
