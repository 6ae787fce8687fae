package dev.grebe.pipeline;

import dev.grebe.engine.Outcome;
import dev.grebe.engine.Result;
import dev.grebe.plugin.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes findings of rows. */
final class FindingList {
    private static final Comparator<Finding> ORDER = Comparator.comparing(
                    Finding::time, Comparator.nullsFirst(Comparator.<Long>naturalOrder()))
            .thenComparing(Finding::detector)
            .thenComparing(Finding::id);

    private FindingList() {}

    /** The findings of all plans, by (time, detector, id). */
    static List<Finding> of(List<Plan> plans, Outcome outcome) {
        List<Finding> findings = new ArrayList<>();
        plans.forEach(plan -> add(plan, result(outcome.results(), plan.detector()), findings));
        findings.sort(ORDER);
        return findings;
    }

    private static Result result(Map<String, Result> results, String detector) {
        Result result = results.get(detector);
        if (result == null) {
            throw new IllegalStateException("the engine gave no result for " + detector);
        }
        return result;
    }

    private static void add(Plan plan, Result result, List<Finding> findings) {
        Identity identity = new Identity(plan.detector(), plan.findings(), result.schema());
        int time = result.schema().index(plan.findings().time(), plan.detector());
        for (List<@Nullable Object> row : result.rows()) {
            findings.add(new Finding(
                    identity.of(row),
                    plan.detector(),
                    plan.rule(),
                    (Long) row.get(time),
                    result.schema(),
                    plan.findings().shown(),
                    row));
        }
    }
}
