package dev.grebe.pipeline;

import com.google.inject.Inject;
import com.google.inject.Module;
import dev.grebe.plan.Schema;
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
import java.util.List;
import java.util.Map;

/** The source of a table that is {@code {empty: true}}: it has every column that is asked for, and no row. */
final class EmptyPlugin implements SourcePlugin<EmptyPlugin.Settings> {
    /** There is nothing to set. */
    record Settings() {}

    @Override
    public int api() {
        return API;
    }

    @Override
    public String name() {
        return "empty";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Module module(Settings settings) {
        return binder -> {
            binder.bind(EmptySource.class);
            binder.bind(Source.class).to(EmptySource.class);
        };
    }

    /** No rows. */
    static final class EmptySource implements Source {
        @Inject
        EmptySource() {}

        @Override
        public Schema sample() {
            return new Schema(List.of());
        }

        @Override
        public Scan scan(Request request, Memory memory, Rejects rejects) {
            return new EmptyScan();
        }
    }

    private static final class EmptyScan implements Scan {
        @Override
        public List<Split> splits() {
            return List.of();
        }

        @Override
        public Reader open(Split split, List<String> columns, Rows rows) {
            throw new IllegalArgumentException("an empty table has no split " + split);
        }

        @Override
        public boolean rereads() {
            return true;
        }

        @Override
        public Account account() {
            return new Account(0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), Map.of());
        }

        @Override
        public void finish() {}

        @Override
        public void close() {}
    }
}
