package dev.grebe.plan;

import java.util.Optional;

/** Which formats {@code format_datetime} and {@code format_timespan} take: runs of one letter, and separators. */
enum Formats {
    DATETIME("d2 f7 F7 h2 H2 m2 M2 s2 y2 yyyy tt"),
    TIMESPAN("d8 f7 F7 h2 H2 m2 s2");

    private static final String SEPARATORS = " /-:,._[]";
    private final String[] specifiers;

    Formats(String specifiers) {
        this.specifiers = specifiers.split(" ");
    }

    /** What is wrong with the format: a run that is not one of the list, or another character. */
    Optional<String> problem(String format) {
        int at = 0;
        while (at < format.length()) {
            int end = at + 1;
            boolean separates = SEPARATORS.indexOf(format.charAt(at)) >= 0;
            while (!separates && end < format.length() && format.charAt(end) == format.charAt(at)) {
                end++;
            }
            String run = format.substring(at, end);
            if (!separates && !knows(run)) {
                return Optional.of(run);
            }
            at = end;
        }
        return Optional.empty();
    }

    private boolean knows(String run) {
        for (String specifier : specifiers) {
            char last = specifier.charAt(specifier.length() - 1);
            boolean upTo = last >= '0' && last <= '9';
            boolean fits =
                    upTo ? run.charAt(0) == specifier.charAt(0) && run.length() <= last - '0' : run.equals(specifier);
            if (fits) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return this == DATETIME
                ? "d dd f..fffffff F..FFFFFFF h hh H HH m mm M MM s ss y yy yyyy tt and a blank or / - : , . _ [ ]"
                : "d..dddddddd f..fffffff F..FFFFFFF h hh H HH m mm s ss and a blank or / - : , . _ [ ]";
    }
}
