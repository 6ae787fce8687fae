package dev.grebe.sources.jsonl;

/** How objects stand in a file. */
public enum Layout {
    /**
     * An array if the file's first character but for white space is {@code [}, else lines. An array whose objects
     * stretch over several lines is refused: lines that lost their ends look alike.
     */
    AUTO,
    /** One a line. */
    LINES,
    /** As elements of one array, on one line or many. */
    ARRAY
}
