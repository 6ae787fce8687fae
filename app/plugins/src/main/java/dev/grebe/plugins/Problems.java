package dev.grebe.plugins;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, so that all of it is reported at once. */
public final class Problems {
    private static final int MOST = 100;

    private final Set<Problem> found = new LinkedHashSet<>();
    private int more;

    public void add(Place place, String message) {
        if (found.size() < MOST) {
            found.add(new Problem(place, message));
        } else {
            more++;
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** The problems in the order of the file, those of options last; at most a hundred, with a word on how many more. */
    public List<Problem> list() {
        List<Problem> sorted = new ArrayList<>(found.stream()
                .filter(problem -> problem.place().origin().isFile())
                .sorted(Comparator.comparing(Problem::place))
                .toList());
        found.stream().filter(problem -> !problem.place().origin().isFile()).forEach(sorted::add);
        if (more > 0) {
            Problem last = sorted.get(sorted.size() - 1);
            sorted.add(new Problem(last.place(), "and %d more problems".formatted(more)));
        }
        return List.copyOf(sorted);
    }
}
