package dev.grebe.pipeline;

/** What a run does with input that is bad. */
enum BadInput {
    /** Ends at the first. */
    FAIL,
    /** Sets rows and files aside, writes each of them to {@code rejected.jsonl} beside the report, and goes on. */
    QUARANTINE,
    /** Leaves rows and files out, counts them, and goes on. */
    SKIP
}
