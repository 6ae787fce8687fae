package dev.grebe.sources.jsonl;

import dev.grebe.plugin.Reason;

/** A row cannot be read. Without a stack trace: there may be millions, and where in the code it is found tells nothing. */
final class BadRow extends Exception {
    private static final long serialVersionUID = 1L;

    private final String column;
    private final Reason reason;

    /**
     * @param column whose value is bad; {@code ""} if it is none's alone
     * @param detail what was found and what was expected, fit to be printed
     */
    BadRow(String column, Reason reason, String detail) {
        super(detail, null, false, false);
        this.column = column;
        this.reason = reason;
    }

    /** Something is wrong with the row as a whole. */
    BadRow(Reason reason, String detail) {
        this("", reason, detail);
    }

    String column() {
        return column;
    }

    Reason reason() {
        return reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
