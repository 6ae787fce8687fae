package dev.grebe.engine.expr;

/** A writer of JSON over a buffer that is known once the first row is written. */
final class JsonOut {
    private TextBuffer buffer = new TextBuffer();
    private JsonWriter writer = new JsonWriter(buffer);

    @SuppressWarnings("ReferenceEquality")
    JsonWriter over(TextBuffer out) {
        if (buffer != out) {
            buffer = out;
            writer = new JsonWriter(out);
        }
        return writer;
    }
}
