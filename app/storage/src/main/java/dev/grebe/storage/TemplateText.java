package dev.grebe.storage;

import dev.grebe.plugin.Visible;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands between the braces of a template: {@code yyyy-MM-dd}, {@code yyyyMMdd'T'HH}. */
final class TemplateText {
    private static final String KNOWN = "yyyy, MM, dd, HH and mm";

    private final String text;
    private final Pieces pieces;

    private TemplateText(String text, Pieces pieces) {
        this.text = text;
        this.pieces = pieces;
    }

    /** Takes what is found, in its order. */
    interface Pieces {
        /**
         * @param field null if it is text that stands as it is
         * @param padded whether it has leading zeros
         */
        void take(@Nullable TimeField field, boolean padded, String text);
    }

    static void parse(String text, Pieces pieces) {
        new TemplateText(text, pieces).parse();
    }

    /**
     * Checks the fields of a whole path, from its start.
     *
     * @throws PatternException if one comes before a coarser one
     */
    static void requireOrder(Iterable<TimeField> fields) {
        Set<TimeField> seen = EnumSet.noneOf(TimeField.class);
        for (TimeField field : fields) {
            TimeField coarser = field.coarser();
            if (coarser != null && !seen.contains(coarser)) {
                String hint = field == TimeField.MINUTE && !seen.contains(TimeField.MONTH) ? "; the month is 'MM'" : "";
                throw new PatternException(
                        "'%s' without '%s' before it: a path states a time from the year down, with %s%s"
                                .formatted(field.letters(), coarser.letters(), KNOWN, hint));
            }
            seen.add(field);
        }
    }

    private void parse() {
        boolean any = false;
        for (int at = 0; at < text.length(); ) {
            char c = text.charAt(at);
            int end = at + 1;
            if (c == '\'') {
                end = quoted(at);
                pieces.take(null, false, text.substring(at + 1, end - 1));
            } else if (isLetter(c) && c != 'T') {
                while (end < text.length() && text.charAt(end) == c) {
                    end++;
                }
                field(text.substring(at, end));
                any = true;
            } else {
                pieces.take(null, false, text.substring(at, end));
            }
            at = end;
        }
        if (!any) {
            throw error("states no time");
        }
    }

    private int quoted(int open) {
        int close = text.indexOf('\'', open + 1);
        if (close < 0) {
            throw error("has a quote that does not end");
        }
        return close + 1;
    }

    private void field(String letters) {
        Optional<TimeField> field = TimeField.of(letters.charAt(0));
        boolean whole = field.isPresent() && letters.length() == field.get().digits();
        boolean unpadded = field.isPresent() && letters.length() == 1 && field.get() != TimeField.YEAR;
        if (!whole && !unpadded) {
            throw error("has '%s', which is no part of a time".formatted(letters));
        }
        pieces.take(field.orElseThrow(), whole, letters);
    }

    private PatternException error(String how) {
        return new PatternException(
                "'{%s}' %s. Write a time with %s, such as {yyyy-MM-dd}, or several texts, such as {a,b}"
                        .formatted(Visible.of(text), Visible.of(how), KNOWN));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
