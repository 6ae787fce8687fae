package dev.grebe.pipeline;

import dev.grebe.plan.PlanException;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.LimitException;
import dev.grebe.plugin.SinkException;
import dev.grebe.plugins.PluginException;
import java.util.concurrent.CancellationException;

/** How a command ended. */
public enum ExitCode {
    /** Complete. */
    OK(0),
    /** Findings at or above what the user asked to fail on, or a failed test. */
    FINDINGS(1),
    /** The command line is wrong. */
    USAGE(2),
    /** The pipeline file, a rule or a setting is wrong; no input was opened. */
    CONFIG(3),
    /** The input is missing, damaged or not what a rule needs. */
    INPUT(4),
    /** Complete, but something was quarantined or skipped. */
    DEGRADED(5),
    /** A sink or the report could not be written. */
    SINK(6),
    /** A limit of the run's own was reached. */
    LIMIT(7),
    /** A plugin is broken. */
    PLUGIN(8),
    /** A fault of Grebe. */
    INTERNAL(70),
    /** Stopped by the user. */
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** How a command that threw this ended. */
    public static ExitCode of(Throwable failure) {
        if (failure instanceof ConfigException || failure instanceof PlanException) {
            return CONFIG;
        } else if (failure instanceof DataException) {
            return INPUT;
        } else if (failure instanceof SinkException) {
            return SINK;
        } else if (failure instanceof LimitException || failure instanceof OutOfMemoryError) {
            return LIMIT;
        } else if (failure instanceof PluginException) {
            return PLUGIN;
        }
        return failure instanceof CancellationException ? INTERRUPTED : INTERNAL;
    }
}
