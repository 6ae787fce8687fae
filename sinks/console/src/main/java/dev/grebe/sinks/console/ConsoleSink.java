package dev.grebe.sinks.console;

import dev.grebe.plugin.Finding;
import dev.grebe.plugin.Run;
import dev.grebe.plugin.Sink;
import dev.grebe.plugin.SinkException;
import dev.grebe.plugin.Terminal;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows findings when they are committed. What was printed cannot be asked back: a run of another process is unknown. */
final class ConsoleSink implements Sink {
    private final ConsoleSettings settings;
    private final Terminal terminal;
    private final Map<String, Kept> staged = new HashMap<>();
    private final Set<String> printed = new HashSet<>();

    @Inject
    ConsoleSink(ConsoleSettings settings, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
    }

    @Override
    public Delivery delivery() {
        return Delivery.AT_LEAST_ONCE;
    }

    @Override
    public Staged stage(Run run) {
        Kept kept = new Kept(settings.limit());
        staged.put(run.id(), kept);
        return kept;
    }

    @Override
    public void commit(Run run, String receipt) {
        Kept kept = staged.remove(run.id());
        if (kept == null) {
            throw new SinkException("console: nothing was staged for this run");
        }
        new Page(terminal).print(kept.findings, kept.count);
        terminal.out().flush();
        if (terminal.out().checkError()) {
            throw new SinkException("console: standard output cannot be written");
        }
        printed.add(run.id());
    }

    @Override
    public boolean committed(Run run) {
        return printed.contains(run.id());
    }

    @Override
    public void abort(Run run) {
        staged.remove(run.id());
    }

    /** The findings to show, and how many there are. */
    private static final class Kept implements Staged {
        private final long limit;
        private final List<Finding> findings = new ArrayList<>();
        private long count;

        Kept(long limit) {
            this.limit = limit;
        }

        @Override
        public void accept(Finding finding) {
            if (findings.size() < limit) {
                findings.add(finding);
            }
            count++;
        }

        @Override
        public String finish() {
            return "";
        }

        @Override
        public void close() {
            // Nothing is held but memory.
        }
    }
}
