package dev.grebe.plugin;

/** A sink cannot take findings or make them visible. The message is one line that names the target and the reason. */
public final class SinkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one line: the target and the reason */
    public SinkException(String message) {
        super(message);
    }

    /** @param message one line: the target and the reason */
    public SinkException(String message, Throwable cause) {
        super(message, cause);
    }
}
