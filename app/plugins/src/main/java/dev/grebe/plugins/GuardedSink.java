package dev.grebe.plugins;

import dev.grebe.plugin.Finding;
import dev.grebe.plugin.Run;
import dev.grebe.plugin.Sink;

/** A plugin's sink, each call through {@link Calls}. */
record GuardedSink(Sink sink, Calls calls) implements Sink {
    @Override
    public Delivery delivery() {
        return calls.get(sink::delivery);
    }

    @Override
    public Staged stage(Run run) {
        return new GuardedStaged(calls.get(() -> sink.stage(run)), calls);
    }

    @Override
    public void commit(Run run, String receipt) {
        calls.run(() -> sink.commit(run, receipt));
    }

    @Override
    public boolean committed(Run run) {
        return calls.get(() -> sink.committed(run));
    }

    @Override
    public void abort(Run run) {
        calls.run(() -> sink.abort(run));
    }

    private record GuardedStaged(Staged staged, Calls calls) implements Staged {
        @Override
        public void accept(Finding finding) {
            calls.run(() -> staged.accept(finding));
        }

        @Override
        public String finish() {
            return calls.get(staged::finish);
        }

        @Override
        public void close() {
            calls.run(staged::close);
        }
    }
}
