package dev.grebe.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the time goes, by operator, over all workers. */
final class Clock {
    private final Map<String, long[]> operators = new LinkedHashMap<>();

    synchronized void add(String operator, long rows, long nanos) {
        long[] sums = operators.computeIfAbsent(operator, name -> new long[2]);
        sums[0] += rows;
        sums[1] += nanos;
    }

    synchronized List<Outcome.OperatorTime> times() {
        List<Outcome.OperatorTime> times = new ArrayList<>();
        operators.forEach((operator, sums) -> times.add(new Outcome.OperatorTime(operator, sums[0], sums[1])));
        return times;
    }
}
