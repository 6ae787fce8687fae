package dev.grebe.sources.parquet;

import dev.grebe.plugin.Reason;

/** Takes the values of a batch that cannot be read. */
interface Problems {
    /** Ends reading at the first. */
    Problems THROW = (slot, reason, detail, raw) -> {
        throw new BadValue(slot, reason, detail, raw);
    };

    /** @param raw the refused text; {@code ""} for what is none */
    void bad(int slot, Reason reason, String detail, String raw);
}
