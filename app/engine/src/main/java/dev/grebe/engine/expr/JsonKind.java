package dev.grebe.engine.expr;

/** What a JSON value is, by its first byte; no text at all is null, too. */
enum JsonKind {
    NULL,
    BOOL,
    NUMBER,
    TEXT,
    ARRAY,
    BAG;

    static JsonKind of(byte[] bytes, int start, int length) {
        if (length == 0) {
            return NULL;
        }
        return switch (bytes[start]) {
            case '"' -> TEXT;
            case '[' -> ARRAY;
            case '{' -> BAG;
            case 't', 'f' -> BOOL;
            case 'n' -> NULL;
            default -> NUMBER;
        };
    }
}
