package dev.grebe.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Inject;
import com.google.inject.Module;
import dev.grebe.plan.Schema;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Listing;
import dev.grebe.plugin.Memory;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Rejects;
import dev.grebe.plugin.Request;
import dev.grebe.plugin.Run;
import dev.grebe.plugin.Scan;
import dev.grebe.plugin.SettingException;
import dev.grebe.plugin.Sink;
import dev.grebe.plugin.SinkException;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.SourcePlugin;
import dev.grebe.plugin.Staging;
import dev.grebe.plugin.Storage;
import dev.grebe.plugin.Terminal;
import dev.grebe.plugin.TextFile;
import dev.grebe.plugin.Window;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class ComposerTest {
    private static final Run RUN = new Run("1", "p", Window.ALL, Instant.EPOCH);

    private final Problems problems = new Problems();
    private final Storage storage = new NoStorage();
    private final Terminal terminal =
            new Terminal(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), 80, false);

    private Components compose(Part... parts) {
        return new Composer(storage, terminal, problems).compose(List.of(parts));
    }

    private Part part(String name, TestPlugin plugin, String yaml) {
        Yaml.Mapping tree = (Yaml.Mapping)
                YamlReader.read(Origin.file("f", yaml), yaml, problems).orElseThrow();
        return Part.bind(Kind.SINK, new Yaml.Entry(tree.place(), name, tree), plugin, tree, problems)
                .orElseThrow();
    }

    private static TestPlugin with(BiFunction<TestPlugin, TestPlugin.Settings, Module> module) {
        return new TestPlugin("test", 1, module);
    }

    private static TestPlugin.TestSink unwrapped(Sink sink) {
        return (TestPlugin.TestSink) ((GuardedSink) sink).sink();
    }

    @Test
    void eachPartGetsItsOwnSettingsAndName() {
        Components made =
                compose(part("one", new TestPlugin(), "{path: a}"), part("two", new TestPlugin(), "{path: b}"));

        assertThat(made.sinks()).containsOnlyKeys("one", "two");
        TestPlugin.TestSink two = unwrapped(made.sinks().get("two"));
        assertThat(two.settings.path()).isEqualTo("b");
        assertThat(two.component).isEqualTo("two");
        assertThat(two.storage).isSameAs(storage);
        assertThat(two.terminal).isSameAs(terminal);
    }

    @Test
    void aSettingThatAComponentRefusesIsAProblemAtItsPlace() {
        Components made =
                compose(part("one", new TestPlugin(), "{path: refused}"), part("two", new TestPlugin(), "{path: b}"));

        assertThat(made.sinks()).containsOnlyKeys("two");
        assertThat(Reading.texts(problems)).containsExactly("1:8: path: not this one");
    }

    @Test
    void aSettingThatAModuleRefusesIsAProblemAtItsPlace() {
        TestPlugin picky = with((plugin, settings) -> {
            throw new SettingException("path", "no");
        });

        assertThat(compose(part("one", picky, "{path: refused}")).sinks()).isEmpty();
        assertThat(Reading.texts(problems)).containsExactly("1:8: path: no");
    }

    @Test
    void allThatAComponentRefusesIsReportedAtOnce() {
        TestPlugin picky = with((plugin, settings) -> {
            new SettingException.Checks()
                    .require(false, "path", "no")
                    .require(false, "", "nothing fits")
                    .throwIfAny();
            return binder -> {};
        });

        assertThat(compose(part("one", picky, "{path: refused}")).sinks()).isEmpty();
        assertThat(Reading.texts(problems)).containsExactly("1:1: nothing fits", "1:8: path: no");
    }

    record TableSettings(String path) {}

    /** Lists its path as soon as it is made. */
    static final class TablePlugin implements SourcePlugin<TableSettings> {
        @Override
        public int api() {
            return API;
        }

        @Override
        public String name() {
            return "rows";
        }

        @Override
        public Class<TableSettings> settings() {
            return TableSettings.class;
        }

        @Override
        public Module module(TableSettings settings) {
            return binder -> binder.bind(Source.class).to(TableSource.class);
        }
    }

    static final class TableSource implements Source {
        private final TableSettings settings;
        private final Storage storage;

        @Inject
        TableSource(TableSettings settings, Storage storage) {
            this.settings = settings;
            this.storage = storage;
        }

        @Override
        public Schema sample() {
            storage.list(settings.path(), Window.ALL);
            return new Schema(List.of());
        }

        @Override
        public Scan scan(Request request, Memory memory, Rejects rejects) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void aTableWhosePathHasNothingToReadIsNamedWithThePlaceOfThePath() {
        String yaml = "{path: lake/}";
        Yaml.Mapping tree = (Yaml.Mapping)
                YamlReader.read(Origin.file("p.yaml", yaml), yaml, problems).orElseThrow();
        Part part = Part.bind(
                        Kind.SOURCE, new Yaml.Entry(tree.place(), "Events", tree), new TablePlugin(), tree, problems)
                .orElseThrow();
        Source source = compose(part).sources().get("Events");

        assertThatThrownBy(source::sample)
                .isInstanceOf(DataException.class)
                .hasMessage("table 'Events' (p.yaml:1:8): lake/: no such file or directory");
    }

    @Test
    void aConstructorThatFailsIsThePluginsFault() {
        assertThatThrownBy(() -> compose(part("one", new TestPlugin(), "{path: broken}")))
                .isInstanceOf(PluginException.class)
                .hasMessage("sink 'one' (test) failed: java.lang.IllegalStateException: oh");
    }

    @Test
    void aModuleThatBindsNothingIsNamedAmongOthers() {
        assertThatThrownBy(() -> compose(
                        part("fine", new TestPlugin(), "{}"),
                        part("empty", with((plugin, settings) -> binder -> {}), "{}")))
                .isInstanceOf(PluginException.class)
                .hasMessage(
                        "sink 'empty' (test) cannot be made: No implementation for dev.grebe.plugin.Sink was bound.");
    }

    @Test
    void anEagerSingletonThatFailsIsNamed() {
        TestPlugin eager = with((plugin, settings) ->
                binder -> binder.bind(Sink.class).to(TestPlugin.TestSink.class).asEagerSingleton());

        assertThatThrownBy(() -> compose(part("one", eager, "{path: broken}")))
                .isInstanceOf(PluginException.class)
                .hasMessage("sink 'one' (test) failed: java.lang.IllegalStateException: oh");
        assertThat(compose(part("two", eager, "{path: refused}")).sinks()).isEmpty();
        assertThat(Reading.texts(problems)).containsExactly("1:8: path: not this one");
    }

    @Test
    void whatACallThrowsBeyondTheContractIsThePluginsFault() {
        Sink sink = compose(part("one", new TestPlugin(), "{}")).sinks().get("one");

        assertThatThrownBy(() -> sink.stage(RUN))
                .isInstanceOf(PluginException.class)
                .hasMessage("sink 'one' (test) failed: java.lang.NoClassDefFoundError: gone");
        assertThatThrownBy(() -> sink.committed(RUN))
                .isInstanceOf(SinkException.class)
                .hasMessage("away");
    }

    @Test
    void aCallSeesThePluginsClassLoaderAsContext() {
        Sink sink = compose(part("one", new TestPlugin(), "{}")).sinks().get("one");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        ClassLoader other = new ClassLoader() {};
        Thread.currentThread().setContextClassLoader(other);
        try {
            sink.commit(RUN, "");
            assertThat(unwrapped(sink).contextOfCommit).isSameAs(TestPlugin.class.getClassLoader());
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(other);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static final class NoStorage implements Storage {
        @Override
        public Listing list(String path, Window filed) {
            throw new DataException(path + ": no such file or directory");
        }

        @Override
        public TextFile text(FileSlice file, long mostBytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RandomInput open(FileSlice file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void requireSource(String path, String setting) {}

        @Override
        public void requireTarget(String path, String setting) {}

        @Override
        public Staging stage(String path) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean exists(String path) {
            return false;
        }
    }
}
