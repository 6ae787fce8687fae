package dev.grebe.pipeline;

import static dev.grebe.plan.Expressions.inRun;

import dev.grebe.engine.Query;
import dev.grebe.plan.Expr;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Table;
import dev.grebe.plugin.Findings;
import dev.grebe.plugin.Rule;
import java.util.List;
import java.util.Optional;

/**
 * A detector's plan in this pipeline.
 *
 * @param detector its name in the pipeline file
 * @param tables that it reads
 * @param filter which of its findings count in this pipeline
 */
record Plan(String detector, Rule rule, Findings findings, List<Table> tables, Optional<Expr> filter) {
    /** Label of a detector's last relation: the rows that become findings. */
    static final String FINDINGS = "findings";

    Plan {
        tables = List.copyOf(tables);
    }

    Plan filtered(Expr condition) {
        return new Plan(detector, rule, findings, tables, Optional.of(condition));
    }

    /** The rows that count and whose time is in the run's window. */
    Relation relation() {
        Relation rows = filter.map(findings.rows()::where).orElse(findings.rows());
        return rows.where(inRun(rows.column(findings.time()))).as(FINDINGS);
    }

    Query query() {
        return new Query(detector, relation(), findings.before(), findings.after());
    }
}
