package dev.grebe.engine.expr;

/** Walks over the elements of an array that are no arrays, and over those of arrays inside; in one pass at any depth. */
final class JsonLeaves {
    private byte[] bytes = {};
    private int at;
    private int end;
    private int start;
    private int length;

    /** Stands before the first; what is no array is the only one, null is none. */
    void open(byte[] json, int from, int count) {
        bytes = json;
        at = from;
        end = from + count;
    }

    /** Moves to the next one; false if there is none. */
    boolean next() {
        while (at < end && (JsonItems.isBlank(bytes[at]) || "[],".indexOf(bytes[at]) >= 0)) {
            at++;
        }
        start = at;
        at = JsonItems.valueEnd(bytes, at, end);
        length = at - start;
        return length > 0;
    }

    int start() {
        return start;
    }

    int length() {
        return length;
    }
}
