package dev.grebe.pipeline;

import com.google.inject.Inject;
import com.google.inject.Module;
import com.google.inject.name.Named;
import dev.grebe.plan.Expressions;
import dev.grebe.plan.Relation;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Table;
import dev.grebe.plan.Type;
import dev.grebe.plugin.Default;
import dev.grebe.plugin.Detector;
import dev.grebe.plugin.DetectorPlugin;
import dev.grebe.plugin.Finding;
import dev.grebe.plugin.Findings;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.Rejects;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Rule;
import dev.grebe.plugin.Run;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.Secret;
import dev.grebe.plugin.Sink;
import dev.grebe.plugin.SinkException;
import dev.grebe.plugin.SinkPlugin;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.SourcePlugin;
import dev.grebe.plugin.Staging;
import dev.grebe.plugin.Storage;
import dev.grebe.plugin.Tables;
import dev.grebe.plugin.Terminal;
import dev.grebe.plugins.Catalog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Small plugins for the tests of this module. */
final class Lab {
    static final Schema WORDS = Schema.of("Time", Type.TIMESTAMP, "Word", Type.STRING, "Size", Type.LONG);
    static final Terminal TERMINAL =
            new Terminal(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), 80, false);
    static final Catalog CATALOG = Catalog.of(new RowsPlugin(), new LongWords(), new FilePlugin(), new HookPlugin());

    private Lab() {}

    /** A source that is never opened. */
    static final class RowsPlugin implements SourcePlugin<RowsPlugin.RowsSettings> {
        record RowsSettings(String path, @Default("1d") Duration lateBy) {}

        @Override
        public int api() {
            return API;
        }

        @Override
        public String name() {
            return "rows";
        }

        @Override
        public Class<RowsSettings> settings() {
            return RowsSettings.class;
        }

        @Override
        public Module module(RowsSettings settings) {
            return binder -> binder.bind(Source.class).to(Rows.class);
        }
    }

    static final class Rows implements Source {
        @Inject
        Rows() {}

        @Override
        public Schema sample() {
            return WORDS;
        }

        @Override
        public Scan scan(Request request, Memory memory, Rejects rejects) {
            throw new UnsupportedOperationException("tests do not read");
        }
    }

    /** Words of at least a length. */
    static final class LongWords implements DetectorPlugin<LongWords.WordSettings> {
        record WordSettings(
                @Default("5") long atLeast,
                @Default("{from: 0s, to: 10s}") Span window,
                @Default("Words") String table,
                @Default("long") SizeType sizeType) {}

        enum SizeType {
            LONG,
            STRING,
            NONE
        }

        record Span(Duration from, Duration to) {}

        @Override
        public int api() {
            return API;
        }

        @Override
        public String name() {
            return "long-words";
        }

        @Override
        public Class<WordSettings> settings() {
            return WordSettings.class;
        }

        @Override
        public Module module(WordSettings settings) {
            return binder -> binder.bind(Detector.class).to(LongWordsDetector.class);
        }
    }

    static final class LongWordsDetector implements Detector {
        private final LongWords.WordSettings settings;

        @Inject
        LongWordsDetector(LongWords.WordSettings settings) {
            this.settings = settings;
        }

        @Override
        public Rule rule() {
            return new Rule(
                    "T-1",
                    "1",
                    "Long words",
                    "",
                    Rule.Severity.LOW,
                    List.of(),
                    List.of(),
                    "",
                    "",
                    List.of(),
                    List.of());
        }

        @Override
        public Findings plan(Tables tables) {
            Type type = settings.sizeType() == LongWords.SizeType.STRING ? Type.STRING : Type.LONG;
            Relation words = tables.read(Table.events(
                            settings.table(),
                            "Time",
                            Schema.of("Time", Type.TIMESTAMP, "Word", Type.STRING, "Size", type)))
                    .as("words");
            if (settings.sizeType() == LongWords.SizeType.NONE) {
                words = words.where(Expressions.text("Wrod").is("x"));
            }
            return new Findings(
                    words,
                    "Time",
                    List.of(),
                    List.of("Word"),
                    Duration.ZERO,
                    settings.window().to());
        }
    }

    /** One line per finding. */
    static final class FilePlugin implements SinkPlugin<FilePlugin.FileSettings> {
        record FileSettings(String path, @Default("''") String fail) {}

        @Override
        public int api() {
            return API;
        }

        @Override
        public String name() {
            return "file";
        }

        @Override
        public Class<FileSettings> settings() {
            return FileSettings.class;
        }

        @Override
        public Module module(FileSettings settings) {
            return binder -> binder.bind(Sink.class).to(FileSink.class);
        }
    }

    /** Takes a secret. */
    static final class HookPlugin implements SinkPlugin<HookPlugin.HookSettings> {
        record HookSettings(String url, Secret token) {}

        @Override
        public int api() {
            return API;
        }

        @Override
        public String name() {
            return "hook";
        }

        @Override
        public Class<HookSettings> settings() {
            return HookSettings.class;
        }

        @Override
        public Module module(HookSettings settings) {
            return binder ->
                    binder.bind(Sink.class).toInstance(new FileSink(new FilePlugin.FileSettings("hook", ""), null, ""));
        }
    }

    static final class FileSink implements Sink {
        private final FilePlugin.FileSettings settings;
        private final Storage storage;
        private final String name;
        private final List<String> lines = new ArrayList<>();
        private Staging staging;

        @Inject
        FileSink(FilePlugin.FileSettings settings, Storage storage, @Named("component") String name) {
            this.settings = settings;
            this.storage = storage;
            this.name = name;
            if (storage != null) {
                storage.requireTarget(settings.path(), "path");
            }
        }

        @Override
        public Delivery delivery() {
            return settings.fail().equals("late") ? Delivery.AT_LEAST_ONCE : Delivery.ATOMIC;
        }

        @Override
        public Staged stage(Run run) {
            failIf("stage");
            staging = storage.stage(settings.path());
            return new Lines();
        }

        @Override
        public void commit(Run run, String receipt) {
            failIf("commit");
            failIf("late");
            staging.commit();
            failIf("answer");
        }

        @Override
        public boolean committed(Run run) {
            return settings.fail().equals("answer");
        }

        @Override
        public void abort(Run run) {
            if (staging != null) {
                staging.close();
            }
        }

        private void failIf(String when) {
            if (settings.fail().equals(when)) {
                throw new SinkException(name + " fails at " + when);
            }
        }

        private final class Lines implements Staged {
            @Override
            public void accept(Finding finding) {
                lines.add(finding.id() + " " + finding.detector() + " " + finding.values());
            }

            @Override
            public String finish() {
                try {
                    staging.output().write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new SinkException("cannot write", e);
                }
                return "";
            }

            @Override
            public void close() {}
        }
    }
}
