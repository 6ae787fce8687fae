package dev.grebe.plugin;

/** A limit of the run's own was reached ({@code memory:}). The message names the limit, the need and the setting. */
public final class LimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one line: limit, need, and the setting to change */
    public LimitException(String message) {
        super(message);
    }
}
