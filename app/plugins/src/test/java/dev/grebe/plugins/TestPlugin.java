package dev.grebe.plugins;

import com.google.inject.Inject;
import com.google.inject.Module;
import com.google.inject.name.Named;
import dev.grebe.plugin.Default;
import dev.grebe.plugin.Run;
import dev.grebe.plugin.SettingException;
import dev.grebe.plugin.Sink;
import dev.grebe.plugin.SinkException;
import dev.grebe.plugin.SinkPlugin;
import dev.grebe.plugin.Storage;
import dev.grebe.plugin.Terminal;
import java.util.function.BiFunction;

/** A sink plugin of which tests can say what is wrong with it. */
public class TestPlugin implements SinkPlugin<TestPlugin.Settings> {
    public record Settings(@Default("x") String path) {}

    private final String name;
    private final int api;
    private final BiFunction<TestPlugin, Settings, Module> module;

    public TestPlugin() {
        this("test");
    }

    TestPlugin(String name) {
        this(name, API, (plugin, settings) -> binder -> binder.bind(Sink.class).to(TestSink.class));
    }

    TestPlugin(String name, int api, BiFunction<TestPlugin, Settings, Module> module) {
        this.name = name;
        this.api = api;
        this.module = module;
    }

    @Override
    public int api() {
        return api;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Module module(Settings settings) {
        return module.apply(this, settings);
    }

    /** What a part was made with; fails in the way its path says. */
    static class TestSink implements Sink {
        final Settings settings;
        final Storage storage;
        final Terminal terminal;
        final String component;
        ClassLoader contextOfCommit;

        @Inject
        TestSink(Settings settings, Storage storage, Terminal terminal, @Named("component") String component) {
            this.settings = settings;
            this.storage = storage;
            this.terminal = terminal;
            this.component = component;
            switch (settings.path()) {
                case "refused" -> throw new SettingException("path", "not this one");
                case "broken" -> throw new IllegalStateException("oh");
                default -> {}
            }
        }

        @Override
        public Delivery delivery() {
            return Delivery.ATOMIC;
        }

        @Override
        public Staged stage(Run run) {
            throw new NoClassDefFoundError("gone");
        }

        @Override
        public void commit(Run run, String receipt) {
            contextOfCommit = Thread.currentThread().getContextClassLoader();
        }

        @Override
        public boolean committed(Run run) {
            throw new SinkException("away");
        }

        @Override
        public void abort(Run run) {}
    }
}
