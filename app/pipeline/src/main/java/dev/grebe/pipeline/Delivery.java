package dev.grebe.pipeline;

import dev.grebe.plugin.Finding;
import dev.grebe.plugin.Run;
import dev.grebe.plugin.Sink;
import dev.grebe.plugin.SinkException;
import dev.grebe.plugins.PluginException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings findings to all sinks: everywhere staged before anywhere committed, and committed first where it is atomic,
 * last where it cannot be taken back.
 */
final class Delivery {
    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final Map<String, Sink> sinks = new LinkedHashMap<>();
    private final Run run;
    private final Set<String> committed = new LinkedHashSet<>();
    private final Set<String> begun = new LinkedHashSet<>();

    Delivery(Map<String, Sink> sinks, Run run) {
        this.run = run;
        List<Map.Entry<String, Sink>> order = new ArrayList<>(sinks.entrySet());
        order.sort(Comparator.comparing(entry -> entry.getValue().delivery()));
        order.forEach(entry -> this.sinks.put(entry.getKey(), entry.getValue()));
    }

    /** The sinks that show the findings. */
    Set<String> committed() {
        return committed;
    }

    /** Stages and commits; the interruption of the thread is heard until the first commit. */
    void deliver(List<Finding> findings) {
        Map<String, String> receipts = new LinkedHashMap<>();
        sinks.forEach((name, sink) -> receipts.put(name, stage(name, sink, findings)));
        if (Thread.interrupted()) {
            throw new CancellationException("interrupted before anything was committed");
        }
        receipts.forEach(this::commit);
    }

    /** Takes back what was staged and is not committed; what goes wrong is logged, since something else went wrong before. */
    void abort() {
        for (String name : begun) {
            if (!committed.contains(name)) {
                try {
                    sink(name).abort(run);
                } catch (RuntimeException e) {
                    log.warn("Sink '{}' could not take back what it staged: {}", name, e.getMessage());
                }
            }
        }
    }

    private String stage(String name, Sink sink, List<Finding> findings) {
        begun.add(name);
        try (Sink.Staged staged = sink.stage(run)) {
            for (Finding finding : findings) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("interrupted before anything was committed");
                }
                staged.accept(finding);
            }
            return staged.finish();
        } catch (SinkException e) {
            throw new SinkException("sink '%s': %s. Nothing was committed.".formatted(name, e.getMessage()), e);
        }
    }

    private void commit(String name, String receipt) {
        try {
            sink(name).commit(run, receipt);
            committed.add(name);
        } catch (SinkException | PluginException e) {
            if (isCommitted(name)) {
                log.warn("Sink '{}' reported '{}', but shows the findings of this run", name, e.getMessage());
                committed.add(name);
                return;
            }
            String message = "sink '%s': %s. %s".formatted(name, e.getMessage(), state());
            throw e instanceof SinkException ? new SinkException(message, e) : new PluginException(message, e);
        }
    }

    /** "Done, but the answer was lost" settles itself by asking the target. */
    private boolean isCommitted(String name) {
        try {
            return sink(name).committed(run);
        } catch (SinkException | PluginException e) {
            log.warn("Sink '{}' cannot say whether it shows the findings: {}", name, e.getMessage());
            return false;
        }
    }

    private String state() {
        List<String> open = sinks.keySet().stream()
                .filter(name -> !committed.contains(name))
                .toList();
        return committed.isEmpty()
                ? "Nothing was committed."
                : "Committed: %s. Not committed: %s.".formatted(String.join(", ", committed), String.join(", ", open));
    }

    private Sink sink(String name) {
        return Objects.requireNonNull(sinks.get(name), "only names of sinks are used");
    }
}
