package dev.grebe.plugins;

import dev.grebe.plugin.Visible;

/**
 * Something wrong with a pipeline file or an option.
 *
 * @param message one line without its place: what is wrong and what to do; made a {@link Line}
 */
public record Problem(Place place, String message) {
    private static final int WIDTH = 100;
    private static final int LEAD = 60;

    public Problem {
        message = Line.of(message);
    }

    /** {@code pipeline.yaml:7:23: message}. */
    @Override
    public String toString() {
        return place + ": " + message;
    }

    /**
     * The line of the file and a caret under the place, each line ended by a line feed; empty if the place is not in a
     * file. Long lines are cut around the caret, secrets are asterisks.
     */
    public String excerpt() {
        String line = place.origin().line(place.line());
        if (line.isBlank()) {
            return "";
        }
        int[] codes = line.replace('\t', ' ').codePoints().toArray();
        int caret = Math.min(place.column() - 1, codes.length);
        int start = codes.length <= WIDTH ? 0 : Math.max(0, caret - LEAD);
        int end = Math.min(codes.length, start + WIDTH);
        String before = (start == 0 ? "" : "..") + Visible.of(new String(codes, start, caret - start));
        String after =
                Visible.of(new String(codes, caret, Math.max(0, end - caret))) + (end < codes.length ? ".." : "");
        String number = "%5d | ".formatted(place.line());
        return number + (before + after).stripTrailing() + "\n" + "      | "
                + " ".repeat(before.codePointCount(0, before.length())) + "^\n";
    }
}
