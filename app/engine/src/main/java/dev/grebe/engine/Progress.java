package dev.grebe.engine;

/** Hears how far a run is; called by workers, so implementations are thread-safe and quick. */
public interface Progress {
    /** Tells nobody. */
    Progress NONE = (table, bytesDone, bytesTotal, rowsDone) -> {};

    /** A split of the table was read: totals so far, over the table. */
    void advanced(String table, long bytesDone, long bytesTotal, long rowsDone);
}
