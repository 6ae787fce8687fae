package dev.grebe.sources.jsonl;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.Visible;
import java.util.function.LongSupplier;

/**
 * Where in a table's files something is wrong.
 *
 * @param linesBefore counts the file's lines before the split; asked only for a message, since it reads them
 */
record Place(String file, LongSupplier linesBefore) {
    /** @param line of the split, from 0 */
    DataException error(long line, String reason, String code) {
        return new DataException("%s:%d: %s (%s)"
                .formatted(Visible.of(file), linesBefore.getAsLong() + line + 1, Visible.of(reason), code));
    }
}
