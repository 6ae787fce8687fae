package dev.grebe.plugins;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/** What there is instead of a name that nothing is near to. */
public final class Known {
    private Known() {}

    /** A sentence with a space before it: {@code " There are a, b."}. */
    public static String sentence(Collection<String> names) {
        SortedSet<String> sorted = new TreeSet<>(names);
        return switch (sorted.size()) {
            case 0 -> " There are none.";
            case 1 -> " There is only " + sorted.first() + ".";
            default -> " There are " + String.join(", ", sorted) + ".";
        };
    }
}
