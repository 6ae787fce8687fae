package dev.grebe.plugin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The input is wrong: missing, damaged, or not what the table says. The message is one line that names the file, the
 * place in it (line, row group, row, column), what was found and what was expected.
 */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Rejection rejection;

    /** A row or file that is refused; the message is the rejection's. */
    public DataException(Rejection rejection) {
        this(rejection, null);
    }

    /** As above; people do not see the cause. */
    public DataException(Rejection rejection, @Nullable Throwable cause) {
        super(rejection.message(), cause);
        this.rejection = rejection;
    }

    /** @param message one line: file, place, what was found and what was expected */
    public DataException(String message) {
        super(message);
        this.rejection = null;
    }

    /** @param message one line, as above: people do not see the cause */
    public DataException(String message, Throwable cause) {
        super(message, cause);
        this.rejection = null;
    }

    /** The file that a run which sets bad input aside can do without; empty where the table itself cannot be read. */
    public Optional<Rejection> rejection() {
        return Optional.ofNullable(rejection);
    }
}
