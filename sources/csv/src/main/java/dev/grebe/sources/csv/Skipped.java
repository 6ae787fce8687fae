package dev.grebe.sources.csv;

/** Looks for the end of a record that need not be in memory as a whole. */
final class Skipped {
    private final byte delimiter;
    private final boolean quotedNewlines;
    private boolean atFieldStart = true;
    private boolean inQuotes;
    private boolean afterQuote;
    private long newlines;

    Skipped(byte delimiter, boolean quotedNewlines) {
        this.delimiter = delimiter;
        this.quotedNewlines = quotedNewlines;
    }

    /** Takes the record's next byte; whether it is its last. */
    boolean endsWith(byte value) {
        newlines += value == '\n' ? 1 : 0;
        if (inQuotes) {
            if (!afterQuote) {
                afterQuote = value == '"';
                return value == '\n' && !quotedNewlines;
            }
            afterQuote = false;
            if (value == '"') {
                return false;
            }
            inQuotes = false;
        } else if (atFieldStart && value == '"') {
            inQuotes = true;
            atFieldStart = false;
            return false;
        }
        atFieldStart = value == delimiter;
        return value == '\n';
    }

    long newlines() {
        return newlines;
    }
}
