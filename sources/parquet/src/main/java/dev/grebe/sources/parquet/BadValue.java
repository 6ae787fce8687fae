package dev.grebe.sources.parquet;

/** A value that cannot be read, by the slot it was to go to. */
final class BadValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int slot;

    BadValue(int slot, String reason) {
        super(reason, null, false, false);
        this.slot = slot;
    }

    int slot() {
        return slot;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
