package dev.grebe.cli;

import dev.grebe.data.Batch;
import dev.grebe.data.Column;
import dev.grebe.data.Selection;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Account;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.Reader;
import dev.grebe.plugin.Rejects;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Rows;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.SourcePlugin;
import dev.grebe.plugin.Split;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** A table that takes hours to read, a row at a time; it makes a file as soon as somebody reads. */
public final class Endless implements SourcePlugin<Endless.Settings> {
    private static final int SPLITS = 1_000_000;

    /** @param begun the file to make */
    public record Settings(String begun) {}

    @Override
    public int api() {
        return API;
    }

    @Override
    public String name() {
        return "endless";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public com.google.inject.Module module(Settings settings) {
        return binder -> binder.bind(Source.class).toInstance(new EndlessSource(Path.of(settings.begun())));
    }

    private record EndlessSource(Path begun) implements Source {
        @Override
        public Schema sample() {
            return EveryRow.EVENTS.schema();
        }

        @Override
        public Scan scan(Request request, Memory memory, Rejects rejects) {
            return new EndlessScan(begun, request.columns());
        }
    }

    private record EndlessScan(Path begun, Schema schema) implements Scan {
        @Override
        public List<Split> splits() {
            return IntStream.range(0, SPLITS)
                    .mapToObj(ordinal -> new Split("row " + ordinal, ordinal, 1, 1))
                    .toList();
        }

        @Override
        public Reader open(Split split, List<String> columns, Rows rows) {
            try {
                Files.writeString(begun, "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            return new OneRow(columns.stream()
                    .map(column -> schema.type(column, "Events"))
                    .toList());
        }

        @Override
        public boolean rereads() {
            return true;
        }

        @Override
        public Account account() {
            return new Account(1, 0, 0, SPLITS, 0, SPLITS, 0, 0, 0, Map.of(), Map.of());
        }

        @Override
        public void finish() {}

        @Override
        public void close() {}
    }

    private static final class OneRow implements Reader, Batch {
        private final List<Type> types;
        private boolean read;

        private OneRow(List<Type> types) {
            this.types = types;
        }

        @Override
        public Optional<Batch> next() {
            boolean first = !read;
            read = true;
            return first ? Optional.of(this) : Optional.empty();
        }

        @Override
        public int rowCount() {
            return 1;
        }

        @Override
        public long position(int row) {
            return row;
        }

        @Override
        public Column column(int index, Selection rows) {
            return types.get(index) == Type.TIMESTAMP
                    ? new Column.Longs(1, new long[1], Column.NO_NULLS)
                    : new Column.Bytes(1, new byte[0], new int[1], new int[1]);
        }

        @Override
        public void close() {}
    }
}
