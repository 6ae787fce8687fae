package dev.grebe.plugin;

/** A rule, as data: what people must know of it, and a plan. It does no I/O and has no clock. */
public interface Detector {
    /** A function of the settings alone. */
    Rule rule();

    /**
     * The plan over these tables.
     *
     * @throws dev.grebe.plan.PlanException if a table is not as the rule needs it
     */
    Findings plan(Tables tables);
}
