package dev.grebe.testing;

import dev.grebe.data.Batch;
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Counts what is opened, and tells before each batch. */
final class WatchedSource implements Source {
    private final Source source;
    private final Consumer<Split> beforeBatch;
    private final Map<Integer, Integer> wholeReads = new ConcurrentHashMap<>();
    private final AtomicInteger scans = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();

    WatchedSource(Source source, Consumer<Split> beforeBatch) {
        this.source = source;
        this.beforeBatch = beforeBatch;
    }

    /** By ordinal: how often the split was opened for all rows. */
    Map<Integer, Integer> wholeReads() {
        return new TreeMap<>(wholeReads);
    }

    int scans() {
        return scans.get();
    }

    /** Readers and scans that were not closed. */
    int open() {
        return open.get();
    }

    @Override
    public Schema sample() {
        return source.sample();
    }

    @Override
    public Scan scan(Request request, Memory memory, Rejects rejects) {
        scans.incrementAndGet();
        open.incrementAndGet();
        return new WatchedScan(source.scan(request, memory, rejects));
    }

    private final class WatchedScan implements Scan {
        private final Scan scan;

        WatchedScan(Scan scan) {
            this.scan = scan;
        }

        @Override
        public List<Split> splits() {
            return scan.splits();
        }

        @Override
        public Reader open(Split split, List<String> columns, Rows rows) {
            if (rows == Rows.ALL) {
                wholeReads.merge(split.ordinal(), 1, Integer::sum);
            }
            open.incrementAndGet();
            return new WatchedReader(split, scan.open(split, columns, rows));
        }

        @Override
        public boolean rereads() {
            return scan.rereads();
        }

        @Override
        public Account account() {
            return scan.account();
        }

        @Override
        public void finish() {
            scan.finish();
        }

        @Override
        public void close() {
            scan.close();
            open.decrementAndGet();
        }
    }

    private final class WatchedReader implements Reader {
        private final Split split;
        private final Reader reader;

        WatchedReader(Split split, Reader reader) {
            this.split = split;
            this.reader = reader;
        }

        @Override
        public Optional<Batch> next() {
            beforeBatch.accept(split);
            return reader.next();
        }

        @Override
        public void close() {
            reader.close();
            open.decrementAndGet();
        }
    }
}
