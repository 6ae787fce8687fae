package dev.grebe.sinks.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Widths of a table's columns: what they need, or less for the widest ones until the table fits. */
record Grid(List<Integer> widths) {
    static final String GAP = "  ";

    /** Narrower, a text tells nothing. */
    private static final int LEAST = 12;

    Grid {
        widths = List.copyOf(widths);
    }

    /** Widths that fit, or empty if columns would have to be too narrow. */
    static Optional<Grid> fit(List<String> headings, List<List<String>> rows, int columns) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < headings.size(); column++) {
            int width = Text.width(headings.get(column));
            for (List<String> row : rows) {
                width = Math.max(width, Text.width(row.get(column)));
            }
            widths.add(width);
        }
        int room = columns - GAP.length() * (widths.size() - 1);
        for (int excess = sum(widths) - room; excess > 0; excess = sum(widths) - room) {
            int widest = widest(widths);
            int next = nextWidth(widths, widths.get(widest));
            int cut = Math.min(excess, widths.get(widest) - next);
            if (cut <= 0) {
                return Optional.empty();
            }
            widths.set(widest, widths.get(widest) - cut);
        }
        return Optional.of(new Grid(widths));
    }

    private static int sum(List<Integer> widths) {
        return widths.stream().mapToInt(Integer::intValue).sum();
    }

    /** The widest column behind the time, which is never cut. */
    private static int widest(List<Integer> widths) {
        int widest = 1;
        for (int column = 1; column < widths.size(); column++) {
            widest = widths.get(column) > widths.get(widest) ? column : widest;
        }
        return widest;
    }

    /** The width to cut the widest column to: just below the next one, and not below the least. */
    private static int nextWidth(List<Integer> widths, int widest) {
        int next = widths.stream()
                .skip(1)
                .mapToInt(Integer::intValue)
                .filter(width -> width < widest)
                .max()
                .orElse(LEAST);
        return Math.max(LEAST, Math.min(next, widest - 1));
    }

    /** A row's cells, cut and padded. */
    List<String> cells(List<String> row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < widths.size(); column++) {
            cells.add(Text.padded(Text.cut(row.get(column), widths.get(column)), widths.get(column)));
        }
        return cells;
    }

    String line(List<String> row) {
        return joined(cells(row));
    }

    static String joined(List<String> cells) {
        return String.join(GAP, cells).stripTrailing();
    }
}
