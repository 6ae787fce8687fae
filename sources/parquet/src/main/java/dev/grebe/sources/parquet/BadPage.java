package dev.grebe.sources.parquet;

import dev.grebe.plugin.Reason;
import java.util.Locale;

/** What is wrong with a page or a footer; who knows file, row group and column turns it into a DataException. */
final class BadPage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    BadPage(String detail, Object... arguments) {
        this(Reason.BAD_PAGE, detail, arguments);
    }

    BadPage(Reason reason, String detail, Object... arguments) {
        super(String.format(Locale.ROOT, detail, arguments), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
