package dev.grebe.storage;

/** A path's pattern cannot be understood. The message says why and what to write, without the path. */
final class PatternException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PatternException(String message) {
        super(message);
    }

    /** The message, which is always there. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
