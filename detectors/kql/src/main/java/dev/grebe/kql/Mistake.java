package dev.grebe.kql;

/** What becomes a {@link KqlException} where the text is known. */
final class Mistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Span span;

    Mistake(Span span, String message) {
        super(message);
        this.span = span;
    }

    Span span() {
        return span;
    }
}
