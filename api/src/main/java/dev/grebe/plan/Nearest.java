package dev.grebe.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Suggests what somebody meant by a misspelt name. */
public final class Nearest {
    private static final int SHOWN = 3;

    private Nearest() {}

    /**
     * {@code " Did you mean 'FileName'?"}, or the empty string if nothing is near. Distances are Damerau-Levenshtein's
     * without regard to case, at most a third of the name's length (at least 1).
     */
    public static String hint(String wrong, Collection<String> known) {
        List<String> near = names(wrong, known);
        return near.isEmpty() ? "" : " Did you mean '" + String.join("' or '", near) + "'?";
    }

    /** The known names nearest to a wrong one, best first, at most three, all equally near. */
    public static List<String> names(String wrong, Collection<String> known) {
        int limit = Math.max(1, wrong.length() / 3);
        List<String> near = known.stream()
                .filter(name -> distance(wrong, name) <= limit)
                .sorted(Comparator.<String>comparingInt(name -> distance(wrong, name))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        return near.stream()
                .filter(name -> distance(wrong, name) == distance(wrong, near.get(0)))
                .limit(SHOWN)
                .toList();
    }

    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        if (Math.abs(a.length() - b.length()) > Math.max(1, a.length() / 3)) {
            return Integer.MAX_VALUE;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        int changed = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(changed, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
