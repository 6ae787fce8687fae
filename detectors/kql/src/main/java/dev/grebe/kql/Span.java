package dev.grebe.kql;

/** A piece of the text, in {@code char}s; {@code end} is exclusive. */
record Span(int start, int end) {
    Span to(Span last) {
        return new Span(start, last.end);
    }

    Mistake error(String message) {
        return new Mistake(this, message);
    }
}
