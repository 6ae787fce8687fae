package dev.grebe.sources.parquet;

import dev.grebe.plugin.Reason;

/** A value that cannot be read, by the slot it was to go to. */
final class BadValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int slot;
    private final Reason reason;
    private final String raw;

    BadValue(int slot, Reason reason, String detail, String raw) {
        super(detail, null, false, false);
        this.slot = slot;
        this.reason = reason;
        this.raw = raw;
    }

    int slot() {
        return slot;
    }

    Reason reason() {
        return reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    /** The refused text; {@code ""} for what is none. */
    String raw() {
        return raw;
    }
}
