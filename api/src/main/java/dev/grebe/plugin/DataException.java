package dev.grebe.plugin;

/**
 * The input is wrong: missing, damaged, or not what the table says. The message is one line that names the file, the
 * place in it (line, row group, row, column), what was found and what was expected.
 */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one line: file, place, what was found and what was expected */
    public DataException(String message) {
        super(message);
    }

    /** @param message one line, as above: people do not see the cause */
    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
