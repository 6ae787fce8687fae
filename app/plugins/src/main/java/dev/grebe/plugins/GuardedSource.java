package dev.grebe.plugins;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.Account;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.Reader;
import dev.grebe.plugin.Rejects;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.Split;
import java.util.List;
import java.util.Optional;

/** A plugin's source and all that comes from it, each call through {@link Calls}. */
record GuardedSource(Source source, Calls calls) implements Source {
    @Override
    public Schema sample() {
        return calls.get(() -> source.sample());
    }

    @Override
    public Schema sample(long rows) {
        return calls.get(() -> source.sample(rows));
    }

    @Override
    public Scan scan(Request request, Memory memory, Rejects rejects) {
        return new GuardedScan(calls.get(() -> source.scan(request, memory, rejects)), calls);
    }

    private record GuardedScan(Scan scan, Calls calls) implements Scan {
        @Override
        public List<Split> splits() {
            return calls.get(scan::splits);
        }

        @Override
        public Reader open(Split split, List<String> columns, Rows rows) {
            return new GuardedReader(calls.get(() -> scan.open(split, columns, rows)), calls);
        }

        @Override
        public boolean rereads() {
            return calls.get(scan::rereads);
        }

        @Override
        public Account account() {
            return calls.get(scan::account);
        }

        @Override
        public void finish() {
            calls.run(scan::finish);
        }

        @Override
        public void close() {
            calls.run(scan::close);
        }
    }

    private record GuardedReader(Reader reader, Calls calls) implements Reader {
        @Override
        public Optional<Batch> next() {
            return calls.get(reader::next).map(batch -> new GuardedBatch(batch, calls));
        }

        @Override
        public void close() {
            calls.run(reader::close);
        }
    }

    /** Columns are decoded when they are asked for, so a batch is still the plugin's code. */
    private record GuardedBatch(Batch batch, Calls calls) implements Batch {
        @Override
        public int rowCount() {
            return batch.rowCount();
        }

        @Override
        public long position(int row) {
            return batch.position(row);
        }

        @Override
        public Column column(int index, Selection rows) {
            return calls.get(() -> batch.column(index, rows));
        }
    }
}
