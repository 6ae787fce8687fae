package dev.grebe.storage;

/** Why something is not listed. The names stand in {@code run.json}. */
enum Warning {
    SKIPPED_NOT_REGULAR("neither a file nor a directory"),
    LINK_LOOP("a link back to a directory that is listed already"),
    LINK_OUTSIDE("a link out of the listed directory is not followed"),
    LEFTOVER("what a writer left unfinished"),
    NO_TIME("the name does not state the time that the path asks for"),
    NO_FILES_IN_WINDOW("nothing was filed in the window");

    private final String meaning;

    Warning(String meaning) {
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }
}
