package dev.grebe.sources.csv;

/** What can be wrong with a record before its fields are looked at. */
enum Problem {
    NONE,
    /** A quoted field does not end. */
    OPEN_QUOTE,
    /** Something follows a closing quote. */
    BEHIND_QUOTE,
    /** It is longer than it may be; only its start is there. */
    TOO_LONG
}
