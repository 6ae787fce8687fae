package dev.grebe.sources.parquet;

import java.util.Locale;

/** What is wrong with a page; who knows file, row group, column and place turns it into a DataException. */
final class BadPage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadPage(String reason, Object... arguments) {
        super(String.format(Locale.ROOT, reason, arguments), null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
