package dev.grebe.defender.scm;

import dev.grebe.plugin.Findings;
import dev.grebe.plugin.Window;
import dev.grebe.testing.Moment;
import dev.grebe.testing.Naive;
import dev.grebe.testing.TableLiteral;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A way to evaluate a detector's plan. All of them must find the same. */
enum Evaluator {
    NAIVE {
        @Override
        List<List<Object>> rows(Findings findings, Map<String, TableLiteral> tables, Window window) {
            Moment moment = new Moment(window, Instant.EPOCH, findings.before(), findings.after());
            return Naive.evaluate(findings.rows(), tables, moment).rows();
        }
    };

    /** The findings, in ascending order of all columns. */
    abstract List<List<Object>> rows(Findings findings, Map<String, TableLiteral> tables, Window window);
}
