package dev.grebe.sources.csv;

/** What stands between two fields. */
record Delimiter(byte value) {
    private static final byte[] KNOWN = {',', ';', '\t', '|'};

    /**
     * The one of {@code , ; tab |} that the first line has most outside of quotes, in doubt the first; a comma if there is
     * none.
     */
    static Delimiter detect(byte[] bytes, int start, int end) {
        int[] counts = new int[KNOWN.length];
        boolean inQuotes = false;
        for (int at = start; at < end && (inQuotes || bytes[at] != '\n'); at++) {
            inQuotes ^= bytes[at] == '"';
            for (int i = 0; i < KNOWN.length && !inQuotes; i++) {
                counts[i] += bytes[at] == KNOWN[i] ? 1 : 0;
            }
        }
        int best = 0;
        for (int i = 1; i < KNOWN.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return new Delimiter(KNOWN[best]);
    }

    /** For people: {@code comma}, {@code ';'}. */
    String noun() {
        return switch (value) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case '|' -> "bar";
            default -> "'" + (char) value + "'";
        };
    }
}
