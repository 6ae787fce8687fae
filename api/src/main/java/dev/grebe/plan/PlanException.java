package dev.grebe.plan;

/** The rule is wrong: a name or type that does not fit. The message is one line that names the mend. */
public final class PlanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one line: what is wrong where, and what would be right */
    public PlanException(String message) {
        super(message);
    }
}
