package dev.grebe.sources.jsonl;

/** Numbers that JSON writes in more than one way. */
final class Numbers {
    private Numbers() {}

    /** Whether a number with a point is whole and a LONG: {@code 5.0}, as some writers print whole columns with nulls. */
    static boolean isWhole(String text) {
        int point = text.indexOf('.');
        if (point < 0 || point + 1 == text.length()) {
            return false;
        }
        for (int i = point + 1; i < text.length(); i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        try {
            Long.parseLong(text, 0, point, 10);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** The value of a number that {@link #isWhole}. */
    static long whole(String text) {
        return Long.parseLong(text, 0, text.indexOf('.'), 10);
    }

    /** Whether this is the text of a DOUBLE that JSON has no number for. */
    static boolean isNamed(String text) {
        return text.equals("NaN") || text.equals("+inf") || text.equals("-inf");
    }

    /** The DOUBLE of such a text. */
    static double named(String text) {
        return text.equals("NaN")
                ? Double.NaN
                : text.equals("+inf") ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
}
