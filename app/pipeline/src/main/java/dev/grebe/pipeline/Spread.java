package dev.grebe.pipeline;

import java.util.List;
import java.util.stream.LongStream;

/** Picks some of many, from the first to the last. */
final class Spread {
    private Spread() {}

    /** At most so many (two or more), evenly spread, the first and the last among them. */
    static <T> List<T> of(List<T> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        return LongStream.range(0, most)
                .mapToObj(i -> all.get((int) (i * (all.size() - 1) / (most - 1))))
                .toList();
    }
}
