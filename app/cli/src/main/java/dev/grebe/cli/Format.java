package dev.grebe.cli;

/** Who reads standard output. */
enum Format {
    HUMAN,
    JSON
}
